/// Whether two values are equal: numbers by what they count, whatever their types; values of other types never equal
/// (CEL specification, "Equality"). What is compared is charged, since one value may stand in another many times.
func areEqual(_ left: ExpressionValue, _ right: ExpressionValue, _ meter: inout EvaluationMeter) throws(EvaluationError) -> Bool {
    switch (left, right) {
    case (.null, .null): return true
    case (.bool(let left), .bool(let right)): return left == right
    case (.int(let left), .int(let right)): return left == right
    case (.string(let left), .string(let right)):
        try meter.chargeText(min(left.utf8.count, right.utf8.count))
        return haveEqualCodePoints(left, right)
    case (.bytes(let left), .bytes(let right)):
        try meter.chargeText(min(left.count, right.count))
        return left == right
    case (.timestamp(let left), .timestamp(let right)): return left == right
    case (.duration(let left), .duration(let right)): return left == right
    case (.type(let left), .type(let right)): return left.name == right.name
    case (.optional(let left), .optional(let right)):
        guard let left, let right else { return left == nil && right == nil }
        return try areEqual(left, right, &meter)
    case (.list(let left), .list(let right)):
        guard left.count == right.count else { return false }
        for (left, right) in zip(left, right) {
            try meter.charge(1)
            guard try areEqual(left, right, &meter) else { return false }
        }
        return true
    case (.map(let left), .map(let right)):
        guard left.count == right.count else { return false }
        for (key, value) in zip(left.keys, left.values) {
            try meter.charge(1)
            guard let other = right[key: key], try areEqual(value, other, &meter) else { return false }
        }
        return true
    case (.object(let left), .object(let right)):
        guard left.typeName == right.typeName else { return false }
        for field in left.fieldNames {
            try meter.charge(1)
            switch (left[field: field], right[field: field]) {
            case (nil, nil): continue
            case (let left?, let right?): guard try areEqual(left, right, &meter) else { return false }
            default: return false
            }
        }
        return true
    default:
        return compareNumbers(left, right) == .same
    }
}

enum NumericOrder {
    case less, same, greater
    /// One of them is NaN.
    case none
}

/// Nil where one of the two is no number.
func compareNumbers(_ left: ExpressionValue, _ right: ExpressionValue) -> NumericOrder? {
    switch (left, right) {
    case (.int(let left), .int(let right)): order(left, right)
    case (.uint(let left), .uint(let right)): order(left, right)
    case (.int(let left), .uint(let right)): left < 0 ? .less : order(UInt64(left), right)
    case (.uint(let left), .int(let right)): right < 0 ? .greater : order(left, UInt64(right))
    case (.double(let left), .double(let right)): left.isNaN || right.isNaN ? NumericOrder.none : order(left, right)
    case (.int(let left), .double(let right)): orderWhole(left, right)
    case (.double(let left), .int(let right)): orderWhole(right, left).turned
    case (.uint(let left), .double(let right)): orderWhole(left, right)
    case (.double(let left), .uint(let right)): orderWhole(right, left).turned
    default: nil
    }
}

extension NumericOrder {
    fileprivate var turned: NumericOrder {
        switch self {
        case .less: .greater
        case .greater: .less
        default: self
        }
    }
}

private func order<Number: Comparable>(_ left: Number, _ right: Number) -> NumericOrder {
    left < right ? .less : left > right ? .greater : .same
}

/// As doubles, as the tests of CEL's specification have it: numbers beyond 2^53 lose digits that a double does not hold.
private func orderWhole<Whole: FixedWidthInteger>(_ left: Whole, _ right: Double) -> NumericOrder {
    right.isNaN ? .none : order(Double(left), right)
}

/// For tests and for sets that programs keep: equality within a budget of its own.
extension ExpressionValue: Equatable {
    package static func == (left: Self, right: Self) -> Bool {
        var meter = EvaluationMeter(budget: ExpressionBudget(cost: 10_000_000))
        return (try? areEqual(left, right, &meter)) ?? false
    }
}
