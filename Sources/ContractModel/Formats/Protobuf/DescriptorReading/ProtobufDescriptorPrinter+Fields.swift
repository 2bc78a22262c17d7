extension ProtobufDescriptorPrinter {
    /// - Parameter nested: messages beside the field, among them the entries of maps and the bodies of groups.
    mutating func print(
        field: ProtobufDescriptorFields, nested: [ProtobufDescriptorFields], isInOneof: Bool, depth: Int
    ) throws(ProtobufDescriptorProblem) {
        let type = field.integer(5) ?? 0
        let label = field.integer(4) ?? 1
        let own = nested.first { lastPart(field.string(6)) == $0.string(1) }
        var head = ""
        var group: ProtobufDescriptorFields?
        if type == 11, label == 3, let own, try own.message(7)?.bool(7) ?? false {
            let entry = try own.messages(2)
            guard let key = entry.first(where: { $0.integer(3) == 1 }), let value = entry.first(where: { $0.integer(3) == 2 })
            else {
                throw ProtobufDescriptorProblem("the entry of a map lacks its key or its value")
            }
            head = "map<\(try typeText(key)), \(try typeText(value))> \(try name(field))"
        } else {
            head = isInOneof ? "" : labelText(label, isProto3Optional: field.bool(17))
            if type == 10, let own {
                group = own
                head += "group \(try name(own))"
            } else {
                head += "\(try typeText(field)) \(try name(field))"
            }
        }
        var settings = try options.texts(field.bytes(8), of: "FieldOptions")
        if let custom = field.string(10), custom != Self.jsonName(try name(field)), field.string(2) == nil {
            settings.insert("json_name = \"\(ProtobufStringText.escaped(Array(custom.utf8)))\"", at: 0)
        }
        if let fallback = field.string(7) { settings.insert("default = \(try defaultText(fallback, type))", at: 0) }
        head += " = \(int32(field.integer(3)))\(bracketed(settings))"
        guard let group else { return line(head + ";") }
        try block(head) { printer throws(ProtobufDescriptorProblem) in try printer.printBody(of: group, depth: depth + 1) }
    }

    private func labelText(_ label: Int64, isProto3Optional: Bool) -> String {
        switch (language, label) {
        case (_, 3): "repeated "
        case (.proto2, 2): "required "
        case (.proto2, _): "optional "
        case (.proto3, _): isProto3Optional ? "optional " : ""
        case (.edition, _): ""
        }
    }

    private func typeText(_ field: ProtobufDescriptorFields) throws(ProtobufDescriptorProblem) -> String {
        let number = field.integer(5) ?? 0
        if let scalar = UInt8(exactly: number).flatMap(ProtobufScalar.init(rawValue:)) { return scalar.name }
        return try typeName(field.string(6) ?? "")
    }

    /// Descriptors hold numbers as text, strings as they are, and bytes with C's escapes.
    private func defaultText(_ text: String, _ type: Int64) throws(ProtobufDescriptorProblem) -> String {
        switch type {
        case 9: return "\"\(ProtobufStringText.escaped(Array(text.utf8)))\""
        case 12:
            guard Self.isEscaped(text) else { throw ProtobufDescriptorProblem("a default of bytes is not written with escapes") }
            return "\"\(text)\""
        default:
            let allowed = text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): true
                case _ where Self.isLetter(byte): true
                default: false
                }
            }
            guard allowed, !text.isEmpty else { throw ProtobufDescriptorProblem("a default is neither a number nor a name") }
            return text
        }
    }

    private static func isEscaped(_ text: String) -> Bool {
        var isAfterBackslash = false
        for byte in text.utf8 {
            guard (0x20..<0x7F).contains(byte) else { return false }
            if isAfterBackslash {
                isAfterBackslash = false
            } else if byte == UInt8(ascii: "\\") {
                isAfterBackslash = true
            } else if byte == UInt8(ascii: "\"") {
                return false
            }
        }
        return !isAfterBackslash
    }

    /// lowerCamelCase, as protoc makes it: underscores go, and what follows them is raised.
    static func jsonName(_ name: String) -> String {
        var result = ""
        var raises = false
        for scalar in name.unicodeScalars {
            if scalar == "_" {
                raises = true
            } else {
                result += raises ? String(scalar).uppercased() : String(scalar)
                raises = false
            }
        }
        return result
    }
}

// MARK: Words

extension ProtobufDescriptorPrinter {
    /// Names are checked, because a text is made of them: a name with a brace in it would be another schema.
    func name(_ element: ProtobufDescriptorFields) throws(ProtobufDescriptorProblem) -> String {
        guard let name = element.string(1), Self.isIdentifier(name[...]) else {
            throw ProtobufDescriptorProblem("the descriptor has a name that is no identifier")
        }
        return name
    }

    func typeName(_ text: String) throws(ProtobufDescriptorProblem) -> String {
        let name = text.hasPrefix(".") ? text.dropFirst() : text[...]
        guard name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(Self.isIdentifier) else {
            throw ProtobufDescriptorProblem("the descriptor names a type that cannot be one")
        }
        return text
    }

    func reserved(_ name: String) throws(ProtobufDescriptorProblem) -> String {
        guard language == .edition else { return "\"\(ProtobufStringText.escaped(Array(name.utf8)))\"" }
        guard Self.isIdentifier(name[...]) else { throw ProtobufDescriptorProblem("a reserved name is no identifier") }
        return name
    }

    private static func isIdentifier(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F }

    func lastPart(_ name: String?) -> String? { name?.split(separator: ".").last.map(String.init) }

    func visibility(_ element: ProtobufDescriptorFields, _ number: Int32) -> String {
        switch element.integer(number) {
        case 1: "local "
        case 2: "export "
        default: ""
        }
    }

    func rangeText(_ range: ProtobufDescriptorFields, isEndIncluded: Bool, maximum: Int64) -> String {
        let start = int32(range.integer(1))
        let end = Int64(int32(range.integer(2))) - (isEndIncluded ? 0 : 1)
        if end <= Int64(start) { return "\(start)" }
        return "\(start) to \(end >= maximum ? "max" : String(end))"
    }

    func int32(_ value: Int64?) -> Int32 { Int32(truncatingIfNeeded: value ?? 0) }

    func bracketed(_ settings: [String]) -> String { settings.isEmpty ? "" : " [" + settings.joined(separator: ", ") + "]" }
}
