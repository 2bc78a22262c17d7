/// One walk through a program.
struct Evaluation {
    let source: ExpressionSource
    let variables: any ExpressionVariables
    var meter: EvaluationMeter
    var locals: [ExpressionValue]

    mutating func evaluate(_ instruction: Instruction) throws(EvaluationError) -> ExpressionValue {
        try meter.charge(1)
        switch instruction {
        case .constant(let value): return value
        case .variable(let name, let span):
            guard let value = variables.value(of: name) else { throw error(.unknownName, "'\(name)' has no value", span) }
            return value
        case .local(let slot): return locals[slot]
        case .select(let operand, let field, let isOptional, let span):
            return try select(try evaluate(operand), field, isOptional: isOptional, span)
        case .has(let operand, let field, let span): return .bool(try has(try evaluate(operand), field, span))
        case .index(let operand, let index, let isOptional, let span):
            let operand = try evaluate(operand)
            return try self.index(operand, try evaluate(index), isOptional: isOptional, span)
        case .call(let body, let name, let arguments, let span):
            var values: [ExpressionValue] = []
            values.reserveCapacity(arguments.count)
            for argument in arguments { values.append(try evaluate(argument)) }
            do { return try body(&meter, values) } catch { throw located(error, name, values, span) }
        case .unary(let unary, let operand, let span):
            let value = try evaluate(operand)
            do { return try applyUnary(unary, value) } catch { throw located(error, unary.rawValue, [value], span) }
        case .binary(let binary, let left, let right, let span):
            let left = try evaluate(left)
            let right = try evaluate(right)
            do { return try applyBinary(binary, left, right, &meter) } catch { throw located(error, binary.rawValue, [left, right], span) }
        case .all(let terms, let span): return try logical(terms, absorbing: false, span)
        case .any(let terms, let span): return try logical(terms, absorbing: true, span)
        case .conditional(let condition, let then, let otherwise, let span):
            guard case .bool(let isTrue) = try evaluate(condition) else {
                throw error(.noSuchOverload, "the condition before '?' is no bool", span)
            }
            return try evaluate(isTrue ? then : otherwise)
        case .list(let elements, _): return try list(elements)
        case .map(let entries, _): return try map(entries)
        case .comprehension(let comprehension): return try self.comprehension(comprehension)
        case .bind(let slot, let value, let body):
            locals[slot] = try evaluate(value)
            return try evaluate(body)
        case .optionalMap(let operand, let slot, let body, let isFlat, let span):
            guard case .optional(let held) = try evaluate(operand) else {
                throw error(.noSuchOverload, "'\(isFlat ? "optFlatMap" : "optMap")' is called on no optional", span)
            }
            guard let held else { return .optional(nil) }
            locals[slot] = held
            let result = try evaluate(body)
            if !isFlat { return .optional(result) }
            guard case .optional = result else { throw error(.noSuchOverload, "'optFlatMap' wants an optional of its expression", span) }
            return result
        case .failure(let kind, let message, let span): throw error(kind, message, span)
        }
    }

    func error(_ kind: EvaluationError.Kind, _ message: String, _ span: ExpressionSpan) -> EvaluationError {
        EvaluationError(kind, message, at: source.range(of: span))
    }

    /// An error of a function's, with the place and, where it says no more than that it does not fit, the types.
    private func located(_ error: EvaluationError, _ name: String, _ values: [ExpressionValue], _ span: ExpressionSpan) -> EvaluationError {
        var error = error
        if error.kind == .noSuchOverload, error.message.isEmpty {
            error.message = "'\(name)' takes no (\(values.map(\.type.name).joined(separator: ", ")))"
        }
        if error.range == nil { error.range = source.range(of: span) }
        return error
    }

    /// `&&` is false where one side is, `||` true, whatever the others are, errors too, in any order.
    private mutating func logical(_ terms: [Instruction], absorbing: Bool, _ span: ExpressionSpan) throws(EvaluationError) -> ExpressionValue {
        var failure: EvaluationError?
        for term in terms {
            do {
                guard case .bool(let value) = try evaluate(term) else {
                    failure = failure ?? self.error(.noSuchOverload, "'\(absorbing ? "||" : "&&")' takes no value but bools", span)
                    continue
                }
                if value == absorbing { return .bool(absorbing) }
            } catch {
                if error.kind == .budgetExceeded { throw error }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        return .bool(!absorbing)
    }

    private mutating func list(_ elements: [Instruction.Element]) throws(EvaluationError) -> ExpressionValue {
        var values: [ExpressionValue] = []
        values.reserveCapacity(elements.count)
        for element in elements {
            let value = try evaluate(element.value)
            guard element.isOptional else {
                values.append(value)
                continue
            }
            guard case .optional(let held) = value else { throw EvaluationError(.noSuchOverload, "an element behind '?' is no optional") }
            if let held { values.append(held) }
        }
        return .list(values)
    }

    private mutating func map(_ entries: [Instruction.Entry]) throws(EvaluationError) -> ExpressionValue {
        var map = ExpressionMap()
        for entry in entries {
            let key = try evaluate(entry.key)
            var value = try evaluate(entry.value)
            if entry.isOptional {
                guard case .optional(let held) = value else { throw error(.noSuchOverload, "an entry behind '?' is no optional", entry.span) }
                guard let held else { continue }
                value = held
            }
            try put(value, for: key, into: &map, entry.span)
        }
        return .map(map)
    }

    func put(_ value: ExpressionValue, for key: ExpressionValue, into map: inout ExpressionMap, _ span: ExpressionSpan) throws(EvaluationError) {
        switch key {
        case .bool, .int, .uint, .string: break
        default: throw error(.invalidArgument, "a \(key.type.name) cannot be a key of a map", span)
        }
        if map[key: key] != nil { throw error(.duplicateKey, "the map has the key \(shown(key)) twice", span) }
        map[key: key] = value
    }
}

/// A value as messages show it: short.
func shown(_ value: ExpressionValue) -> String {
    switch value {
    case .string(let text): text.unicodeScalars.count > 60 ? "'\(String(String.UnicodeScalarView(text.unicodeScalars.prefix(60))))…'" : "'\(text)'"
    case .int(let number): String(number)
    case .uint(let number): "\(number)u"
    case .bool(let value): String(value)
    case .double(let value): doubleText(value)
    case .null: "null"
    default: "of type \(value.type.name)"
    }
}
