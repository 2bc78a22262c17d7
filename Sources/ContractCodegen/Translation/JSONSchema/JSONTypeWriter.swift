/// Writes planned types as Swift.
struct JSONTypeWriter {
    let types: [JSONPlannedType]
    let options: CodegenOptions

    var access: AccessLevel { options.access }
    var usesDate: Bool { options.dates == .foundation }

    var needsFoundation: Bool {
        usesDate && types.contains { type in
            switch type.kind {
            case .object(let fields, let extra):
                if case .kept(let slot) = extra, has(slot.shape) { return true }
                return fields.contains { has($0.slot.shape) }
            case .choice(let cases, _): return cases.contains { has($0.slot.shape) }
            case .tuple(let fields, let rest): return fields.contains { has($0.slot.shape) } || rest.map { has($0.shape) } ?? false
            case .wrapper(let slot): return has(slot.shape)
            default: return false
            }
        }
    }

    private func has(_ shape: JSONShape) -> Bool {
        switch shape {
        case .dateTime: true
        case .array(let slot), .map(let slot): has(slot.shape)
        default: false
        }
    }

    func type(_ index: Int, identity: String? = nil) -> SwiftType {
        let planned = types[index]
        var kind = SwiftType.Kind.structure
        if case .texts = planned.kind { kind = .enumeration }
        if case .choice = planned.kind { kind = planned.isIndirect ? .indirectEnumeration : .enumeration }
        var type = SwiftType(kind, SwiftName.escaped(planned.name), access: access)
        type.documentation = planned.documentation
        type.attributes = planned.attributes
        type.conformances = ["HeddleRuntime.JSONCodable"] + (identity == nil ? [] : ["HeddleRuntime.ContractCodable"]) + (options.codable ? ["Swift.Codable"] : [])
        if let identity { type.members.append(.property(SwiftProperty("static let contract = \(identity)", access: access))) }
        switch planned.kind {
        case .pending: preconditionFailure("every type is worked out before it is written")
        case .object(let fields, let extra): writeObject(fields, extra, into: &type)
        case .texts(let cases): writeTexts(cases, into: &type)
        case .choice(let cases, let tag): writeChoice(cases, tag: tag, into: &type)
        case .tuple(let fields, let rest): writeTuple(fields, rest: rest, into: &type)
        case .wrapper(let slot): writeWrapper(slot, into: &type)
        }
        let inner = types.indices.filter { types[$0].parent == index }.sorted { types[$0].name < types[$1].name }
        type.members += inner.map { .type(self.type($0)) }
        return type
    }

    func name(_ slot: JSONSlot) -> String { name(slot.shape) + (slot.isNullable ? "?" : "") }

    func name(_ shape: JSONShape) -> String {
        switch shape {
        case .any: "HeddleRuntime.JSONValue"
        case .bool: "Swift.Bool"
        case .int64: "Swift.Int64"
        case .uint64: "Swift.UInt64"
        case .double: "Swift.Double"
        case .string: "Swift.String"
        case .dateTime: usesDate ? "Foundation.Date" : "HeddleRuntime.DateTime"
        case .time: "HeddleRuntime.OffsetTime"
        case .day: "HeddleRuntime.CalendarDay"
        case .uniqueIdentifier: "HeddleRuntime.UniqueIdentifier"
        case .base64: "[Swift.UInt8]"
        case .array(let slot): "[\(name(slot))]"
        case .map(let slot): options.maps == .pairs ? "[HeddleRuntime.MapEntry<\(name(slot))>]" : "[Swift.String: \(name(slot))]"
        case .named(let index): types[index].path.split(separator: ".").map { SwiftName.escaped(String($0)) }.joined(separator: ".")
        }
    }

    /// An expression that reads a value from `reader`.
    func reading(_ slot: JSONSlot) -> String {
        let value = checked(plainReading(slot.shape), slot)
        return slot.isNullable ? "try reader.readJSONNull() ? nil : \(value)" : value
    }

    private func plainReading(_ shape: JSONShape) -> String {
        switch shape {
        case .any: "try HeddleRuntime.JSONValue(from: &reader)"
        case .bool: "try reader.readJSONBool()"
        case .int64: "try reader.readJSONInt64()"
        case .uint64: "try reader.readJSONUInt64()"
        case .double: "try reader.readJSONDouble()"
        case .string: "try reader.readJSONString()"
        case .dateTime: usesDate ? "Foundation.Date(timeIntervalSince1970: try reader.readJSONDateTime().timeIntervalSince1970)" : "try reader.readJSONDateTime()"
        case .time: "try reader.readJSONOffsetTime()"
        case .day: "try reader.readJSONDay()"
        case .uniqueIdentifier: "try reader.readJSONUniqueIdentifier()"
        case .base64: "try reader.readJSONBase64()"
        case .array(let slot): "try reader.readJSONArray { \(closure(slot)) }"
        case .map(let slot): "try reader.\(options.maps == .pairs ? "readJSONEntries" : "readJSONMap") { \(closure(slot)) }"
        case .named: "try \(name(shape))(from: &reader)"
        }
    }

    private func closure(_ slot: JSONSlot) -> String {
        "(reader: inout HeddleRuntime.ByteReader) throws(HeddleRuntime.CodecError) -> \(name(slot)) in \(reading(slot))"
    }

    private func checked(_ reading: String, _ slot: JSONSlot) -> String {
        guard options.constraints else { return reading }
        var result = reading
        for check in slot.checks {
            switch check {
            case .length(let least, let most): result = "try HeddleRuntime.JSONChecks.length(\(result), \(least)\(most.map { ", \($0)" } ?? ""))"
            case .count(let least, let most): result = "try HeddleRuntime.JSONChecks.count(\(result), \(least)\(most.map { ", \($0)" } ?? ""))"
            case .unique:
                result = "try HeddleRuntime.JSONChecks.unique(\(result))"
            case .bound(let label, let number): result = "try HeddleRuntime.JSONChecks.range(\(result), \(label): \(number))"
            case .multiple(let number): result = "try HeddleRuntime.JSONChecks.multiple(\(result), of: \(number))"
            }
        }
        return result
    }

    /// Statements that write a value.
    func write(_ value: String, _ slot: JSONSlot, depth: Int = 0, into code: inout SwiftCode) {
        guard slot.isNullable else { return write(value, slot.shape, depth: depth, into: &code) }
        code.block("if let value\(depth) = \(value)", tail: " else {") { write("value\(depth)", slot.shape, depth: depth + 1, into: &$0) }
        code.indented { $0.line("writer.writeRaw(\"null\")") }
        code.line("}")
    }

    private func write(_ value: String, _ shape: JSONShape, depth: Int, into code: inout SwiftCode) {
        switch shape {
        case .any, .named: code.line("try \(value).encode(into: &writer)")
        case .bool: code.line("writer.writeJSONBool(\(value))")
        case .int64: code.line("writer.writeJSONInt64(\(value))")
        case .uint64: code.line("writer.writeJSONUInt64(\(value))")
        case .double: code.line("try writer.writeJSONDouble(\(value))")
        case .string: code.line("writer.writeJSONString(\(value))")
        case .dateTime where usesDate:
            code.line("try writer.writeJSONDateTime(HeddleRuntime.DateTime(secondsSince1970: \(value).timeIntervalSince1970))")
        case .dateTime: code.line("try writer.writeJSONDateTime(\(value))")
        case .time: code.line("try writer.writeJSONOffsetTime(\(value))")
        case .day: code.line("try writer.writeJSONDay(\(value))")
        case .uniqueIdentifier: code.line("writer.writeJSONUniqueIdentifier(\(value))")
        case .base64: code.line("writer.writeJSONBase64(\(value))")
        case .array(let slot):
            // In a scope of its own: several arrays may be written one after the other.
            code.block("do") { code in
                code.line("writer.writeRaw(\"[\")")
                code.line("let elements\(depth) = \(value).span")
                code.block("for index\(depth) in elements\(depth).indices") { code in
                    code.line("if index\(depth) > 0 { writer.writeRaw(\",\") }")
                    write("elements\(depth)[index\(depth)]", slot, depth: depth + 1, into: &code)
                }
                code.line("writer.writeRaw(\"]\")")
            }
        case .map(let slot):
            let isPairs = options.maps == .pairs
            code.block("do") { code in
                code.line("writer.writeRaw(\"{\")")
                code.line("var isFirst\(depth) = true")
                code.block("for \(isPairs ? "entry\(depth)" : "(key\(depth), entry\(depth))") in \(value)") { code in
                    code.line("if !isFirst\(depth) { writer.writeRaw(\",\") }")
                    code.line("isFirst\(depth) = false")
                    code.line("writer.writeJSONString(\(isPairs ? "entry\(depth).key" : "key\(depth)"))")
                    code.line("writer.writeRaw(\":\")")
                    write(isPairs ? "entry\(depth).value" : "entry\(depth)", slot, depth: depth + 1, into: &code)
                }
                code.line("writer.writeRaw(\"}\")")
            }
        }
    }

    var encodeSignature: String { "borrowing func encode(into writer: inout HeddleRuntime.ByteWriter) throws(HeddleRuntime.CodecError)" }
    var decodeSignature: String { "init(from reader: inout HeddleRuntime.ByteReader) throws(HeddleRuntime.CodecError)" }

    /// Which of some names a key is, by its length and then its bytes.
    func find(_ names: [String], called name: String) -> SwiftFunction {
        var code = SwiftCode()
        let lengths = Dictionary(grouping: names.indices) { names[$0].utf8.count }
        if !names.isEmpty {
            code.line("switch key.count {")
            for (length, indices) in lengths.sorted(by: { $0.key < $1.key }) {
                code.when("case \(length)") { code in
                    for index in indices { code.line("if key.matches(\(swiftLiteral(names[index]))) { return \(index) }") }
                }
            }
            code.when("default") { $0.line("break") }
            code.line("}")
        }
        code.line("return -1")
        return SwiftFunction("private static func \(name)(_ key: borrowing HeddleRuntime.JSONKey) -> Swift.Int", access: nil, body: code)
    }
}

/// A text as JSON writes it, in quotes.
func jsonLiteral(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case _ where scalar.value < 32:
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
