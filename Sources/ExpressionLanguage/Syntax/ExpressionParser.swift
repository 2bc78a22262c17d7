/// Recursive descent over CEL's grammar, operators by precedence.
struct ExpressionParser {
    private let tokens: [Token]
    private let limits: ExpressionLimits
    private var place = 0
    private var depth = 0
    private var nodes = 0

    init(tokens: [Token], limits: ExpressionLimits) {
        self.tokens = tokens
        self.limits = limits
    }

    mutating func parseWhole() throws(SyntaxProblem) -> SyntaxNode {
        if current.kind == .end { throw SyntaxProblem(ExpressionCode.syntax, "there is no expression", at: current.span) }
        let node = try parseExpression()
        guard current.kind == .end else { throw unexpected("an operator or the end") }
        return node
    }

    var current: Token { tokens[place] }

    mutating func take() -> Token {
        defer { if place < tokens.count - 1 { place += 1 } }
        return tokens[place]
    }

    func isAt(_ symbol: String) -> Bool { current.kind == .symbol(symbol) }

    /// Whether the token after this one is the symbol.
    func isNext(_ symbol: String) -> Bool { place + 1 < tokens.count && tokens[place + 1].kind == .symbol(symbol) }

    mutating func takeIf(_ symbol: String) -> Bool {
        guard isAt(symbol) else { return false }
        place += 1
        return true
    }

    @discardableResult
    mutating func expect(_ symbol: String) throws(SyntaxProblem) -> Token {
        guard isAt(symbol) else { throw unexpected("'\(symbol)'") }
        return take()
    }

    func unexpected(_ wanted: String) -> SyntaxProblem {
        SyntaxProblem(ExpressionCode.syntax, "\(current.shown) stands where \(wanted) was expected", at: current.span)
    }

    /// Counts the node, and refuses trees too deep to be walked.
    mutating func make(_ kind: SyntaxNode.Kind, _ span: ExpressionSpan, over children: [SyntaxNode] = []) throws(SyntaxProblem) -> SyntaxNode {
        nodes += 1
        let height = (children.map(\.height).max() ?? 0) + 1
        guard nodes <= limits.maximumNodes, height <= limits.maximumDepth else { throw tooComplex(span) }
        return SyntaxNode(kind, span, height: height)
    }

    private func tooComplex(_ span: ExpressionSpan) -> SyntaxProblem {
        SyntaxProblem(
            ExpressionCode.tooComplex,
            nodes > limits.maximumNodes
                ? "the expression has more than \(limits.maximumNodes) parts" : "the expression nests deeper than \(limits.maximumDepth) levels",
            at: span, suggestion: "split it into several expressions")
    }

    /// `condition ? a : b`, or what binds tighter.
    mutating func parseExpression() throws(SyntaxProblem) -> SyntaxNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.maximumDepth else { throw tooComplex(current.span) }
        let condition = try parseLogical("||")
        guard takeIf("?") else { return condition }
        let then = try parseLogical("||")
        try expect(":")
        let otherwise = try parseExpression()
        return try make(
            .conditional(condition, then, otherwise), condition.span.through(otherwise.span), over: [condition, then, otherwise])
    }

    private mutating func parseLogical(_ symbol: String) throws(SyntaxProblem) -> SyntaxNode {
        var terms = [symbol == "||" ? try parseLogical("&&") : try parseRelation(1)]
        while takeIf(symbol) { terms.append(symbol == "||" ? try parseLogical("&&") : try parseRelation(1)) }
        guard terms.count > 1 else { return terms[0] }
        let span = terms[0].span.through(terms[terms.count - 1].span)
        return try make(symbol == "||" ? .any(terms) : .all(terms), span, over: terms)
    }

    private mutating func parseRelation(_ minimum: Int) throws(SyntaxProblem) -> SyntaxNode {
        var left = try parseUnary()
        while case .symbol(let symbol) = current.kind, let found = SyntaxNode.BinaryOperator(rawValue: symbol), found.precedence >= minimum {
            place += 1
            let right = try parseRelation(found.precedence + 1)
            left = try make(.binary(found, left, right), left.span.through(right.span), over: [left, right])
        }
        return left
    }

    private mutating func parseUnary() throws(SyntaxProblem) -> SyntaxNode {
        guard isAt("!") || isAt("-") else { return try parseMember() }
        if isAt("-"), place + 1 < tokens.count {
            switch tokens[place + 1].kind {
            case .int, .double: return try parseMember()
            default: break
            }
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= limits.maximumDepth else { throw tooComplex(current.span) }
        let sign = take()
        let operand = try parseUnary()
        return try make(.unary(sign.kind == .symbol("!") ? .not : .negate, operand), sign.span.through(operand.span), over: [operand])
    }

    /// A primary expression and what is read from it: `.field`, `.method()`, `[index]`.
    private mutating func parseMember() throws(SyntaxProblem) -> SyntaxNode {
        var node = try parsePrimary()
        while true {
            if takeIf(".") {
                let isOptional = takeIf("?")
                let name = try parseField()
                if !isOptional, isAt("(") {
                    if case .quotedIdentifier = tokens[place - 1].kind { throw unexpected("an operator or the end") }
                    let (arguments, end) = try parseArguments()
                    node = try makeCall(name, receiver: node, arguments: arguments, span: node.span.through(end))
                } else {
                    node = try make(.select(node, field: name, isOptional: isOptional), node.span.through(name.span), over: [node])
                }
            } else if takeIf("[") {
                let isOptional = takeIf("?")
                let index = try parseExpression()
                let end = try expect("]").span
                node = try make(.index(node, index, isOptional: isOptional), node.span.through(end), over: [node, index])
            } else if isAt("{"), node.qualifiedName != nil {
                node = try parseMessage(node)
            } else {
                return node
            }
        }
    }

    private mutating func parseField() throws(SyntaxProblem) -> SyntaxNode.Name {
        switch current.kind {
        case .identifier(let name), .quotedIdentifier(let name): return SyntaxNode.Name(text: name, span: take().span)
        default: throw unexpected("a field's name")
        }
    }

    /// What stands in parentheses, and the closing one.
    mutating func parseArguments() throws(SyntaxProblem) -> ([SyntaxNode], ExpressionSpan) {
        try expect("(")
        var arguments: [SyntaxNode] = []
        if !isAt(")") {
            repeat { arguments.append(try parseExpression()) } while takeIf(",")
        }
        return (arguments, try expect(")").span)
    }
}
