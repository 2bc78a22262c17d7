/// A description → the test-only file that makes its messages up: for each version, values in the fields which
/// that version carries, so that what is written and read again is equal.
func renderRandomMessages(_ api: APIDescription) -> String {
    var text = SwiftText()
    text.line(SwiftText.notice)
    text.line()
    text.line("import KafkaWire")
    for message in [api.request, api.response] {
        text.line()
        text.block("extension \(message.name): RandomMessage") { text in
            renderFactory(message.fields, of: message.name, within: api.versions, &text)
        }
        for (structure, field) in structures(in: message.fields) {
            text.line()
            text.block("extension \(message.name).\(structure.name)") { text in
                renderFactory(structure.fields, of: message.name, within: field.versions, &text)
            }
        }
    }
    return text.text
}

private func renderFactory(
    _ fields: [FieldDescription], of message: String, within outer: VersionRange, _ text: inout SwiftText
) {
    text.block("static func random(version: Int16, from values: inout RandomValues) -> Self") { text in
        text.line(fields.isEmpty ? "let message = Self()" : "var message = Self()")
        for field in fields {
            let value = randomValue(of: field, in: message)
            if let condition = field.versions.condition(within: outer) {
                text.line("if \(condition) { message.\(field.name) = \(value) }")
            } else {
                text.line("message.\(field.name) = \(value)")
            }
        }
        text.line("return message")
    }
}

private func randomValue(of field: FieldDescription, in message: String) -> String {
    let value = randomValue(of: field.type, in: message)
    guard let nullable = field.nullable else { return value }
    guard let condition = nullable.condition(within: field.versions) else {
        return "values.oneIn(4) ? nil : \(value)"
    }
    return "\(condition) && values.oneIn(4) ? nil : \(value)"
}

private func randomValue(of type: FieldType, in message: String) -> String {
    switch type {
    case .structure(let structure): "\(message).\(structure.name).random(version: version, from: &values)"
    case .array(let element): "values.array { values in \(randomValue(of: element, in: message)) }"
    case .bool: "values.bool()"
    case .float64: "values.double()"
    case .string: "values.string()"
    case .uuid: "values.uuid()"
    case .errorCode: "ErrorCode(rawValue: values.integer())"
    case .bytes, .records: "values.bytes()"
    case .int8, .int16, .uint16, .int32, .uint32, .int64: "values.integer()"
    }
}

func renderMessageList(_ apis: [APIDescription]) -> String {
    var text = SwiftText()
    text.line(SwiftText.notice)
    text.line()
    text.line("import KafkaWire")
    text.line()
    for (name, message) in [("allRequests", \APIDescription.request.name), ("allResponses", \.response.name)] {
        text.line("let \(name): [any RandomMessage.Type] = [")
        text.indented { text in
            for api in apis { text.line("\(api[keyPath: message]).self,") }
        }
        text.line("]")
    }
    return text.text
}
