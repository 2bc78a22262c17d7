import Diagnostics

extension ExpressionChecker {
    mutating func checkOperator(_ function: String, _ symbol: String, _ operands: [ExpressionType], _ span: ExpressionSpan) -> ExpressionType {
        guard let function = FunctionLibrary.operators[function] else { return .dyn }
        if let result = resolve(function.overloads, operands) { return result }
        let shown = operands.map { self.shown($0) }
        let message =
            switch (symbol, shown.count) {
            case ("==", 2), ("!=", 2), ("<", 2), ("<=", 2), (">", 2), (">=", 2): "'\(symbol)' cannot compare \(shown[0]) with \(shown[1])"
            case ("in", 2): "'in' cannot look for \(shown[0]) in \(shown[1])"
            case (_, 2): "'\(symbol)' takes no \(shown[0]) and \(shown[1])"
            default: "'\(symbol)' takes no \(shown[0])"
            }
        report(ExpressionCode.typeMismatch, message, at: span, suggestion: conversion(of: operands))
        return .dyn
    }

    /// Where two numbers do not go together, what makes them do.
    private func conversion(of operands: [ExpressionType]) -> String? {
        guard operands.count == 2 else { return nil }
        let numbers: [ExpressionType] = [.int, .uint, .double]
        let (left, right) = (types.resolve(operands[0]), types.resolve(operands[1]))
        if numbers.contains(left), numbers.contains(right) { return "convert one of the two: '\(left)(…)'" }
        if left == .string, numbers.contains(right) { return "write 'string(…)' round the number" }
        if right == .string, numbers.contains(left) { return "write 'string(…)' round the number" }
        return nil
    }

    mutating func checkCall(
        _ name: SyntaxNode.Name, _ receiver: SyntaxNode?, _ arguments: [SyntaxNode], _ span: ExpressionSpan
    ) -> ExpressionType {
        let found = environment.called(name.text, receiver: receiver, locals: locals.map(\.name))
        let isMember = receiver != nil && !found.isNamespaced
        var operands: [ExpressionType] = []
        if isMember, let receiver { operands.append(check(receiver)) }
        for argument in arguments { operands.append(check(argument)) }
        let overloads = found.function?.overloads.filter { $0.isMember == isMember } ?? []
        guard let function = found.function, !overloads.isEmpty else {
            reportUnknownFunction(found.name, isMember: isMember, receiver, operands.first, at: name.span)
            return .dyn
        }
        let values = isMember ? (receiver.map { [$0] } ?? []) + arguments : arguments
        guard let result = resolve(overloads, operands) else {
            let given = operands.dropFirst(isMember ? 1 : 0).map { shown($0) }.joined(separator: ", ")
            let on = isMember ? "\(shown(operands[0]))." : ""
            report(
                ExpressionCode.typeMismatch, "there is no '\(on)\(function.name)(\(given))'", at: span,
                suggestion: "there is \(overloads.prefix(6).map { "'\($0.signature)'" }.joined(separator: ", "))")
            return .dyn
        }
        if environment.checksLiterals { checkLiterals(of: function.name, values) }
        return result
    }

    private mutating func reportUnknownFunction(
        _ name: String, isMember: Bool, _ receiver: SyntaxNode?, _ receiverType: ExpressionType?, at span: ExpressionSpan
    ) {
        let known = environment.functions.values.filter { function in function.overloads.contains { $0.isMember == isMember } }.map(\.name)
        var suggestion = closestMatch(to: name, among: known).map { "did you mean '\($0)'?" }
        if environment.functions[name] != nil {
            suggestion = isMember ? "it is written '\(name)(…)'" : "it is written behind a value: 'value.\(name)(…)'"
        }
        if isMember, let receiverType, case .object(let typeName) = types.resolve(receiverType),
            environment.objectTypes[typeName]?.fields[name] != nil
        {
            suggestion = "'\(name)' is a field: leave the parentheses out"
        }
        report(ExpressionCode.unknownFunction, "there is no function '\(name)'", at: span, suggestion: suggestion)
    }

    /// The result of the overloads that take the operands: of the first that does where all types are known; `dyn` where not,
    /// and several do, with different results.
    private mutating func resolve(_ overloads: [ExpressionFunction.Overload], _ operands: [ExpressionType]) -> ExpressionType? {
        var result: ExpressionType?
        let areKnown = operands.allSatisfy { types.resolve($0).isConcrete }
        for overload in overloads {
            var (parameters, found) = types.instantiate(overload)
            if overload.isVariadic, let last = parameters.last {
                while parameters.count < operands.count { parameters.append(last) }
            }
            guard parameters.count == operands.count, types.areAssignable(operands, to: parameters) else { continue }
            found = types.resolve(found)
            if areKnown { return found }
            if let known = result {
                if known != .dyn, known != found { result = .dyn }
            } else {
                result = found
            }
        }
        return result
    }

    mutating func check(_ comprehension: SyntaxNode.Comprehension, _ span: ExpressionSpan) -> ExpressionType {
        let range = check(comprehension.range)
        let (first, second) = elements(of: range, comprehension)
        open(comprehension.first, first)
        if let name = comprehension.second { open(name, second) }
        defer { close(comprehension.second == nil ? 1 : 2) }
        if let condition = comprehension.condition { checkCondition(condition, comprehension) }
        switch comprehension.kind {
        case .all, .exists, .existsOne:
            checkCondition(comprehension.body, comprehension)
            return .bool
        case .filter:
            checkCondition(comprehension.body, comprehension)
            return .list(first)
        case .map, .transformList: return .list(check(comprehension.body))
        case .transformMap: return .map(first, check(comprehension.body))
        case .transformMapEntry:
            let body = check(comprehension.body)
            let (key, value) = (types.fresh(), types.fresh())
            if !types.isAssignable(body, to: .map(key, value)) {
                report(ExpressionCode.typeMismatch, "'transformMapEntry' wants a map, and this is \(shown(body))", at: comprehension.body.span)
            }
            return .map(key, value)
        }
    }

    private mutating func checkCondition(_ node: SyntaxNode, _ comprehension: SyntaxNode.Comprehension) {
        let type = check(node)
        guard !types.isAssignable(type, to: .bool) else { return }
        report(ExpressionCode.typeMismatch, "the condition of '\(comprehension.kind.rawValue)' is \(shown(type)), where bool is wanted", at: node.span)
    }

    /// The types of a macro's variables.
    private mutating func elements(of range: ExpressionType, _ comprehension: SyntaxNode.Comprehension) -> (ExpressionType, ExpressionType) {
        let isPair = comprehension.second != nil
        switch types.resolve(range) {
        case .dyn: return (.dyn, .dyn)
        case .unknown:
            _ = types.isAssignable(range, to: .dyn)
            return (.dyn, .dyn)
        case .list(let element), .nullable(.list(let element)): return isPair ? (.int, element) : (element, .dyn)
        case .map(let key, let value), .nullable(.map(let key, let value)): return (key, value)
        default:
            report(
                ExpressionCode.typeMismatch, "'\(comprehension.kind.rawValue)' goes over a list or a map, and this is \(shown(range))",
                at: comprehension.range.span)
            return (.dyn, .dyn)
        }
    }
}
