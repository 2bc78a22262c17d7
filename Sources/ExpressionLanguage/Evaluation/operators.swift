func applyUnary(_ unary: SyntaxNode.UnaryOperator, _ value: ExpressionValue) throws(EvaluationError) -> ExpressionValue {
    switch (unary, value) {
    case (.not, .bool(let value)): return .bool(!value)
    case (.negate, .int(let value)):
        guard value != .min else { throw overflow("int") }
        return .int(-value)
    case (.negate, .double(let value)): return .double(-value)
    default: throw noSuchOverload
    }
}

func applyBinary(
    _ binary: SyntaxNode.BinaryOperator, _ left: ExpressionValue, _ right: ExpressionValue, _ meter: inout EvaluationMeter
) throws(EvaluationError) -> ExpressionValue {
    switch binary {
    case .equal: return .bool(try areEqual(left, right, &meter))
    case .unequal: return .bool(try !areEqual(left, right, &meter))
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return .bool(try isOrdered(binary, left, right, &meter))
    case .isIn: return .bool(try isContained(left, right, &meter))
    case .add: return try add(left, right, &meter)
    case .subtract: return try subtract(left, right)
    case .multiply, .divide, .modulo: return try multiply(binary, left, right)
    }
}

func overflow(_ type: String) -> EvaluationError { EvaluationError(.overflow, "the result is out of the range of \(type)") }

private func isOrdered(
    _ binary: SyntaxNode.BinaryOperator, _ left: ExpressionValue, _ right: ExpressionValue, _ meter: inout EvaluationMeter
) throws(EvaluationError) -> Bool {
    func verdict<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch binary {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        default: left >= right
        }
    }
    switch (left, right) {
    case (.bool(let left), .bool(let right)): return verdict(left ? 1 : 0, right ? 1 : 0)
    case (.string(let left), .string(let right)):
        try meter.chargeText(min(left.utf8.count, right.utf8.count))
        // UTF-8 sorts as code points do.
        return verdict(compareBytes(left.utf8, right.utf8), 0)
    case (.bytes(let left), .bytes(let right)):
        try meter.chargeText(min(left.count, right.count))
        return verdict(compareBytes(left, right), 0)
    case (.timestamp(let left), .timestamp(let right)): return verdict(left, right)
    case (.duration(let left), .duration(let right)): return verdict(left, right)
    default:
        switch compareNumbers(left, right) {
        case .less: return verdict(0, 1)
        case .same: return verdict(0, 0)
        case .greater: return verdict(1, 0)
        case NumericOrder.none?: return false
        case nil: throw noSuchOverload
        }
    }
}

private func compareBytes(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Int {
    if left.lexicographicallyPrecedes(right) { return -1 }
    return right.lexicographicallyPrecedes(left) ? 1 : 0
}

private func isContained(_ value: ExpressionValue, _ container: ExpressionValue, _ meter: inout EvaluationMeter) throws(EvaluationError) -> Bool {
    switch container {
    case .list(let elements):
        for element in elements {
            try meter.charge(1)
            if try areEqual(value, element, &meter) { return true }
        }
        return false
    case .map(let map): return map[key: value] != nil
    default: throw noSuchOverload
    }
}

private func add(_ left: ExpressionValue, _ right: ExpressionValue, _ meter: inout EvaluationMeter) throws(EvaluationError) -> ExpressionValue {
    switch (left, right) {
    case (.int(let left), .int(let right)):
        let (sum, isOverflow) = left.addingReportingOverflow(right)
        if isOverflow { throw overflow("int") }
        return .int(sum)
    case (.uint(let left), .uint(let right)):
        let (sum, isOverflow) = left.addingReportingOverflow(right)
        if isOverflow { throw overflow("uint") }
        return .uint(sum)
    case (.double(let left), .double(let right)): return .double(left + right)
    case (.string(let left), .string(let right)):
        try meter.chargeNewText(left.utf8.count + right.utf8.count)
        return .string(left + right)
    case (.bytes(let left), .bytes(let right)):
        try meter.chargeNewText(left.count + right.count)
        return .bytes(left + right)
    case (.list(let left), .list(let right)):
        try meter.chargeElements(left.count + right.count)
        return .list(left + right)
    case (.timestamp(let time), .duration(let duration)), (.duration(let duration), .timestamp(let time)):
        return try moment(time.sinceEpoch + duration)
    case (.duration(let left), .duration(let right)): return try period(left + right)
    default: throw noSuchOverload
    }
}

private func subtract(_ left: ExpressionValue, _ right: ExpressionValue) throws(EvaluationError) -> ExpressionValue {
    switch (left, right) {
    case (.int(let left), .int(let right)):
        let (difference, isOverflow) = left.subtractingReportingOverflow(right)
        if isOverflow { throw overflow("int") }
        return .int(difference)
    case (.uint(let left), .uint(let right)):
        let (difference, isOverflow) = left.subtractingReportingOverflow(right)
        if isOverflow { throw overflow("uint") }
        return .uint(difference)
    case (.double(let left), .double(let right)): return .double(left - right)
    case (.timestamp(let left), .timestamp(let right)): return try period(left.sinceEpoch - right.sinceEpoch)
    case (.timestamp(let time), .duration(let duration)): return try moment(time.sinceEpoch - duration)
    case (.duration(let left), .duration(let right)): return try period(left - right)
    default: throw noSuchOverload
    }
}

private func multiply(_ binary: SyntaxNode.BinaryOperator, _ left: ExpressionValue, _ right: ExpressionValue) throws(EvaluationError) -> ExpressionValue {
    switch (left, right) {
    case (.int(let left), .int(let right)): return .int(try multiply(binary, left, right, type: "int"))
    case (.uint(let left), .uint(let right)): return .uint(try multiply(binary, left, right, type: "uint"))
    case (.double(let left), .double(let right)) where binary == .multiply: return .double(left * right)
    case (.double(let left), .double(let right)) where binary == .divide: return .double(left / right)
    default: throw noSuchOverload
    }
}

private func multiply<Number: FixedWidthInteger>(
    _ binary: SyntaxNode.BinaryOperator, _ left: Number, _ right: Number, type: String
) throws(EvaluationError) -> Number {
    if binary != .multiply, right == 0 {
        throw EvaluationError(.divisionByZero, binary == .modulo ? "the remainder of a division by zero" : "a division by zero")
    }
    let (result, isOverflow) =
        switch binary {
        case .multiply: left.multipliedReportingOverflow(by: right)
        case .divide: left.dividedReportingOverflow(by: right)
        default: left.remainderReportingOverflow(dividingBy: right)
        }
    if isOverflow { throw overflow(type) }
    return result
}

func moment(_ sinceEpoch: Duration) throws(EvaluationError) -> ExpressionValue {
    guard let time = ExpressionTimestamp(sinceEpoch: sinceEpoch) else { throw overflow("timestamp") }
    return .timestamp(time)
}

/// What 64 bits of nanoseconds hold, as CEL's tests want it: about 292 years.
func period(_ duration: Duration) throws(EvaluationError) -> ExpressionValue {
    guard duration >= .nanoseconds(Int64.min), duration <= .nanoseconds(Int64.max) else { throw overflow("duration") }
    return .duration(duration)
}
