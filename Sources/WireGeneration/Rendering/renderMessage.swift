/// A request or a response → the Swift file that holds it.
func renderMessage(_ message: MessageDescription, of api: APIDescription) -> String {
    let isRequest = message == api.request
    var text = SwiftText()
    text.line(SwiftText.notice)
    text.line()
    text.line("import NIOCore")
    text.line()
    text.doc(message.about)
    text.block("package struct \(message.name): \(isRequest ? "KafkaRequest" : "KafkaMessage")") { text in
        if isRequest { text.line("package typealias Response = \(api.response.name)") }
        text.line("package static let apiKey = APIKey.\(api.swiftName)")
        text.line("package static let versions: ClosedRange<Int16> = \(api.versions.first)...\(api.versions.last)")
        text.line("package static let firstFlexibleVersion: Int16 = \(api.firstFlexible.map { "\($0)" } ?? ".max")")
        text.line()
        StructureRendering(
            name: message.name, fields: message.fields, versions: api.versions, firstFlexible: api.firstFlexible,
            isMessage: true
        ).renderBody(&text)
    }
    for (structure, field) in structures(in: message.fields) {
        text.line()
        text.block("extension \(message.name)") { text in
            if case .array = field.type {
                text.doc("An element of `\(field.name)`.")
            } else {
                text.doc(field.about)
            }
            text.block("package struct \(structure.name): WireStructure") { text in
                StructureRendering(
                    name: structure.name, fields: structure.fields, versions: field.versions,
                    firstFlexible: api.firstFlexible, isMessage: false
                ).renderBody(&text)
            }
        }
    }
    return text.text
}

/// Each structure with the field that holds it, outer before inner.
func structures(in fields: [FieldDescription]) -> [(StructureDescription, FieldDescription)] {
    fields.flatMap { field -> [(StructureDescription, FieldDescription)] in
        guard let structure = field.type.structure else { return [] }
        return [(structure, field)] + structures(in: structure.fields)
    }
}

extension APIDescription {
    /// `offsetFetch`
    var swiftName: String { name.prefix(1).lowercased() + name.dropFirst() }
}
