import ContractModel
import LocatedJSON

/// What a rest of content allows more or less than before.
struct RestRules {
    var added: JSONSchemaChange
    var removed: JSONSchemaChange
    var extended: JSONSchemaChange
    var narrowed: JSONSchemaChange

    static func named(_ keyword: String) -> RestRules {
        switch keyword {
        case "unevaluatedProperties":
            Self(
                added: .unevaluatedPropertiesAdded, removed: .unevaluatedPropertiesRemoved,
                extended: .unevaluatedPropertiesExtended, narrowed: .unevaluatedPropertiesNarrowed)
        case "unevaluatedItems":
            Self(
                added: .unevaluatedItemsAdded, removed: .unevaluatedItemsRemoved, extended: .unevaluatedItemsExtended,
                narrowed: .unevaluatedItemsNarrowed)
        case "additionalProperties":
            Self(
                added: .additionalPropertiesAdded, removed: .additionalPropertiesRemoved,
                extended: .additionalPropertiesExtended, narrowed: .additionalPropertiesNarrowed)
        default:
            Self(
                added: .additionalItemsAdded, removed: .additionalItemsRemoved, extended: .additionalItemsExtended,
                narrowed: .additionalItemsNarrowed)
        }
    }
}

extension RestOfContent {
    /// What `unevaluated…` leaves to other schemas is open to a keyword that does not heed those.
    static func seenBy(_ other: String, _ rest: Self, _ keyword: String, _ evaluatedBy: [Int]) -> Self {
        keyword == other || evaluatedBy.isEmpty ? rest : .open
    }
}

/// `additionalProperties` and `unevaluatedProperties`, `additionalItems` and `unevaluatedItems`.
extension SchemaComparison {
    mutating func compareRest(_ sides: ObjectSides) {
        let keyword =
            shapes[sides.new].origin[sides.now.restKeyword] == nil ? sides.was.restKeyword : sides.now.restKeyword
        let rest = RestOfContent.seenBy(sides.now.restKeyword, sides.was.rest, sides.was.restKeyword, sides.was.evaluatedBy)
        compareRest(rest, sides.now.rest, keyword, .named(keyword), sides.old, sides.new)
        guard sides.was.restKeyword == sides.now.restKeyword else { return }
        compareEvaluated(sides.was.evaluatedBy, sides.now.evaluatedBy, sides.now.rest, keyword, sides.old, sides.new)
    }

    mutating func compareRest(
        _ was: RestOfContent, _ now: RestOfContent, _ keyword: String, _ rules: RestRules, _ old: Int, _ new: Int
    ) {
        let (before, after) = (range(old, keyword), range(new, keyword))
        switch (was, now) {
        case (.open, .open), (.closed, .closed): break
        case (.held(let left), .held(let right)):
            let (left, right) = (shape(left, shapes[old].version), shape(right, shapes[new].version))
            compare(left, right, at: keyword)
        case (.closed, _):
            tell(rules.added, at: [keyword], old: before, new: after, "more than what is named is allowed now")
        case (_, .closed):
            tell(rules.removed, at: [keyword], old: before, new: after, "nothing but what is named is allowed any more")
        case (.open, .held(let schema)):
            if isFree(schema, shapes[new].version) { return }
            tell(rules.narrowed, at: [keyword], old: before, new: after, "what is not named must meet a schema now")
        case (.held, .open):
            tell(rules.extended, at: [keyword], old: before, new: after, "what is not named may be anything now")
        }
    }

    /// Which members are left to `unevaluated…` depends on the schemas beside it: those must be what they were.
    mutating func compareEvaluated(
        _ was: [Int], _ now: [Int], _ rest: RestOfContent, _ keyword: String, _ old: Int, _ new: Int
    ) {
        if case .open = rest { return }
        guard !was.isEmpty || !now.isEmpty else { return }
        let (left, right) = (shapes.schema(shapes[old].version), shapes.schema(shapes[new].version))
        var work = 0
        let isSame =
            was.count == now.count
            && zip(was, now).allSatisfy { SchemaReach.isSame($0, in: left, $1, in: right, work: &work) }
        spend(work)
        if isSame { return }
        tell(
            .evaluatedPartsChanged, at: [keyword], old: range(old, keyword), new: range(new, keyword),
            "the schemas beside '\(keyword)' are not what they were, and they decide what it is left with")
    }
}
