/// Resolves the names of an expression and lays it out for evaluation. Needs no types: what has not been checked is
/// evaluated by the same rules.
struct ProgramBuilder {
    let environment: ExpressionEnvironment
    /// Variables of macros in scope, outermost first. Their places are their slots.
    private var locals: [String] = []
    private(set) var slotCount = 0
    /// Variables that the expression reads.
    private(set) var variables: Set<String> = []

    init(environment: ExpressionEnvironment) { self.environment = environment }

    mutating func build(_ node: SyntaxNode) -> Instruction {
        let span = node.span
        switch node.kind {
        case .literal(let value): return .constant(value)
        case .name, .select: return name(node) ?? select(node)
        case .has(let operand, let field, _): return .has(build(operand), field.text, span)
        case .index(let operand, let index, let isOptional): return .index(build(operand), build(index), isOptional: isOptional, span)
        case .call(let name, let receiver, let arguments): return call(name, receiver, arguments, span)
        case .unary(let unary, let operand): return .unary(unary, build(operand), span)
        case .binary(let binary, let left, let right): return .binary(binary, build(left), build(right), span)
        case .all(let terms): return .all(terms.map { build($0) }, span)
        case .any(let terms): return .any(terms.map { build($0) }, span)
        case .conditional(let condition, let then, let otherwise): return .conditional(build(condition), build(then), build(otherwise), span)
        case .list(let elements):
            return .list(elements.map { Instruction.Element(value: build($0.node), isOptional: $0.isOptional) }, span)
        case .map(let entries):
            return .map(
                entries.map { entry in
                    Instruction.Entry(
                        key: build(entry.key), value: build(entry.value), isOptional: entry.isOptional, span: entry.key.span)
                }, span)
        case .message(let name, let fields): return message(name, fields, span)
        case .comprehension(let comprehension): return build(comprehension, span)
        case .bind(let name, let value, let body):
            let value = build(value)
            let slot = open(name)
            defer { locals.removeLast() }
            return .bind(slot, value, body: build(body))
        case .optionalMap(let operand, let name, let body, let isFlat):
            let operand = build(operand)
            let slot = open(name)
            defer { locals.removeLast() }
            return .optionalMap(operand, slot, body: build(body), isFlat: isFlat, span)
        }
    }

    private mutating func open(_ name: SyntaxNode.Name) -> Int {
        locals.append(name.text)
        slotCount = max(slotCount, locals.count)
        return locals.count - 1
    }

    /// The longest name at the start of `a.b.c` that stands for something is read, the rest are fields.
    private mutating func name(_ node: SyntaxNode) -> Instruction? {
        guard let (name, isAbsolute) = node.qualifiedName else { return nil }
        if !isAbsolute, let first = node.firstName, let slot = locals.lastIndex(of: first) {
            if case .name = node.kind { return .local(slot) }
            return nil
        }
        switch environment.meaning(of: name, isAbsolute: isAbsolute) {
        case .variable(let name, _):
            variables.insert(name)
            return .variable(name, node.span)
        case .type(let type): return .constant(.type(type))
        case nil: break
        }
        guard case .name = node.kind else { return nil }
        return .failure(.unknownName, "there is no variable '\(name)'", node.span)
    }

    private mutating func select(_ node: SyntaxNode) -> Instruction {
        guard case .select(let operand, let field, let isOptional) = node.kind else {
            return .failure(.unknownName, "there is no such name", node.span)
        }
        return .select(build(operand), field.text, isOptional: isOptional, node.span)
    }

    private mutating func call(
        _ name: SyntaxNode.Name, _ receiver: SyntaxNode?, _ arguments: [SyntaxNode], _ span: ExpressionSpan
    ) -> Instruction {
        let found = environment.called(name.text, receiver: receiver, locals: locals)
        guard let function = found.function else {
            return .failure(.noSuchOverload, "there is no function '\(found.name)'", span)
        }
        let all = found.isNamespaced ? arguments : (receiver.map { [$0] } ?? []) + arguments
        return .call(precompiled(function, all) ?? function.body, name: function.name, all.map { build($0) }, span)
    }

    /// A pattern that is written out is compiled once, not at every evaluation.
    private func precompiled(_ function: ExpressionFunction, _ arguments: [SyntaxNode]) -> ExpressionFunction.Body? {
        guard function.name == "matches", arguments.count == 2, case .literal(.string(let text)) = arguments[1].kind,
            let pattern = try? TextPattern(text)
        else { return nil }
        return { meter, arguments throws(EvaluationError) in
            guard case .string(let text)? = arguments.first else { throw noSuchOverload }
            return .bool(try pattern.matches(text, &meter))
        }
    }

    private mutating func build(_ comprehension: SyntaxNode.Comprehension, _ span: ExpressionSpan) -> Instruction {
        let range = build(comprehension.range)
        let first = open(comprehension.first)
        let second = comprehension.second.map { open($0) }
        defer { locals.removeLast(second == nil ? 1 : 2) }
        return .comprehension(
            Instruction.Comprehension(
                kind: comprehension.kind, range: range, first: first, second: second,
                condition: comprehension.condition.map { build($0) }, body: build(comprehension.body), span: span))
    }

    private mutating func message(_ name: SyntaxNode, _ fields: [SyntaxNode.MessageField], _ span: ExpressionSpan) -> Instruction {
        guard let message = environment.wellKnownMessage(name) else {
            return .failure(.unknownName, "there is no message '\(name.qualifiedName?.text ?? "")'", span)
        }
        let values = fields.map { build($0.value) }
        let names = fields.map(\.name.text)
        return .call({ _, values throws(EvaluationError) in try message.value(names, values) }, name: message.name, values, span)
    }
}

extension ExpressionEnvironment {
    /// `math.abs(x)` is a function in a namespace where `math` is no variable of a macro; otherwise `a.b(x)` is a method of `a`.
    func called(_ name: String, receiver: SyntaxNode?, locals: [String]) -> (function: ExpressionFunction?, name: String, isNamespaced: Bool) {
        guard let receiver else {
            let isAbsolute = name.hasPrefix(".")
            let name = isAbsolute ? String(name.dropFirst()) : name
            return (function(named: name, isAbsolute: isAbsolute), name, false)
        }
        if let (prefix, isAbsolute) = receiver.qualifiedName, isAbsolute || !locals.contains(receiver.firstName ?? "") {
            let full = "\(prefix).\(name)"
            if let function = function(named: full, isAbsolute: isAbsolute) { return (function, full, true) }
        }
        return (functions[name], name, false)
    }
}
