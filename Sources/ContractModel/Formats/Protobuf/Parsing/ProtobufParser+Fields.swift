extension ProtobufParser {
    enum FieldPlace { case message, oneof, extend }

    /// A field of a message, a oneof or an extend. The messages that groups and maps imply are added to the body.
    mutating func parseField(in body: inout ProtobufBodySyntax, where place: FieldPlace) throws(Failure) -> ProtobufFieldSyntax {
        let start = token.span
        var label: ProtobufLabel?
        var labelSpan = ProtobufSpan.none
        if token.kind == .identifier, let word = ProtobufKeyword.label(token.name), !isTypeNamedLikeLabel() {
            label = word
            labelSpan = token.span
            advance()
        }
        if token.is(.group), peek().kind == .identifier {
            return try parseGroup(in: &body, start: start, label: label, labelSpan: labelSpan)
        }
        let typeStart = token.span
        var type: ProtobufFieldSyntax.FieldType
        var entry: (key: ProtobufFieldSyntax, value: ProtobufFieldSyntax)?
        if token.is(.map), peek().kind == .leftAngle {
            if let label {
                throw fail(.mapField, "a map takes no label: it is repeated by nature", labelSpan, suggestion: "remove '\(label.rawValue)'")
            }
            entry = try parseMapTypes()
            type = .map(Int32(body.messages.count))
        } else {
            type = try parseFieldType("a field's type")
        }
        let typeSpan = span(from: typeStart)
        if token.kind == .leftAngle {
            throw fail(.syntax, "only 'map' takes types in '<>'", token.span)
        }
        let (name, nameSpan) = try expectName("the field's name")
        try expect(.equals, "between the field's name and its number")
        let number = try parseInteger("the field's number")
        var field = ProtobufFieldSyntax(
            name: name, nameSpan: nameSpan, label: label, labelSpan: labelSpan, type: type, typeSpan: typeSpan, number: number,
            span: start)
        field.options = try parseBracketedOptions()
        try expect(.semicolon, "after the field")
        field.span = span(from: start)
        if let entry {
            if place != .message {
                let role = place == .oneof ? "in a oneof" : "as an extension"
                report(ProtobufProblem(.mapField, "a map does not stand \(role)", typeSpan))
            }
            body.messages.append(mapEntry(for: field, entry))
        }
        return field
    }

    /// `optional` as the first part of a type's path, or as a type: `optional.Foo x = 1`.
    private mutating func isTypeNamedLikeLabel() -> Bool {
        let next = peek()
        if next.kind == .dot { return next.span.start == token.span.end }
        return next.kind == .identifier && peekTwo().kind == .equals && ProtobufKeyword.scalar(next.name) == nil
    }

    private mutating func parseFieldType(_ what: String) throws(Failure) -> ProtobufFieldSyntax.FieldType {
        if token.kind == .identifier, let scalar = ProtobufKeyword.scalar(token.name), peek().kind != .dot {
            advance()
            return .scalar(scalar)
        }
        return try .named(parsePath(what: what))
    }

    // MARK: Groups

    private mutating func parseGroup(
        in body: inout ProtobufBodySyntax, start: ProtobufSpan, label: ProtobufLabel?, labelSpan: ProtobufSpan
    ) throws(Failure) -> ProtobufFieldSyntax {
        let typeSpan = token.span
        advance()
        let (name, nameSpan) = try expectName("the group's name")
        try expect(.equals, "between the group's name and its number")
        let number = try parseInteger("the group's number")
        let options = try parseBracketedOptions()
        let text = tree.names[name]
        if token.kind == .semicolon {
            // A field whose type has the name `group`.
            advance()
            tree.pathParts.append(ProtobufNames.ID(index: ProtobufKeyword.group.rawValue))
            let path = ProtobufPath(first: UInt32(tree.pathParts.count - 1), count: 1, isAbsolute: false, span: typeSpan)
            return ProtobufFieldSyntax(
                name: name, nameSpan: nameSpan, label: label, labelSpan: labelSpan, type: .named(path), typeSpan: typeSpan,
                number: number, options: options, span: span(from: start))
        }
        if tree.edition != .proto2 {
            report(
                ProtobufProblem(
                    .notInThisEdition, "groups are of proto2, and this is \(tree.edition.description)", typeSpan,
                    suggestion: tree.edition.isEdition ? "use a message with features.message_encoding = DELIMITED" : "use a message"))
        }
        var messageName = name
        if let first = text.utf8.first, !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
            report(
                ProtobufProblem(
                    .groupName, "a group's name begins with a capital letter, as a message's does, and '\(text)' does not", nameSpan))
            // The field has the name as it is written, so the message needs another.
            messageName = tree.names.id(of: text.prefix(1).uppercased() + text.dropFirst() + (text == text.uppercased() ? "Group" : ""))
        }
        let index = Int32(body.messages.count)
        body.messages.append(ProtobufMessageSyntax(kind: .group, name: messageName, nameSpan: nameSpan, span: start))
        let group = try parseMessageBody("group")
        body.messages[Int(index)].body = group
        body.messages[Int(index)].span = span(from: start)
        return ProtobufFieldSyntax(
            name: tree.names.id(of: text.lowercased()), nameSpan: nameSpan, label: label, labelSpan: labelSpan,
            type: .group(index), typeSpan: typeSpan, number: number, options: options, span: span(from: start))
    }

    // MARK: Maps

    private mutating func parseMapTypes() throws(Failure) -> (key: ProtobufFieldSyntax, value: ProtobufFieldSyntax) {
        advance()
        try expect(.leftAngle, "before the type of the keys")
        let keySpan = token.span
        let key = try parseFieldType("the type of the keys")
        let keyEnd = span(from: keySpan)
        try expect(.comma, "between the types of the keys and of the values")
        let valueSpan = token.span
        let value = try parseFieldType("the type of the values")
        let valueEnd = span(from: valueSpan)
        try expect(.rightAngle, "after the type of the values")
        return (
            mapEntryField("key", 1, key, keyEnd), mapEntryField("value", 2, value, valueEnd)
        )
    }

    private mutating func mapEntryField(
        _ name: String, _ number: Int64, _ type: ProtobufFieldSyntax.FieldType, _ span: ProtobufSpan
    ) -> ProtobufFieldSyntax {
        ProtobufFieldSyntax(
            name: tree.names.id(of: name), nameSpan: span, label: nil, labelSpan: span, type: type, typeSpan: span,
            number: ProtobufInteger(value: number, span: span), span: span)
    }

    /// `my_map` has entries of the message `MyMapEntry`.
    private mutating func mapEntry(
        for field: ProtobufFieldSyntax, _ types: (key: ProtobufFieldSyntax, value: ProtobufFieldSyntax)
    ) -> ProtobufMessageSyntax {
        var name: [UInt8] = []
        var isUpper = true
        for byte in tree.names[field.name].utf8 {
            if byte == UInt8(ascii: "_") {
                isUpper = true
            } else if isUpper {
                name.append((UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte)
                isUpper = false
            } else {
                name.append(byte)
            }
        }
        var body = ProtobufBodySyntax()
        body.fields = [types.key, types.value]
        // As protoc does it: what is said of the map's features holds for keys and values.
        let features = tree.names.id(of: "features")
        let inherited = field.options.filter { option in
            if case .field(features) = option.name[0].name { true } else { false }
        }
        body.fields[0].options = inherited
        body.fields[1].options = inherited
        return ProtobufMessageSyntax(
            kind: .mapEntry, name: tree.names.id(of: String(decoding: name, as: UTF8.self) + "Entry"), nameSpan: field.nameSpan,
            body: body, span: field.span)
    }
}
