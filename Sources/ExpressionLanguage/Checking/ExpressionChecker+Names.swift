import Diagnostics

extension ExpressionChecker {
    /// The longest name at the start of `a.b.c` that is declared; nil where this node is a field of something else.
    mutating func checkName(_ node: SyntaxNode) -> ExpressionType? {
        guard let (name, isAbsolute) = node.qualifiedName else { return nil }
        if !isAbsolute, let first = node.firstName, let local = locals.last(where: { $0.name == first }) {
            if case .name = node.kind { return local.type }
            return nil
        }
        switch environment.meaning(of: name, isAbsolute: isAbsolute) {
        case .variable(_, let type): return type
        case .type(let type): return .type(type)
        case nil: break
        }
        guard case .name = node.kind else { return nil }
        reportUnknown(name, at: node.span)
        return .dyn
    }

    private mutating func reportUnknown(_ name: String, at span: ExpressionSpan) {
        let known = Set(environment.variables.keys).union(locals.map(\.name))
        var suggestion = closestMatch(to: name, among: known).map { "did you mean '\($0)'?" }
        if suggestion == nil, !known.isEmpty, known.count <= 12 {
            suggestion = "there is \(known.sorted().map { "'\($0)'" }.joined(separator: ", "))"
        }
        report(ExpressionCode.unknownName, "there is no variable '\(name)' here", at: span, suggestion: suggestion)
    }

    mutating func checkSelect(_ node: SyntaxNode) -> ExpressionType {
        guard case .select(let operand, let field, let isOptional) = node.kind else { return .dyn }
        let found = checkField(check(operand), field, isTest: false)
        guard isOptional else { return found }
        if case .optional = found { return found }
        return .optional(found)
    }

    /// The type of a field. `has` may ask for fields of maps that are not there, not for fields that no object has.
    mutating func checkField(_ type: ExpressionType, _ field: SyntaxNode.Name, isTest: Bool) -> ExpressionType {
        switch types.resolve(type) {
        case .dyn: return .dyn
        case .unknown:
            _ = types.isAssignable(type, to: .dyn)
            return .dyn
        case .map(_, let value): return value
        case .nullable(let inner): return checkField(inner, field, isTest: isTest)
        case .optional(let inner):
            let found = checkField(inner, field, isTest: isTest)
            if case .optional = found { return found }
            return .optional(found)
        case .object(let name):
            // A kind of object that is not declared is somebody else's, and checked by evaluation.
            guard let object = environment.objectTypes[name] else { return .dyn }
            if let found = object.fields[field.text] { return found }
            var suggestion = closestMatch(to: field.text, among: object.fields.keys).map { "did you mean '\($0)'?" }
            if suggestion == nil, object.fields.count <= 20 {
                suggestion = "it has \(object.fields.keys.sorted().map { "'\($0)'" }.joined(separator: ", "))"
            }
            report(ExpressionCode.unknownField, "\(name) has no field '\(field.text)'", at: field.span, suggestion: suggestion)
            return .dyn
        default:
            report(ExpressionCode.typeMismatch, "\(shown(type)) has no fields, so no '\(field.text)'", at: field.span)
            return .dyn
        }
    }

    mutating func checkIndex(_ operand: SyntaxNode, _ index: SyntaxNode, _ isOptional: Bool, _ span: ExpressionSpan) -> ExpressionType {
        var type = types.resolve(check(operand))
        let place = check(index)
        var isLifted = isOptional
        if case .nullable(let inner) = type { type = inner }
        if case .optional(let inner) = type {
            isLifted = true
            type = types.resolve(inner)
        }
        let found: ExpressionType
        switch type {
        case .dyn, .unknown: found = .dyn
        case .list(let element):
            found = element
            if !types.isAssignable(place, to: .int) {
                report(ExpressionCode.typeMismatch, "the index of a list is an int, and this is \(shown(place))", at: index.span)
            }
        case .map(let key, let value):
            found = value
            if !types.isAssignable(place, to: key) {
                report(ExpressionCode.typeMismatch, "a key of this map is \(shown(key)), and this is \(shown(place))", at: index.span)
            }
        default:
            var suggestion: String?
            if case .object = type { suggestion = "read a field with '.': 'topic.name'" }
            report(ExpressionCode.typeMismatch, "\(shown(type)) has no elements", at: span, suggestion: suggestion)
            found = .dyn
        }
        return isLifted ? .optional(found) : found
    }

    mutating func checkMessage(_ name: SyntaxNode, _ fields: [SyntaxNode.MessageField], _ span: ExpressionSpan) -> ExpressionType {
        guard let message = environment.wellKnownMessage(name) else {
            for field in fields { _ = check(field.value) }
            report(
                ExpressionCode.unsupported, "messages cannot be made, so no '\(name.qualifiedName?.text ?? "")'", at: span,
                suggestion: "write a map: {'name': value}")
            return .dyn
        }
        for field in fields {
            let type = check(field.value)
            guard let wanted = message.fields[field.name.text] else {
                report(ExpressionCode.unknownField, "\(message.name) has no field '\(field.name.text)'", at: field.name.span)
                continue
            }
            if !types.isAssignable(type, to: wanted) {
                report(ExpressionCode.typeMismatch, "'\(field.name.text)' is \(wanted), and this is \(shown(type))", at: field.value.span)
            }
        }
        // A wrapper is its value, or null.
        return message.fields["value"] != nil ? .nullable(message.type) : message.type
    }
}
