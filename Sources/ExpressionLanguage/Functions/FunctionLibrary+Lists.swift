/// CEL's lists and sets extensions.
extension FunctionLibrary {
    static let lists: [ExpressionFunction] = [
        ExpressionFunction("lists.range", ["lists.range(int) -> list(int)"], "The numbers from 0 up to, not including, the given one.") { meter, arguments throws(EvaluationError) in
            guard arguments.count == 1, case .int(let count) = arguments[0] else { throw noSuchOverload }
            guard count >= 0 else { throw wrongArgument("a list of \(count) numbers") }
            try meter.chargeElements(Int(clamping: count))
            return .list((0..<count).map(ExpressionValue.int))
        },
        ExpressionFunction("slice", ["list(A).slice(int, int) -> list(A)"], "The elements from a place up to, not including, another.") { meter, arguments throws(EvaluationError) in
            guard arguments.count == 3, case .list(let elements) = arguments[0], case .int(let first) = arguments[1], case .int(let last) = arguments[2]
            else { throw noSuchOverload }
            let (start, end) = (try checkedIndex(first, upTo: elements.count), try checkedIndex(last, upTo: elements.count))
            guard start <= end else { throw EvaluationError(.indexOutOfRange, "a slice from \(start) to \(end)") }
            try meter.chargeElements(end - start)
            return .list(Array(elements[start..<end]))
        },
        ExpressionFunction("flatten", ["list(A).flatten() -> list(dyn)", "list(A).flatten(int) -> list(dyn)"], "Lists within put in their place, one level or so many.") { meter, arguments throws(EvaluationError) in
            guard (1...2).contains(arguments.count), case .list(let elements) = arguments[0] else { throw noSuchOverload }
            var depth: Int64 = 1
            if arguments.count == 2 {
                guard case .int(let levels) = arguments[1] else { throw noSuchOverload }
                guard levels >= 0 else { throw wrongArgument("flattened by \(levels) levels") }
                depth = levels
            }
            var result: [ExpressionValue] = []
            try flatten(elements, depth, into: &result, &meter)
            return .list(result)
        },
        ExpressionFunction("distinct", ["list(A).distinct() -> list(A)"], "Each element once, where it stands first.") { meter, arguments throws(EvaluationError) in
            guard arguments.count == 1, case .list(let elements) = arguments[0] else { throw noSuchOverload }
            var result: [ExpressionValue] = []
            for element in elements where try !isElement(element, of: result, &meter) { result.append(element) }
            return .list(result)
        },
        ExpressionFunction("sort", ["list(A).sort() -> list(A)"], "From the least to the greatest: all of one comparable type.") { meter, arguments throws(EvaluationError) in
            guard arguments.count == 1, case .list(let elements) = arguments[0] else { throw noSuchOverload }
            return .list(try sorted(elements, &meter))
        },
        ExpressionFunction("first", ["list(A).first() -> optional_type(A)"], "The first element, if there is one.") { _, arguments throws(EvaluationError) in
            guard arguments.count == 1, case .list(let elements) = arguments[0] else { throw noSuchOverload }
            return .optional(elements.first)
        },
        ExpressionFunction("last", ["list(A).last() -> optional_type(A)"], "The last element, if there is one.") { _, arguments throws(EvaluationError) in
            guard arguments.count == 1, case .list(let elements) = arguments[0] else { throw noSuchOverload }
            return .optional(elements.last)
        },
    ]

    static let sets: [ExpressionFunction] = [
        onSets("contains", "Whether the first list has every element of the second.") { left, right, meter throws(EvaluationError) in
            for element in right where try !isElement(element, of: left, &meter) { return false }
            return true
        },
        onSets("equivalent", "Whether both have the same elements, however often.") { left, right, meter throws(EvaluationError) in
            for element in right where try !isElement(element, of: left, &meter) { return false }
            for element in left where try !isElement(element, of: right, &meter) { return false }
            return true
        },
        onSets("intersects", "Whether some element is in both.") { left, right, meter throws(EvaluationError) in
            for element in right where try isElement(element, of: left, &meter) { return true }
            return false
        },
    ]

    private static func onSets(
        _ name: String, _ summary: String,
        body: @escaping @Sendable ([ExpressionValue], [ExpressionValue], inout EvaluationMeter) throws(EvaluationError) -> Bool
    ) -> ExpressionFunction {
        ExpressionFunction("sets.\(name)", ["sets.\(name)(list(A), list(A)) -> bool"], summary) { meter, arguments throws(EvaluationError) in
            guard arguments.count == 2, case .list(let left) = arguments[0], case .list(let right) = arguments[1] else { throw noSuchOverload }
            return .bool(try body(left, right, &meter))
        }
    }
}

private func isElement(_ value: ExpressionValue, of list: [ExpressionValue], _ meter: inout EvaluationMeter) throws(EvaluationError) -> Bool {
    for element in list {
        try meter.charge(1)
        if try areEqual(value, element, &meter) { return true }
    }
    return false
}

private func flatten(
    _ elements: [ExpressionValue], _ depth: Int64, into result: inout [ExpressionValue], _ meter: inout EvaluationMeter
) throws(EvaluationError) {
    for element in elements {
        try meter.charge(1)
        if depth > 0, case .list(let inner) = element {
            try flatten(inner, depth - 1, into: &result, &meter)
        } else {
            guard result.count < meter.budget.maximumElements else { throw EvaluationError(.budgetExceeded, "the flattened list grows too long") }
            result.append(element)
        }
    }
}

/// Merge sort: the standard library's takes no typed errors.
private func sorted(_ elements: [ExpressionValue], _ meter: inout EvaluationMeter) throws(EvaluationError) -> [ExpressionValue] {
    guard elements.count > 1 else { return elements }
    let middle = elements.count / 2
    let left = try sorted(Array(elements[..<middle]), &meter)
    let right = try sorted(Array(elements[middle...]), &meter)
    var result: [ExpressionValue] = []
    result.reserveCapacity(elements.count)
    var (leftPlace, rightPlace) = (0, 0)
    while leftPlace < left.count, rightPlace < right.count {
        try meter.charge(1)
        if case .bool(true) = try applyBinary(.less, right[rightPlace], left[leftPlace], &meter) {
            result.append(right[rightPlace])
            rightPlace += 1
        } else {
            result.append(left[leftPlace])
            leftPlace += 1
        }
    }
    return result + left[leftPlace...] + right[rightPlace...]
}
