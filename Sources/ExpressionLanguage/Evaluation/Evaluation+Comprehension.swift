extension Evaluation {
    /// The macros over lists and maps. `all` and `exists` absorb errors as `&&` and `||` do.
    mutating func comprehension(_ comprehension: Instruction.Comprehension) throws(EvaluationError) -> ExpressionValue {
        let range = try evaluate(comprehension.range)
        var folding = Folding(comprehension)
        switch range {
        case .list(let elements):
            for (index, element) in elements.enumerated() {
                if comprehension.second != nil { try bind(comprehension, .int(Int64(index)), element) } else { try bind(comprehension, element, nil) }
                if try step(comprehension, &folding) { break }
            }
        case .map(let map):
            for place in 0..<map.count {
                try bind(comprehension, map.keys[place], comprehension.second == nil ? nil : map.values[place])
                if try step(comprehension, &folding) { break }
            }
        default: throw error(.noSuchOverload, "'\(comprehension.kind.rawValue)' goes over lists and maps, not over a \(range.type.name)", comprehension.span)
        }
        return try folding.result()
    }

    private mutating func bind(_ comprehension: Instruction.Comprehension, _ first: ExpressionValue, _ second: ExpressionValue?) throws(EvaluationError) {
        try meter.charge(1)
        locals[comprehension.first] = first
        if let slot = comprehension.second, let second { locals[slot] = second }
    }

    /// One element. True where the result is known.
    private mutating func step(_ comprehension: Instruction.Comprehension, _ folding: inout Folding) throws(EvaluationError) -> Bool {
        switch comprehension.kind {
        case .all, .exists:
            let absorbing = comprehension.kind == .exists
            do {
                if try condition(comprehension.body, comprehension) == absorbing {
                    folding.value = .bool(absorbing)
                    folding.failure = nil
                    return true
                }
            } catch {
                if error.kind == .budgetExceeded { throw error }
                folding.failure = folding.failure ?? error
            }
        case .existsOne:
            if try condition(comprehension.body, comprehension) { folding.count += 1 }
        case .filter:
            if try condition(comprehension.body, comprehension) { folding.elements.append(locals[comprehension.first]) }
        case .map, .transformList:
            guard try passes(comprehension) else { break }
            folding.elements.append(try evaluate(comprehension.body))
        case .transformMap:
            guard try passes(comprehension) else { break }
            let value = try evaluate(comprehension.body)
            try put(value, for: locals[comprehension.first], into: &folding.map, comprehension.span)
        case .transformMapEntry:
            guard try passes(comprehension) else { break }
            guard case .map(let entries) = try evaluate(comprehension.body) else {
                throw error(.noSuchOverload, "'transformMapEntry' wants a map for each element", comprehension.span)
            }
            for (key, value) in zip(entries.keys, entries.values) {
                try meter.charge(1)
                try put(value, for: key, into: &folding.map, comprehension.span)
            }
        }
        return false
    }

    private mutating func passes(_ comprehension: Instruction.Comprehension) throws(EvaluationError) -> Bool {
        guard let filter = comprehension.condition else { return true }
        return try condition(filter, comprehension)
    }

    private mutating func condition(_ instruction: Instruction, _ comprehension: Instruction.Comprehension) throws(EvaluationError) -> Bool {
        guard case .bool(let value) = try evaluate(instruction) else {
            throw error(.noSuchOverload, "the condition of '\(comprehension.kind.rawValue)' is no bool", comprehension.span)
        }
        return value
    }
}

/// What a comprehension has gathered.
private struct Folding {
    let kind: SyntaxNode.Comprehension.Kind
    var value: ExpressionValue
    var failure: EvaluationError?
    var count = 0
    var elements: [ExpressionValue] = []
    var map = ExpressionMap()

    init(_ comprehension: Instruction.Comprehension) {
        kind = comprehension.kind
        value = .bool(comprehension.kind == .all)
    }

    func result() throws(EvaluationError) -> ExpressionValue {
        if let failure { throw failure }
        switch kind {
        case .all, .exists: return value
        case .existsOne: return .bool(count == 1)
        case .filter, .map, .transformList: return .list(elements)
        case .transformMap, .transformMapEntry: return .map(map)
        }
    }
}
