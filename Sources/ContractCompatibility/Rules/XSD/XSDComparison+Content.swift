import Diagnostics
import XMLText
import XSDModel

extension XSDComparison {
    private static let smallCounter = 60
    private static let largestCounter = 2_000
    private static let mostSteps = 100_000

    /// Beyond it, models that differ in nothing are not read element by element.
    private static let fewLeaves = 100
    /// Beyond it, models are only compared part by part.
    private static let mostLeaves = 1_000

    mutating func compareModels(_ before: XSDParticle?, _ after: XSDParticle?, at place: Place) {
        guard leafCount(before) <= Self.mostLeaves, leafCount(after) <= Self.mostLeaves else {
            if let before, let after, narrowedOccurrences(before, after)?.isEmpty == true {
                visitAlike(before, after, at: place)
            } else {
                reportTooLarge(at: place)
            }
            return
        }
        if leafCount(before) > Self.fewLeaves, let before, let after, !hasWildcard(before),
            narrowedOccurrences(before, after)?.isEmpty == true
        {
            return visitAlike(before, after, at: place)
        }
        // A place for thousands of elements is thousands of states: where the shapes are the same, bounds decide.
        if largest(before) > Self.smallCounter || largest(after) > Self.smallCounter,
            let before, let after, let narrowed = narrowedOccurrences(before, after)
        {
            for (first, second) in narrowed {
                var at = place
                if case .element(let id) = first.term { at = place.appending(old.shortName(old[id].name)) }
                report(
                    .occurrenceNarrowed, "\(occurrence(second)) may stand here now; before, \(occurrence(first))",
                    at: at.within(old: first.range, new: second.range))
            }
            if !narrowed.isEmpty { return visitAlike(before, after, at: place) }
            return conclude(included(clamped(before), clamped(after)), before, after, at: place)
        }
        if max(largest(before), largest(after)) <= Self.largestCounter {
            let inclusion = included(before, after)
            if !inclusion.isGivenUp { return conclude(inclusion, before, after, at: place) }
        }
        // The old model is made larger and the new one smaller, which can only find too much.
        let inclusion = included(before.map { widened($0) }, after.map { tightened($0) })
        if inclusion.isGivenUp || !inclusion.obstacles.isEmpty { reportTooLarge(at: place) }
        for match in inclusion.matchOrder { visit(match, inclusion, at: place) }
    }

    private mutating func included(_ before: XSDParticle?, _ after: XSDParticle?) -> XSDContentInclusion {
        let (first, second) = (XSDContentModel(before, of: old), XSDContentModel(after, of: new))
        var inclusion = XSDContentInclusion(first, second, alphabet: alphabet(first, second))
        inclusion.run(limit: min(Self.mostSteps, max(1, remainingEffort)))
        spend(1 + inclusion.effort / 10)
        return inclusion
    }

    private mutating func conclude(
        _ inclusion: XSDContentInclusion, _ before: XSDParticle?, _ after: XSDParticle?, at place: Place
    ) {
        if inclusion.isGivenUp { reportTooLarge(at: place) }
        // Behind an obstacle, further elements that are gone or new are worth telling; that things do not fit is not.
        for obstacle in inclusion.obstacles where obstacle.isCertain || obstacle.isOfOneName {
            report(obstacle, before, after, inclusion, at: place)
        }
        for match in inclusion.matchOrder { visit(match, inclusion, at: place) }
    }

    private mutating func reportTooLarge(at place: Place) {
        report(.unknownChange, "the content is too large to be compared to the end; treated as breaking", at: place)
    }

    // MARK: The alphabet

    private func alphabet(_ first: XSDContentModel, _ second: XSDContentModel) -> [XSDSymbol] {
        var names: Set<XMLName> = []
        var namespaces: Set<String> = []
        var wildcards: [XSDWildcard] = []
        for leaf in first.leaves + second.leaves {
            switch leaf {
            case .element(let found): names.formUnion(found.keys)
            case .wildcard(let wildcard): namespaces.formUnion(wildcard.namespaces.named)
            }
        }
        for leaf in first.leaves { if case .wildcard(let wildcard) = leaf { wildcards.append(wildcard) } }
        guard !wildcards.isEmpty else { return names.sorted().map(XSDSymbol.name) }
        for name in Array(old.globalElements.keys) + Array(new.globalElements.keys)
        where wildcards.contains(where: { $0.namespaces.contains(name.namespace) }) { names.insert(name) }
        namespaces.formUnion(names.map(\.namespace))
        return names.sorted().map(XSDSymbol.name) + namespaces.sorted().map { .otherName(in: $0) } + [.otherNamespace]
    }

    // MARK: What was found

    private mutating func report(
        _ obstacle: XSDContentInclusion.Obstacle, _ before: XSDParticle?, _ after: XSDParticle?,
        _ inclusion: XSDContentInclusion, at place: Place
    ) {
        switch obstacle.kind {
        case .unknown(.name(let name)):
            let range = declaration(of: name, in: inclusion.old, old)?.range
            let at = place.appending(old.shortName(name)).within(old: range, new: nil)
            report(.elementRemoved, "the element '\(name.local)' is no longer taken", at: at)
        case .unknown(let symbol):
            report(.wildcardNarrowed, "\(described(symbol)) could stand here and can no longer", at: place)
        case .misplaced(.name(let name)):
            let most = (occurrences(of: name, before, old).maximum, occurrences(of: name, after, new).maximum)
            let at = place.appending(old.shortName(name)).within(
                old: declaration(of: name, in: inclusion.old, old)?.range, new: declaration(of: name, in: inclusion.new, new)?.range)
            if let now = most.1, most.0.map({ $0 > now }) ?? true {
                report(
                    .occurrenceNarrowed, "at most \(now) '\(name.local)' may stand here; before, "
                        + (most.0.map { "\($0)" } ?? "any number"), at: at)
            } else {
                report(.contentModelNarrowed, "'\(name.local)' cannot come \(position(obstacle.word)) any more", at: at)
            }
        case .misplaced(let symbol):
            report(.wildcardNarrowed, "\(described(symbol)) cannot come \(position(obstacle.word)) any more", at: place)
        case .missing(let name):
            let at = place.appending(new.shortName(name))
                .within(old: nil, new: declaration(of: name, in: inclusion.new, new)?.range)
            report(.requiredElementAdded, "the element '\(name.local)' has to be there, and was not known", at: at)
        case .unfinished(let expected):
            let raised = expected.first { name in
                occurrences(of: name, after, new).minimum > occurrences(of: name, before, old).minimum
            }
            guard let raised else {
                let names = expected.prefix(5).map { "'\($0.local)'" }.joined(separator: " or ")
                report(.contentModelNarrowed, "\(names.isEmpty ? "more" : names) has to come \(position(obstacle.word))", at: place)
                return
            }
            let least = occurrences(of: raised, after, new).minimum
            report(
                .occurrenceNarrowed, "at least \(least) '\(raised.local)' has to stand here; before, "
                    + "\(occurrences(of: raised, before, old).minimum)",
                at: place.appending(old.shortName(raised)).within(
                    old: declaration(of: raised, in: inclusion.old, old)?.range,
                    new: declaration(of: raised, in: inclusion.new, new)?.range))
        }
    }

    private func described(_ symbol: XSDSymbol) -> String {
        switch symbol {
        case .name(let name): "'\(name.local)'"
        case .otherName(let namespace): namespace.isEmpty ? "any element without a namespace" : "any element of '\(namespace)'"
        case .otherNamespace: "any element of other namespaces"
        }
    }

    private func position(_ word: [XSDSymbol]) -> String {
        word.isEmpty ? "first" : "after " + word.suffix(4).map(described).joined(separator: ", ")
    }

    private func declaration(of name: XMLName, in model: XSDContentModel, _ schema: XSDSchema) -> XSDElement? {
        for leaf in model.leaves {
            if case .element(let names) = leaf, let id = names[name] { return schema[id] }
        }
        return nil
    }

    // MARK: What stands for what

    private mutating func visit(_ match: XSDContentInclusion.Match, _ inclusion: XSDContentInclusion, at place: Place) {
        guard case .name(let name) = match.symbol else {
            if case .wildcard(let first) = inclusion.old.leaves[match.oldLeaf],
                case .wildcard(let second) = inclusion.new.leaves[match.newLeaf]
            {
                compareUndeclared(first, second, at: place)
            }
            return
        }
        let here = place.appending(old.shortName(name))
        switch (inclusion.old.leaves[match.oldLeaf].declaration(name, old), inclusion.new.leaves[match.newLeaf].declaration(name, new)) {
        case (.element(let first), .element(let second)): visit(.elements(old: first, new: second), at: here)
        case (.element(let first), .undeclared(let wildcard)):
            if wildcard.processing == .lax {
                visit(.types(old: old[first].type, new: .anyType), at: here.within(old: old[first].range, new: wildcard.range))
            }
        case (.undeclared(let first), .undeclared(let second)): compareUndeclared(first, second, at: place)
        case (nil, _), (_, nil): return
        case (.undeclared(let first), .element(let second)):
            if first.processing == .lax, new[second].type == .anyType, new[second].value == nil, new[second].constraints.isEmpty {
                return visit(.types(old: .anyType, new: .anyType), at: here)
            }
            report(
                .wildcardNameDeclared, "'\(name.local)' could have any content, and is declared now",
                at: here.within(old: first.range, new: new[second].range))
        }
    }

    private mutating func compareUndeclared(_ first: XSDWildcard, _ second: XSDWildcard, at place: Place) {
        let at = place.appending("*").within(old: first.range, new: second.range)
        if second.processing > first.processing {
            report(
                .wildcardNarrowed, "what stands for the wildcard was not looked at as closely as it is now (processContents)",
                at: at)
        } else if second.processing == .lax {
            visit(.types(old: .anyType, new: .anyType), at: at)
        }
    }
}

extension XSDContentModel.Leaf {
    enum Declaration {
        case element(XSDElementID)
        /// Nothing is known of what stands there.
        case undeclared(XSDWildcard)
    }

    func declaration(_ name: XMLName, _ schema: XSDSchema) -> Declaration? {
        switch self {
        case .element(let names): names[name].map { .element($0) }
        case .wildcard(let wildcard):
            wildcard.processing == .skip ? .undeclared(wildcard)
                : schema.globalElements[name].map { .element($0) } ?? .undeclared(wildcard)
        }
    }
}
