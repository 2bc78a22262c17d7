import Diagnostics

/// Finds the type of every part. Where something is wrong the part counts as `dyn`, so that one mistake is told once.
struct ExpressionChecker {
    let source: ExpressionSource
    let environment: ExpressionEnvironment
    var types = TypeInference()
    private(set) var diagnostics: [Diagnostic] = []
    /// Variables of macros in scope, outermost first.
    private(set) var locals: [(name: String, type: ExpressionType)] = []

    init(_ source: ExpressionSource, _ environment: ExpressionEnvironment) {
        self.source = source
        self.environment = environment
    }

    mutating func check(_ node: SyntaxNode) -> ExpressionType {
        switch node.kind {
        case .literal(let value): return value.type
        case .name, .select: return checkName(node) ?? checkSelect(node)
        case .has(let operand, let field, _):
            _ = checkField(check(operand), field, isTest: true)
            return .bool
        case .index(let operand, let index, let isOptional): return checkIndex(operand, index, isOptional, node.span)
        case .call(let name, let receiver, let arguments): return checkCall(name, receiver, arguments, node.span)
        case .unary(let unary, let operand): return checkOperator(unary.function, unary.rawValue, [check(operand)], node.span)
        case .binary(let binary, let left, let right):
            return checkOperator(binary.function, binary.rawValue, [check(left), check(right)], node.span)
        case .all(let terms): return checkLogical(terms, "&&")
        case .any(let terms): return checkLogical(terms, "||")
        case .conditional(let condition, let then, let otherwise): return checkConditional(condition, then, otherwise)
        case .list(let elements):
            let joined = elements.map { check($0.node, isOptional: $0.isOptional) }
            return .list(types.join(joined))
        case .map(let entries): return checkMap(entries)
        case .message(let name, let fields): return checkMessage(name, fields, node.span)
        case .comprehension(let comprehension): return check(comprehension, node.span)
        case .bind(let name, let value, let body):
            locals.append((name.text, check(value)))
            defer { locals.removeLast() }
            return check(body)
        case .optionalMap(let operand, let name, let body, let isFlat): return checkOptionalMap(operand, name, body, isFlat)
        }
    }

    mutating func open(_ name: SyntaxNode.Name, _ type: ExpressionType) { locals.append((name.text, type)) }

    mutating func close(_ count: Int) { locals.removeLast(count) }

    mutating func report(_ code: String, _ message: String, at span: ExpressionSpan, suggestion: String? = nil, notes: [String] = []) {
        diagnostics.append(Diagnostic(code: code, message, at: source.range(of: span), notes: notes, suggestion: suggestion))
    }

    func shown(_ type: ExpressionType) -> String { types.resolve(type, isFinal: true).description }

    private mutating func checkLogical(_ terms: [SyntaxNode], _ symbol: String) -> ExpressionType {
        for term in terms {
            let type = check(term)
            if !types.isAssignable(type, to: .bool) {
                report(ExpressionCode.typeMismatch, "'\(symbol)' takes bools, and this is \(shown(type))", at: term.span)
            }
        }
        return .bool
    }

    private mutating func checkConditional(_ condition: SyntaxNode, _ then: SyntaxNode, _ otherwise: SyntaxNode) -> ExpressionType {
        let type = check(condition)
        if !types.isAssignable(type, to: .bool) {
            report(ExpressionCode.typeMismatch, "the condition before '?' is \(shown(type)), where bool is wanted", at: condition.span)
        }
        let (first, second) = (check(then), check(otherwise))
        guard types.isAssignable(first, to: second) else {
            report(
                ExpressionCode.typeMismatch, "the two sides of ':' are \(shown(first)) and \(shown(second))", at: then.span.through(otherwise.span),
                suggestion: "make both the same type, or wrap one in 'dyn(…)'")
            return .dyn
        }
        return types.mostGeneral(first, second)
    }

    private mutating func check(_ node: SyntaxNode, isOptional: Bool) -> ExpressionType {
        let type = check(node)
        guard isOptional else { return type }
        let held = types.fresh()
        guard types.isAssignable(type, to: .optional(held)) else {
            report(ExpressionCode.typeMismatch, "what stands behind '?' is \(shown(type)), where an optional is wanted", at: node.span)
            return .dyn
        }
        return type == .dyn ? .dyn : held
    }

    private mutating func checkMap(_ entries: [SyntaxNode.Entry]) -> ExpressionType {
        var keys: [ExpressionType] = []
        var values: [ExpressionType] = []
        for entry in entries {
            let key = check(entry.key)
            switch types.resolve(key) {
            case .bool, .int, .uint, .string, .dyn, .unknown: break
            default:
                report(ExpressionCode.typeMismatch, "a key of a map is a bool, int, uint or string, and this is \(shown(key))", at: entry.key.span)
            }
            keys.append(key)
            values.append(check(entry.value, isOptional: entry.isOptional))
        }
        return .map(types.join(keys), types.join(values))
    }

    private mutating func checkOptionalMap(_ operand: SyntaxNode, _ name: SyntaxNode.Name, _ body: SyntaxNode, _ isFlat: Bool) -> ExpressionType {
        let type = check(operand)
        let held = types.fresh()
        let macro = isFlat ? "optFlatMap" : "optMap"
        if !types.isAssignable(type, to: .optional(held)) {
            report(ExpressionCode.typeMismatch, "'\(macro)' is called on \(shown(type)), where an optional is wanted", at: operand.span)
        }
        locals.append((name.text, types.resolve(type) == .dyn ? .dyn : held))
        defer { locals.removeLast() }
        let result = check(body)
        guard isFlat else { return .optional(result) }
        if !types.isAssignable(result, to: .optional(types.fresh())) {
            report(ExpressionCode.typeMismatch, "'\(macro)' wants an optional, and this is \(shown(result))", at: body.span)
        }
        return result
    }
}
