/// What the checker knows of types that it still looks for (CEL specification, "Type checking").
struct TypeInference {
    private var found: [Int: ExpressionType] = [:]
    private var next = 0

    mutating func fresh() -> ExpressionType {
        defer { next += 1 }
        return .unknown(next)
    }

    /// The signature's parameters replaced by types to be found.
    mutating func instantiate(_ overload: ExpressionFunction.Overload) -> (parameters: [ExpressionType], result: ExpressionType) {
        var names: [String: ExpressionType] = [:]
        let parameters = overload.parameters.map { instantiate($0, &names) }
        return (parameters, instantiate(overload.result, &names))
    }

    private mutating func instantiate(_ type: ExpressionType, _ names: inout [String: ExpressionType]) -> ExpressionType {
        switch type {
        case .parameter(let name):
            if let known = names[name] { return known }
            let new = fresh()
            names[name] = new
            return new
        case .list(let element): return .list(instantiate(element, &names))
        case .map(let key, let value): return .map(instantiate(key, &names), instantiate(value, &names))
        case .type(let type): return .type(instantiate(type, &names))
        case .optional(let type): return .optional(instantiate(type, &names))
        case .nullable(let type): return .nullable(instantiate(type, &names))
        case .opaque(let name, let types): return .opaque(name, types.map { instantiate($0, &names) })
        default: return type
        }
    }

    /// The type with what is known put in; what stays unknown is `dyn` where `isFinal`.
    func resolve(_ type: ExpressionType, isFinal: Bool = false) -> ExpressionType {
        switch type {
        case .unknown(let number):
            if let known = found[number] { return resolve(known, isFinal: isFinal) }
            return isFinal ? .dyn : type
        case .list(let element): return .list(resolve(element, isFinal: isFinal))
        case .map(let key, let value): return .map(resolve(key, isFinal: isFinal), resolve(value, isFinal: isFinal))
        case .type(let type): return .type(resolve(type, isFinal: isFinal))
        case .optional(let type): return .optional(resolve(type, isFinal: isFinal))
        case .nullable(let type): return .nullable(resolve(type, isFinal: isFinal))
        case .opaque(let name, let types): return .opaque(name, types.map { resolve($0, isFinal: isFinal) })
        default: return type
        }
    }

    /// Whether a value of the one type may stand where the other is wanted. What has to hold for that is remembered only
    /// where it may.
    mutating func isAssignable(_ type: ExpressionType, to wanted: ExpressionType) -> Bool {
        let before = found
        if assign(type, wanted) { return true }
        found = before
        return false
    }

    mutating func areAssignable(_ types: [ExpressionType], to wanted: [ExpressionType]) -> Bool {
        let before = found
        for (type, wanted) in zip(types, wanted) where !assign(type, wanted) {
            found = before
            return false
        }
        return true
    }

    private mutating func assign(_ type: ExpressionType, _ wanted: ExpressionType) -> Bool {
        if case .unknown(let number) = wanted {
            let (isValid, isKnown) = substitute(type, for: number)
            if isValid || isKnown { return isValid }
        }
        if case .unknown(let number) = type { return substitute(wanted, for: number).isValid }
        if type == .dyn || wanted == .dyn { return true }
        switch (type, wanted) {
        case (.null, .null): return true
        case (.null, let other), (let other, .null): return takesNull(other)
        case (.nullable(let type), .nullable(let wanted)), (.nullable(let type), let wanted), (let type, .nullable(let wanted)):
            return assign(type, wanted)
        case (.list(let type), .list(let wanted)), (.optional(let type), .optional(let wanted)): return assign(type, wanted)
        case (.map(let key, let value), .map(let wantedKey, let wantedValue)): return assign(key, wantedKey) && assign(value, wantedValue)
        case (.type, .type): return true
        case (.opaque(let name, let types), .opaque(let other, let wanted)):
            guard name == other, types.count == wanted.count else { return false }
            for (type, wanted) in zip(types, wanted) where !assign(type, wanted) { return false }
            return true
        default: return type == wanted
        }
    }

    /// CEL lets null stand for messages, times and types of others.
    private func takesNull(_ type: ExpressionType) -> Bool {
        switch type {
        case .nullable, .object, .timestamp, .duration, .optional, .opaque: true
        default: false
        }
    }

    private mutating func substitute(_ type: ExpressionType, for number: Int) -> (isValid: Bool, isKnown: Bool) {
        if type == .unknown(number) { return (true, true) }
        if let known = found[number] {
            if type == known { return (true, true) }
            guard assign(type, known) else { return (false, true) }
            let general = mostGeneral(type, known)
            if !mentions(general, number) { found[number] = general }
            return (true, true)
        }
        guard !mentions(type, number) else { return (false, false) }
        found[number] = type
        return (true, false)
    }

    private func mentions(_ type: ExpressionType, _ number: Int) -> Bool {
        switch type {
        case .unknown(let other): other == number || found[other].map { mentions($0, number) } ?? false
        case .list(let type), .type(let type), .optional(let type), .nullable(let type): mentions(type, number)
        case .map(let key, let value): mentions(key, number) || mentions(value, number)
        case .opaque(_, let types): types.contains { mentions($0, number) }
        default: false
        }
    }

    /// The one of two assignable types that says less.
    func mostGeneral(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType {
        isLessOrEquallySpecific(left, right) ? left : right
    }

    private func isLessOrEquallySpecific(_ left: ExpressionType, _ right: ExpressionType) -> Bool {
        switch (left, right) {
        case (.dyn, _), (.unknown, _): return true
        case (_, .dyn), (_, .unknown): return false
        case (.nullable(let left), .nullable(let right)), (.nullable(let left), let right): return right == .null || isLessOrEquallySpecific(left, right)
        case (_, .null) where left != .null: return true
        case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)): return isLessOrEquallySpecific(left, right)
        case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
            return isLessOrEquallySpecific(leftKey, rightKey) && isLessOrEquallySpecific(leftValue, rightValue)
        case (.type, .type): return true
        case (.opaque(let name, let left), .opaque(let other, let right)):
            return name == other && left.count == right.count && zip(left, right).allSatisfy(isLessOrEquallySpecific)
        default: return left == right
        }
    }

    /// The type of elements that stand beside each other: `dyn` where they do not go together.
    mutating func join(_ types: [ExpressionType]) -> ExpressionType {
        guard var joined = types.first else { return fresh() }
        for type in types.dropFirst() {
            guard isAssignable(type, to: joined) else { return .dyn }
            joined = mostGeneral(joined, type)
        }
        return joined
    }
}

extension ExpressionType {
    /// Whether nothing in it is left open.
    var isConcrete: Bool {
        switch self {
        case .dyn, .unknown, .parameter: false
        case .list(let type), .type(let type), .optional(let type), .nullable(let type): type.isConcrete
        case .map(let key, let value): key.isConcrete && value.isConcrete
        case .opaque(_, let types): types.allSatisfy(\.isConcrete)
        default: true
        }
    }
}
