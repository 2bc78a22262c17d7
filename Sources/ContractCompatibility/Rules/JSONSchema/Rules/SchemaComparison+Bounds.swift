import LocatedJSON

/// The rules for one bound: what is told when it appears, goes, rises or falls.
struct BoundRules {
    var added: JSONSchemaChange
    var removed: JSONSchemaChange
    var increased: JSONSchemaChange
    var decreased: JSONSchemaChange

    static let maxLength = Self(
        added: .maxLengthAdded, removed: .maxLengthRemoved, increased: .maxLengthIncreased, decreased: .maxLengthDecreased)
    static let minLength = Self(
        added: .minLengthAdded, removed: .minLengthRemoved, increased: .minLengthIncreased, decreased: .minLengthDecreased)
    static let maxItems = Self(
        added: .maxItemsAdded, removed: .maxItemsRemoved, increased: .maxItemsIncreased, decreased: .maxItemsDecreased)
    static let minItems = Self(
        added: .minItemsAdded, removed: .minItemsRemoved, increased: .minItemsIncreased, decreased: .minItemsDecreased)
    static let maxProperties = Self(
        added: .maxPropertiesAdded, removed: .maxPropertiesRemoved, increased: .maxPropertiesIncreased,
        decreased: .maxPropertiesDecreased)
    static let minProperties = Self(
        added: .minPropertiesAdded, removed: .minPropertiesRemoved, increased: .minPropertiesIncreased,
        decreased: .minPropertiesDecreased)
    static let maxContains = Self(
        added: .maxContainsAdded, removed: .maxContainsRemoved, increased: .maxContainsIncreased,
        decreased: .maxContainsDecreased)
    /// Where `contains` stands there is always one, so none is added or removed.
    static let minContains = Self(
        added: .minContainsIncreased, removed: .minContainsDecreased, increased: .minContainsIncreased,
        decreased: .minContainsDecreased)
    static let maximum = Self(
        added: .maximumAdded, removed: .maximumRemoved, increased: .maximumIncreased, decreased: .maximumDecreased)
    static let minimum = Self(
        added: .minimumAdded, removed: .minimumRemoved, increased: .minimumIncreased, decreased: .minimumDecreased)
    static let exclusiveMaximum = Self(
        added: .exclusiveMaximumAdded, removed: .exclusiveMaximumRemoved, increased: .exclusiveMaximumIncreased,
        decreased: .exclusiveMaximumDecreased)
    static let exclusiveMinimum = Self(
        added: .exclusiveMinimumAdded, removed: .exclusiveMinimumRemoved, increased: .exclusiveMinimumIncreased,
        decreased: .exclusiveMinimumDecreased)
}

extension SchemaComparison {
    /// - Parameter isMet: whether something else in the old schema sees to it that a bound that appears or tightens is met.
    mutating func compareBound<Bound: Comparable>(
        _ keyword: String, _ was: Bound?, _ now: Bound?, _ rules: BoundRules, _ old: Int, _ new: Int, isMet: Bool = false
    ) {
        guard was != now else { return }
        let change: JSONSchemaChange
        let message: String
        switch (was, now) {
        case (nil, let now?): (change, message) = (rules.added, "'\(keyword)' \(text(now)) is asked for now")
        case (let was?, nil): (change, message) = (rules.removed, "'\(keyword)' \(text(was)) is asked for no more")
        case (let was?, let now?) where was < now:
            (change, message) = (rules.increased, "'\(keyword)' is raised from \(text(was)) to \(text(now))")
        case (let was?, let now?):
            (change, message) = (rules.decreased, "'\(keyword)' is lowered from \(text(was)) to \(text(now))")
        case (nil, nil): return
        }
        if isMet, change.isBreaking(policy, isExact: isExact) { return }
        tell(change, at: [keyword], old: range(old, keyword), new: range(new, keyword), message)
    }

    private func text<Bound>(_ bound: Bound) -> String { (bound as? JSONNumber)?.text ?? "\(bound)" }
}
