extension ProtobufParser {
    /// `option name = value;`
    mutating func parseOptionStatement() throws(Failure) -> ProtobufOptionSyntax {
        advance()
        let option = try parseOption()
        try expect(.semicolon, "after the option")
        return option
    }

    /// `[a = 1, b = 2]`, or nothing.
    mutating func parseBracketedOptions() throws(Failure) -> [ProtobufOptionSyntax] {
        guard token.kind == .leftBracket else { return [] }
        advance()
        var options: [ProtobufOptionSyntax] = []
        repeat { try options.append(parseOption()) } while take(.comma)
        try expect(.rightBracket, "after the options")
        return options
    }

    private mutating func parseOption() throws(Failure) -> ProtobufOptionSyntax {
        let start = token.span
        var name: [ProtobufOptionSyntax.NamePart] = []
        repeat {
            let partStart = token.span
            if take(.leftParenthesis) {
                let path = try parsePath(what: "the name of an extension")
                try expect(.rightParenthesis, "after the extension's name")
                name.append(.init(name: .extension(path), span: span(from: partStart)))
            } else {
                let (id, span) = try expectName("the option's name")
                name.append(.init(name: .field(id), span: span))
            }
            guard name.count <= limits.maximumValueNesting else {
                throw fail(.tooDeep, "an option's name has more than \(limits.maximumValueNesting) parts", name[0].span)
            }
        } while take(.dot)
        try expect(.equals, "between the option's name and its value")
        let value = try parseOptionValue()
        return ProtobufOptionSyntax(name: name, value: value, span: span(from: start))
    }

    private mutating func parseOptionValue() throws(Failure) -> ProtobufValueSyntax {
        switch token.kind {
        case .leftBrace: return try parseMessageValue(depth: 0)
        case .leftBracket:
            throw fail(.syntax, "a list stands only inside '{}'", token.span, suggestion: "set the option once for each element")
        case .leftAngle:
            throw fail(.syntax, "'<>' stands only inside '{}'", token.span)
        default: return try parseScalarValue()
        }
    }

    // MARK: Values

    private mutating func parseScalarValue() throws(Failure) -> ProtobufValueSyntax {
        let start = token.span
        let isNegative = take(.minus)
        let content: ProtobufValueSyntax.Content
        switch token.kind {
        case .identifier:
            content = .identifier(tree.names[token.name], isNegative: isNegative)
            advance()
            if token.kind == .dot { throw fail(.syntax, "a value has no path: write its last part alone", token.span) }
        case .integer:
            if let value = ProtobufLiterals.integer(text(token.span)) {
                content = .integer(value, isNegative: isNegative)
            } else {
                let value = ProtobufLiterals.float(text(token.span))
                content = .float(isNegative ? -value : value, isInteger: true)
            }
            advance()
        case .float:
            let value = ProtobufLiterals.float(text(token.span))
            content = .float(isNegative ? -value : value, isInteger: false)
            advance()
        case .string where !isNegative:
            content = try .string(parseString().value)
        default:
            throw unexpected("a value")
        }
        return ProtobufValueSyntax(content: content, span: span(from: start))
    }

    /// `{ name: value, name { } }`, or in `<>`.
    private mutating func parseMessageValue(depth: Int) throws(Failure) -> ProtobufValueSyntax {
        let start = token.span
        try checkDepth(depth)
        let closing: ProtobufToken.Kind = token.kind == .leftBrace ? .rightBrace : .rightAngle
        advance()
        var members: [ProtobufValueSyntax.Member] = []
        while !take(closing) {
            let (name, nameSpan) = try parseMemberName()
            let hasColon = take(.colon)
            let value: ProtobufValueSyntax
            switch token.kind {
            case .leftBrace, .leftAngle: value = try parseMessageValue(depth: depth + 1)
            case .leftBracket: value = try parseListValue(depth: depth + 1, ofMessages: !hasColon)
            default:
                guard hasColon else { throw unexpected("':' and a value, or '{'") }
                value = try parseScalarValue()
            }
            members.append(.init(name: name, nameSpan: nameSpan, value: value))
            if !take(.comma) { _ = take(.semicolon) }
        }
        return ProtobufValueSyntax(content: .message(members), span: span(from: start))
    }

    private mutating func checkDepth(_ depth: Int) throws(Failure) {
        guard depth < limits.maximumValueNesting else {
            throw fail(.tooDeep, "a value is more than \(limits.maximumValueNesting) deep", token.span)
        }
    }

    private mutating func parseListValue(depth: Int, ofMessages: Bool) throws(Failure) -> ProtobufValueSyntax {
        let start = token.span
        try checkDepth(depth)
        advance()
        var elements: [ProtobufValueSyntax] = []
        if !take(.rightBracket) {
            repeat {
                switch token.kind {
                case .leftBrace, .leftAngle: try elements.append(parseMessageValue(depth: depth + 1))
                case .leftBracket: throw fail(.syntax, "a list holds no lists", token.span)
                default:
                    guard !ofMessages else { throw unexpected("'{': a list without ':' before it holds messages") }
                    try elements.append(parseScalarValue())
                }
            } while take(.comma)
            try expect(.rightBracket, "after the list")
        }
        return ProtobufValueSyntax(content: .list(elements), span: span(from: start))
    }

    private mutating func parseMemberName() throws(Failure) -> (ProtobufValueSyntax.Member.Name, ProtobufSpan) {
        let start = token.span
        guard take(.leftBracket) else {
            let (name, span) = try expectName("a field's name or '[' and an extension's")
            return (.field(name), span)
        }
        var prefix = ""
        while true {
            let path = try parsePath(what: "the name of an extension or the URL of a type")
            let written = tree.text(of: path)
            switch token.kind {
            case .slash:
                advance()
                prefix += prefix.isEmpty ? written : "/" + written
            case .minus:
                // Hosts may have hyphens; extensions may not, and are found unknown then.
                advance()
                prefix += written + "-"
            case .rightBracket:
                advance()
                let name: ProtobufValueSyntax.Member.Name =
                    prefix.isEmpty ? .extension(path) : .any(prefix: prefix, type: path)
                return (name, span(from: start))
            default:
                throw unexpected("']' after the name")
            }
        }
    }

    // MARK: Names and strings

    /// `foo.bar.Baz`, or `.foo.bar.Baz`.
    mutating func parsePath(what: @autoclosure () -> String = "a name") throws(Failure) -> ProtobufPath {
        let start = token.span
        let first = tree.pathParts.count
        let isAbsolute = take(.dot)
        repeat {
            let (name, _) = try expectName(what())
            tree.pathParts.append(name)
        } while take(.dot)
        return ProtobufPath(
            first: UInt32(first), count: UInt32(tree.pathParts.count - first), isAbsolute: isAbsolute, span: span(from: start))
    }

    /// One literal, or several that stand after each other.
    mutating func parseString() throws(Failure) -> (value: [UInt8], span: ProtobufSpan) {
        let start = token.span
        var value: [UInt8] = []
        while token.kind == .string {
            do throws(ProtobufLiterals.EscapeProblem) {
                try ProtobufLiterals.string(text(token.span), into: &value)
            } catch {
                switch error {
                case .at(let offset, let message):
                    let place = token.span.start + UInt32(offset)
                    report(ProtobufProblem(.invalidString, message, ProtobufSpan(start: place, end: min(place + 2, token.span.end))))
                }
            }
            advance()
        }
        return (value, span(from: start))
    }
}
