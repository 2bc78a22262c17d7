import LocatedJSON

extension SchemaComparison {
    mutating func compareNumbers(_ was: NumberDemand, _ now: NumberDemand, _ old: Int, _ new: Int) {
        if was.grain != now.grain {
            let (before, after) = (range(old, "type"), range(new, "type"))
            if was.grain > now.grain {
                tell(.typeNarrowed, old: before, new: after, "numbers must be integers now")
            } else {
                tell(.typeExtended, old: before, new: after, "numbers need not be integers any more")
            }
        }
        let lower = Bound.tighter(was.minimum, was.exclusiveMinimum) { $0 > $1 }
        let upper = Bound.tighter(was.maximum, was.exclusiveMaximum) { $0 < $1 }
        compareBound(
            "maximum", was.maximum, now.maximum, .maximum, old, new,
            isMet: now.maximum.map { bound in upper.map { $0.value <= bound } ?? false } ?? false)
        compareBound(
            "exclusiveMaximum", was.exclusiveMaximum, now.exclusiveMaximum, .exclusiveMaximum, old, new,
            isMet: now.exclusiveMaximum.map { bound in
                upper.map { $0.value < bound || ($0.value == bound && $0.isExclusive) } ?? false
            } ?? false)
        compareBound(
            "minimum", was.minimum, now.minimum, .minimum, old, new,
            isMet: now.minimum.map { bound in lower.map { $0.value >= bound } ?? false } ?? false)
        compareBound(
            "exclusiveMinimum", was.exclusiveMinimum, now.exclusiveMinimum, .exclusiveMinimum, old, new,
            isMet: now.exclusiveMinimum.map { bound in
                lower.map { $0.value > bound || ($0.value == bound && $0.isExclusive) } ?? false
            } ?? false)
        compareDivisors(was, now, old, new)
        compareFormat(was.format, now.format, old, new)
    }

    private mutating func compareDivisors(_ was: NumberDemand, _ now: NumberDemand, _ old: Int, _ new: Int) {
        guard was.multipleOf != now.multipleOf else { return }
        let (before, after) = (range(old, "multipleOf"), range(new, "multipleOf"))
        switch (was.multipleOf, now.multipleOf) {
        case (nil, let divisor?):
            // Integers are multiples of 1, and of what goes into it.
            if was.grain < .any, JSONNumber(1).isMultiple(of: divisor) { return }
            tell(.multipleOfAdded, at: ["multipleOf"], old: before, new: after, "it must be a multiple of \(divisor.text) now")
        case (let divisor?, nil):
            tell(
                .multipleOfRemoved, at: ["multipleOf"], old: before, new: after,
                "it need not be a multiple of \(divisor.text) any more")
        case (let first?, let second?):
            let change: JSONSchemaChange =
                first.isMultiple(of: second)
                ? .multipleOfReduced : second.isMultiple(of: first) ? .multipleOfExpanded : .multipleOfChanged
            tell(
                change, at: ["multipleOf"], old: before, new: after,
                "it was to be a multiple of \(first.text), now of \(second.text)")
        case (nil, nil): break
        }
    }
}

/// A bound as it works, whichever keyword gives it.
private struct Bound {
    var value: JSONNumber
    var isExclusive: Bool

    static func tighter(
        _ inclusive: JSONNumber?, _ exclusive: JSONNumber?, isTighter: (JSONNumber, JSONNumber) -> Bool
    ) -> Bound? {
        guard let exclusive else { return inclusive.map { Bound(value: $0, isExclusive: false) } }
        if let inclusive, isTighter(inclusive, exclusive) { return Bound(value: inclusive, isExclusive: false) }
        return Bound(value: exclusive, isExclusive: true)
    }
}
