import ContractModel
import LocatedJSON

extension SchemaComparison {
    mutating func compareArrays(_ was: ArrayDemand, _ now: ArrayDemand, _ old: Int, _ new: Int) {
        spend((was.prefix.count + now.prefix.count) / 2)
        let (oldVersion, newVersion) = (shapes[old].version, shapes[new].version)
        for place in 0..<max(was.prefix.count, now.prefix.count) where !isOver {
            if place >= now.prefix.count {
                compareRemovedItem(place, was, now, old, new)
            } else if place >= was.prefix.count {
                compareAddedItem(place, was, now, old, new)
            } else {
                let (left, right) = (shape(was.prefix[place], oldVersion), shape(now.prefix[place], newVersion))
                compare(left, right, at: now.prefixKeyword, String(place))
            }
        }
        compareRestOfItems(was, now, old, new)
        compareBound("maxItems", was.maxItems, now.maxItems, .maxItems, old, new)
        compareBound("minItems", was.minItems, now.minItems, .minItems, old, new)
        if was.isUnique != now.isUnique {
            tell(
                now.isUnique ? .uniqueItemsAdded : .uniqueItemsRemoved, at: ["uniqueItems"], old: range(old, "uniqueItems"),
                new: range(new, "uniqueItems"),
                now.isUnique ? "no two items may be equal now" : "items may be equal now")
        }
        compareContains(was.contains, now.contains, old, new)
    }

    private mutating func compareRestOfItems(_ was: ArrayDemand, _ now: ArrayDemand, _ old: Int, _ new: Int) {
        let keyword = shapes[new].origin[now.restKeyword] == nil ? was.restKeyword : now.restKeyword
        let rest = RestOfContent.seenBy(now.restKeyword, was.rest, was.restKeyword, was.evaluatedBy)
        // Where no item is named, the rest is all of them.
        if keyword == "items", was.prefix.isEmpty, now.prefix.isEmpty {
            switch (rest, now.rest) {
            case (.open, .closed), (.open, .held):
                if case .held(let schema) = now.rest, isFree(schema, shapes[new].version) { return }
                return tell(
                    .schemaAdded, at: [keyword], old: range(old, keyword), new: range(new, keyword),
                    "items must meet a schema now")
            case (.closed, .open), (.held, .open):
                return tell(
                    .schemaRemoved, at: [keyword], old: range(old, keyword), new: range(new, keyword),
                    "items need not meet a schema any more")
            default: break
            }
        }
        compareRest(rest, now.rest, keyword, .named(keyword), old, new)
        guard was.restKeyword == now.restKeyword else { return }
        compareEvaluated(was.evaluatedBy, now.evaluatedBy, now.rest, keyword, old, new)
    }

    private mutating func compareAddedItem(_ place: Int, _ was: ArrayDemand, _ now: ArrayDemand, _ old: Int, _ new: Int) {
        let added = shape(now.prefix[place], shapes[new].version)
        let steps = [now.prefixKeyword, String(place)]
        let (before, after) = (range(old, was.prefixKeyword), shapes[added].origin.range)
        // Which items other schemas of the array describe is not followed.
        let isOpen = if case .open = was.rest { true } else { !was.evaluatedBy.isEmpty }
        switch was.rest {
        case _ where isOpen:
            tell(
                isFree(added) ? .itemWithEmptySchemaAddedToOpenContentModel : .itemAddedToOpenContentModel, at: steps,
                old: before, new: after, "item \(place) is described now; before, it could be any value")
        case .closed, .open:
            tell(.itemAddedToClosedContentModel, at: steps, old: before, new: after, "there may be an item \(place) now")
        case .held(let schema):
            let cover = shape(schema, shapes[old].version)
            let isCovered = isCompatible(cover, added)
            compare(cover, added, at: now.prefixKeyword, String(place))
            tell(
                isCovered ? .itemAddedIsCovered : .itemAddedNotCovered, at: steps, old: before, new: after,
                isCovered
                    ? "item \(place) takes all that could stand there before"
                    : "item \(place) does not take all that could stand there before")
        }
    }

    private mutating func compareRemovedItem(_ place: Int, _ was: ArrayDemand, _ now: ArrayDemand, _ old: Int, _ new: Int) {
        let removed = shape(was.prefix[place], shapes[old].version)
        let steps = [was.prefixKeyword, String(place)]
        let (before, after) = (shapes[removed].origin.range, range(new, now.prefixKeyword))
        switch now.rest {
        case .open:
            tell(
                .itemRemovedFromOpenContentModel, at: steps, old: before, new: after,
                "item \(place) is described no more and may be any value")
        case .closed where shapes[removed].isNever:
            tell(
                .itemWithFalseRemovedFromClosedContentModel, at: steps, old: before, new: after,
                "item \(place) was never allowed and is not now")
        case .closed:
            tell(
                .itemRemovedFromClosedContentModel, at: steps, old: before, new: after,
                "item \(place) is taken away, and no other items are allowed")
        case .held(let schema):
            let cover = shape(schema, shapes[new].version)
            let isCovered = isCompatible(removed, cover)
            compare(removed, cover, at: was.prefixKeyword, String(place))
            tell(
                isCovered ? .itemRemovedIsCovered : .itemRemovedNotCovered, at: steps, old: before, new: after,
                isCovered
                    ? "item \(place) is described no more, and what else is allowed takes its values"
                    : "item \(place) is described no more, and what else is allowed does not take all its values")
        }
    }

    private mutating func compareContains(
        _ was: JSONSchemaContains?, _ now: JSONSchemaContains?, _ old: Int, _ new: Int
    ) {
        let (before, after) = (range(old, "contains"), range(new, "contains"))
        switch (was, now) {
        case (nil, nil): break
        case (_?, nil): tell(.containsRemoved, at: ["contains"], old: before, new: after, "nothing must be contained any more")
        case (nil, let now?):
            if now.minimum == 0, now.maximum == nil { return }
            tell(.containsAdded, at: ["contains"], old: before, new: after, "an item that meets a schema must be contained now")
        case (let was?, let now?):
            compareBound("maxContains", was.maximum, now.maximum, .maxContains, old, new)
            compareBound("minContains", was.minimum, now.minimum, .minContains, old, new)
            let (left, right) = (shape(was.schema, shapes[old].version), shape(now.schema, shapes[new].version))
            // Items counted before must count now; where there is a maximum, no others may.
            let isMinimumKept = now.minimum == 0 || isCompatible(left, right, exactly: true)
            let isMaximumKept = now.maximum == nil || isCompatible(right, left, exactly: true)
            if !isMinimumKept || !isMaximumKept {
                tell(.containsChanged, at: ["contains"], old: before, new: after, "other items count as contained now")
            }
        }
    }
}
