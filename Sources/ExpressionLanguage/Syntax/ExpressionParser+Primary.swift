extension ExpressionParser {
    mutating func parsePrimary() throws(SyntaxProblem) -> SyntaxNode {
        let token = current
        switch token.kind {
        case .symbol("("):
            _ = take()
            let node = try parseExpression()
            let end = try expect(")").span
            // The same node, known by its parentheses, so that messages underline them, too.
            return try make(node.kind, token.span.through(end), like: node)
        case .symbol("["): return try parseList()
        case .symbol("{"): return try parseMap()
        case .symbol("."):
            _ = take()
            guard case .identifier(let name) = current.kind else { throw unexpected("a name") }
            return try parseName(name, start: token.span, isAbsolute: true)
        case .identifier(let name): return try parseName(name, start: token.span, isAbsolute: false)
        case .symbol("-"):
            _ = take()
            let number = take()
            return try make(.literal(try negative(number, sign: token)), token.span.through(number.span))
        case .quotedIdentifier(let name):
            throw SyntaxProblem(
                ExpressionCode.syntax, "a name in backticks stands only behind a dot", at: token.span,
                suggestion: "write the field's owner before it: 'labels.`\(name)`'")
        default:
            let value = try literal(token)
            _ = take()
            return try make(.literal(value), token.span)
        }
    }

    private func literal(_ token: Token) throws(SyntaxProblem) -> ExpressionValue {
        switch token.kind {
        case .int(let value):
            guard let value = Int64(exactly: value) else {
                throw SyntaxProblem(
                    ExpressionCode.syntax, "the number is too large for an int", at: token.span, suggestion: "write 'u' behind it for a uint")
            }
            return .int(value)
        case .uint(let value): return .uint(value)
        case .double(let value): return .double(value)
        case .string(let value): return .string(value)
        case .bytes(let value): return .bytes(value)
        case .symbol("true"): return .bool(true)
        case .symbol("false"): return .bool(false)
        case .symbol("null"): return .null
        default: throw unexpected("a value")
        }
    }

    private func negative(_ number: Token, sign: Token) throws(SyntaxProblem) -> ExpressionValue {
        if case .double(let value) = number.kind { return .double(-value) }
        guard case .int(let value) = number.kind, value <= 1 << 63 else {
            throw SyntaxProblem(ExpressionCode.syntax, "the number is too small for an int", at: sign.span.through(number.span))
        }
        return .int(Int64(truncatingIfNeeded: 0 &- value))
    }

    private mutating func parseName(_ name: String, start: ExpressionSpan, isAbsolute: Bool) throws(SyntaxProblem) -> SyntaxNode {
        let nameSpan = take().span
        let span = start.through(nameSpan)
        if isAt("(") {
            let (arguments, end) = try parseArguments()
            let name = SyntaxNode.Name(text: isAbsolute ? "." + name : name, span: span)
            return try makeCall(name, receiver: nil, arguments: arguments, span: span.through(end))
        }
        if ExpressionWords.reserved.contains(name) {
            throw SyntaxProblem(ExpressionCode.syntax, "'\(name)' is a reserved word and cannot be a name", at: nameSpan)
        }
        return try make(.name(name, isAbsolute: isAbsolute), span)
    }

    private mutating func parseList() throws(SyntaxProblem) -> SyntaxNode {
        let start = take().span
        var elements: [SyntaxNode.Element] = []
        while !isAt("]") {
            let isOptional = takeIf("?")
            elements.append(SyntaxNode.Element(node: try parseExpression(), isOptional: isOptional))
            guard takeIf(",") else { break }
        }
        let end = try expect("]").span
        return try make(.list(elements), start.through(end), over: elements.map(\.node))
    }

    private mutating func parseMap() throws(SyntaxProblem) -> SyntaxNode {
        let start = take().span
        var entries: [SyntaxNode.Entry] = []
        while !isAt("}") {
            let isOptional = takeIf("?")
            let key = try parseExpression()
            try expect(":")
            entries.append(SyntaxNode.Entry(key: key, value: try parseExpression(), isOptional: isOptional))
            guard takeIf(",") else { break }
        }
        let end = try expect("}").span
        return try make(.map(entries), start.through(end), over: entries.flatMap { [$0.key, $0.value] })
    }

    /// `Name{field: value}`. Only the well-known wrappers and times are messages here; the checker says so.
    mutating func parseMessage(_ name: SyntaxNode) throws(SyntaxProblem) -> SyntaxNode {
        try expect("{")
        var fields: [SyntaxNode.MessageField] = []
        while !isAt("}") {
            _ = takeIf("?")
            let token = take()
            switch token.kind {
            case .identifier(let field), .quotedIdentifier(let field):
                try expect(":")
                fields.append(SyntaxNode.MessageField(name: SyntaxNode.Name(text: field, span: token.span), value: try parseExpression()))
            default:
                throw SyntaxProblem(ExpressionCode.syntax, "\(token.shown) stands where a field's name was expected", at: token.span)
            }
            guard takeIf(",") else { break }
        }
        let end = try expect("}").span
        return try make(.message(name, fields), name.span.through(end), over: fields.map(\.value))
    }

    private mutating func make(_ kind: SyntaxNode.Kind, _ span: ExpressionSpan, like node: SyntaxNode) throws(SyntaxProblem) -> SyntaxNode {
        SyntaxNode(kind, span, height: node.height)
    }
}
