extension ProtobufParser {
    /// `{ statement… }`: reads statements until the block ends, skipping those that cannot be read.
    mutating func parseBlock(_ what: String, _ statement: (inout ProtobufParser) throws(Failure) -> Void) throws(Failure) {
        let open = token.span
        try expect(.leftBrace, "that begins the \(what)")
        while true {
            switch token.kind {
            case .rightBrace:
                advance()
                return
            case .semicolon:
                advance()
            case .end:
                throw fail(.syntax, "this '{' is never closed", open)
            default:
                if isHopeless { throw Failure() }
                do throws(Failure) { try statement(&self) } catch { skipStatement() }
            }
        }
    }

    /// A message, an enum or an extend, in a file or a message, with what may stand before it in edition 2024.
    mutating func parseNested(into body: inout ProtobufBodySyntax) throws(Failure) {
        var visibility = ProtobufVisibility.unsaid
        if token.is(.export) || token.is(.local) {
            let span = token.span
            visibility = token.is(.export) ? .exported : .local
            advance()
            guard token.is(.message) || token.is(.enum) else {
                throw fail(.syntax, "'\(visibility == .exported ? "export" : "local")' stands before a message or an enum", span)
            }
            if tree.edition < .edition2024 {
                report(ProtobufProblem(.notInThisEdition, "'export' and 'local' begin with edition 2024", span))
            }
        }
        if token.is(.message) {
            var message = try parseMessage()
            message.visibility = visibility
            body.messages.append(message)
        } else if token.is(.enum) {
            var enumeration = try parseEnum()
            enumeration.visibility = visibility
            body.enums.append(enumeration)
        } else {
            try parseExtend(into: &body)
        }
    }

    private mutating func parseMessage() throws(Failure) -> ProtobufMessageSyntax {
        let start = token.span
        advance()
        let (name, nameSpan) = try expectName("the message's name")
        let body = try parseMessageBody("message")
        return ProtobufMessageSyntax(kind: .written, name: name, nameSpan: nameSpan, body: body, span: span(from: start))
    }

    /// From `{` to `}`.
    mutating func parseMessageBody(_ what: String) throws(Failure) -> ProtobufBodySyntax {
        guard depth < limits.maximumNesting else {
            let place = token.span
            if token.kind == .leftBrace { skipBlock() }
            report(ProtobufProblem(.tooDeep, "messages stand in each other more than \(limits.maximumNesting) deep", place))
            return ProtobufBodySyntax()
        }
        depth += 1
        defer { depth -= 1 }
        var body = ProtobufBodySyntax()
        try parseBlock(what) { (parser) throws(Failure) in try parser.parseMessageStatement(into: &body) }
        return body
    }

    private mutating func parseMessageStatement(into body: inout ProtobufBodySyntax) throws(Failure) {
        if token.kind == .identifier, token.name.index <= ProtobufKeyword.local.rawValue, !beginsField(),
            let keyword = ProtobufKeyword(rawValue: token.name.index)
        {
            switch keyword {
            case .message, .enum, .extend, .export, .local: return try parseNested(into: &body)
            case .option: return try body.options.append(parseOptionStatement())
            case .oneof: return try parseOneof(into: &body)
            case .extensions: return try parseExtensionRanges(into: &body)
            case .reserved: return try parseReserved(ranges: &body.reservedRanges, names: &body.reservedNames)
            case .import, .service, .rpc, .package:
                throw fail(.syntax, "'\(keyword.text)' does not stand in a message", token.span)
            default: break
            }
        }
        var field = try parseField(in: &body, where: .message)
        field.oneof = nil
        body.fields.append(field)
    }

    /// Whether a keyword is the type of a field here: `message.Foo x = 1`, `package package = 4`.
    private mutating func beginsField() -> Bool {
        let next = peek()
        switch next.kind {
        case .dot:
            // `extend .foo.Bar {` and `reserved.Foo x = 1` differ by what follows; only a keyword that never stands before
            // a point is surely a type.
            return !token.is(.extend) || next.span.start == token.span.end
        case .identifier: return !token.is(.option) && peekTwo().kind == .equals
        default: return false
        }
    }

    private mutating func parseOneof(into body: inout ProtobufBodySyntax) throws(Failure) {
        let start = token.span
        advance()
        let (name, nameSpan) = try expectName("the oneof's name")
        let index = Int32(body.oneofs.count)
        body.oneofs.append(ProtobufOneofSyntax(name: name, nameSpan: nameSpan, span: start))
        try parseBlock("oneof") { (parser) throws(Failure) in
            if parser.token.is(.option), !parser.beginsField() {
                try body.oneofs[Int(index)].options.append(parser.parseOptionStatement())
            } else {
                var field = try parser.parseField(in: &body, where: .oneof)
                field.oneof = index
                body.fields.append(field)
            }
        }
        body.oneofs[Int(index)].span = span(from: start)
    }

    private mutating func parseExtend(into body: inout ProtobufBodySyntax) throws(Failure) {
        try expect(.extend)
        let path = try parsePath(what: "the message to extend")
        let index = Int32(body.extendees.count)
        body.extendees.append(path)
        try parseBlock("extend") { (parser) throws(Failure) in
            var field = try parser.parseField(in: &body, where: .extend)
            field.extendee = index
            body.extensions.append(field)
        }
    }

    private mutating func parseEnum() throws(Failure) -> ProtobufEnumSyntax {
        let start = token.span
        advance()
        let (name, nameSpan) = try expectName("the enum's name")
        var result = ProtobufEnumSyntax(name: name, nameSpan: nameSpan, span: start)
        try parseBlock("enum") { (parser) throws(Failure) in
            let next = parser.token.kind == .identifier ? parser.peek().kind : .end
            if parser.token.is(.option), next != .equals {
                try result.options.append(parser.parseOptionStatement())
            } else if parser.token.is(.reserved), next != .equals {
                try parser.parseReserved(ranges: &result.reservedRanges, names: &result.reservedNames)
            } else if next == .identifier || next == .integer {
                throw parser.fail(.syntax, "an enum holds values, options and reserved numbers, not \(parser.found)", parser.token.span)
            } else {
                try result.values.append(parser.parseEnumValue())
            }
        }
        result.span = span(from: start)
        return result
    }

    private mutating func parseEnumValue() throws(Failure) -> ProtobufEnumSyntax.Value {
        let start = token.span
        let (name, nameSpan) = try expectName("the name of a value")
        try expect(.equals, "between the value's name and its number")
        let number = try parseInteger("the value's number")
        var value = ProtobufEnumSyntax.Value(name: name, nameSpan: nameSpan, number: number, span: start)
        value.options = try parseBracketedOptions()
        try expect(.semicolon, "after the value")
        value.span = span(from: start)
        return value
    }
}
