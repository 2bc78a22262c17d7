extension ExpressionParser {
    /// A call, or the macro that it is (CEL specification, "Macros").
    mutating func makeCall(
        _ name: SyntaxNode.Name, receiver: SyntaxNode?, arguments: [SyntaxNode], span: ExpressionSpan
    ) throws(SyntaxProblem) -> SyntaxNode {
        let children = (receiver.map { [$0] } ?? []) + arguments
        guard let kind = try macro(name, receiver: receiver, arguments: arguments, span: span) else {
            return try make(.call(name, receiver: receiver, arguments: arguments), span, over: children)
        }
        return try make(kind, span, over: children)
    }

    private func macro(
        _ name: SyntaxNode.Name, receiver: SyntaxNode?, arguments: [SyntaxNode], span: ExpressionSpan
    ) throws(SyntaxProblem) -> SyntaxNode.Kind? {
        guard let receiver else {
            guard name.text == "has" else { return nil }
            guard arguments.count == 1, case .select(let operand, let field, let isOptional) = arguments[0].kind else {
                throw SyntaxProblem(
                    ExpressionCode.syntax, "'has' takes one field", at: span, suggestion: "write it as 'has(topic.description)'")
            }
            return .has(operand, field: field, isOptional: isOptional)
        }
        if name.text == "bind", arguments.count == 3, receiver.qualifiedName?.text == "cel" {
            return .bind(try variable(arguments[0]), arguments[1], body: arguments[2])
        }
        if name.text == "optMap" || name.text == "optFlatMap", arguments.count == 2 {
            return .optionalMap(receiver, try variable(arguments[0]), body: arguments[1], isFlat: name.text == "optFlatMap")
        }
        return try comprehension(name.text, over: receiver, arguments).map(SyntaxNode.Kind.comprehension)
    }

    private func comprehension(
        _ name: String, over range: SyntaxNode, _ arguments: [SyntaxNode]
    ) throws(SyntaxProblem) -> SyntaxNode.Comprehension? {
        func make(
            _ kind: SyntaxNode.Comprehension.Kind, variables: Int, hasCondition: Bool = false
        ) throws(SyntaxProblem) -> SyntaxNode.Comprehension {
            let first = try variable(arguments[0])
            let second = variables == 2 ? try variable(arguments[1]) : nil
            if let second, second.text == first.text {
                throw SyntaxProblem(ExpressionCode.syntax, "both variables are called '\(first.text)'", at: second.span)
            }
            return SyntaxNode.Comprehension(
                kind: kind, range: range, first: first, second: second,
                condition: hasCondition ? arguments[variables] : nil, body: arguments[arguments.count - 1])
        }
        switch (name, arguments.count) {
        case ("all", 2): return try make(.all, variables: 1)
        case ("all", 3): return try make(.all, variables: 2)
        case ("exists", 2): return try make(.exists, variables: 1)
        case ("exists", 3): return try make(.exists, variables: 2)
        case ("exists_one", 2), ("existsOne", 2): return try make(.existsOne, variables: 1)
        case ("exists_one", 3), ("existsOne", 3): return try make(.existsOne, variables: 2)
        case ("map", 2): return try make(.map, variables: 1)
        case ("map", 3): return try make(.map, variables: 1, hasCondition: true)
        case ("filter", 2): return try make(.filter, variables: 1)
        case ("transformList", 3): return try make(.transformList, variables: 2)
        case ("transformList", 4): return try make(.transformList, variables: 2, hasCondition: true)
        case ("transformMap", 3): return try make(.transformMap, variables: 2)
        case ("transformMap", 4): return try make(.transformMap, variables: 2, hasCondition: true)
        case ("transformMapEntry", 3): return try make(.transformMapEntry, variables: 2)
        case ("transformMapEntry", 4): return try make(.transformMapEntry, variables: 2, hasCondition: true)
        default: return nil
        }
    }

    private func variable(_ node: SyntaxNode) throws(SyntaxProblem) -> SyntaxNode.Name {
        guard case .name(let name, isAbsolute: false) = node.kind else {
            throw SyntaxProblem(
                ExpressionCode.syntax, "the macro wants a new variable's name here", at: node.span,
                suggestion: "write a plain name, as in 'list.all(item, item > 0)'")
        }
        return SyntaxNode.Name(text: name, span: node.span)
    }
}
