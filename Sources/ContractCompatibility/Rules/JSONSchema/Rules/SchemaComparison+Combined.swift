import LocatedJSON

/// `allOf`, `anyOf` and `oneOf`.
extension SchemaComparison {
    typealias CombinedSide = (shape: Int, criterion: CombinedCriterion, branches: [Int])

    // MARK: One side only

    /// A schema that becomes a branch. False where none takes it.
    mutating func takeIntoCombined(
        _ old: Int, _ new: Int, _ criterion: CombinedCriterion, _ branches: [Int]
    ) -> Bool {
        let branches = branches.map { shape($0, shapes[new].version) }
        spend(branches.count)
        if branches.count == 1 {
            compare(old, branches[0])
            return true
        }
        if criterion == .allOf {
            for branch in branches where !isCompatible(old, branch) { return false }
            for branch in branches { compare(old, branch) }
            return true
        }
        var takers: [(slice: Int, branch: Int)] = []
        if let branch = firstBranch(branches, taking: old) {
            takers = [(old, branch)]
        } else {
            // A choice of types may become a choice of schemas.
            let slices = shapes.slices(of: old)
            for slice in slices {
                guard let branch = firstBranch(branches, taking: slice) else { return false }
                takers.append((slice, branch))
            }
            if slices.isEmpty { return false }
        }
        for (slice, branch) in takers { compare(slice, branch) }
        tell(
            .sumTypeExtended, old: shapes[old].origin.range, new: shapes[new].origin.range,
            "it is one of \(branches.count) branches of '\(criterion.rawValue)' now")
        if criterion == .oneOf {
            let overlaps = takers.contains { taker in
                branches.contains { $0 != taker.branch && !areDisjoint(taker.slice, $0) }
            }
            if overlaps { tellOverlap(old, new) }
        }
        return true
    }

    private mutating func firstBranch(_ branches: [Int], taking old: Int) -> Int? {
        for branch in branches where isCompatible(old, branch) { return branch }
        return nil
    }

    /// A branch that becomes the schema. False where that does not do.
    mutating func takeOutOfCombined(
        _ old: Int, _ new: Int, _ criterion: CombinedCriterion, _ branches: [Int]
    ) -> Bool {
        let branches = branches.map { shape($0, shapes[old].version) }
        spend(branches.count)
        if branches.count == 1 {
            compare(branches[0], new)
            return true
        }
        if criterion == .allOf {
            guard let branch = branches.first(where: { isCompatible($0, new) }) else { return false }
            compare(branch, new)
            tell(
                .productTypeNarrowed, old: shapes[old].origin.range, new: shapes[new].origin.range,
                "of \(branches.count) branches of 'allOf' one is left")
            return true
        }
        for branch in branches where !isCompatible(branch, new) { return false }
        for (index, branch) in branches.enumerated() { compare(branch, new, at: criterion.rawValue, String(index)) }
        return true
    }

    // MARK: Both sides

    mutating func compareCombined(_ old: CombinedSide, _ new: CombinedSide) {
        let olds = distinct(old.branches, old.criterion, shapes[old.shape].version)
        let news = distinct(new.branches, new.criterion, shapes[new.shape].version)
        spend(olds.count + news.count)
        let (before, after) = (shapes[old.shape].origin.range, shapes[new.shape].origin.range)
        if old.criterion != new.criterion {
            let isWider =
                new.criterion == .anyOf || (olds.count == 1 && (news.count == 1 || new.criterion == .oneOf))
                || (old.criterion == .allOf && news.count == 1)
            tell(
                isWider ? .combinedTypeExtended : .combinedTypeChanged, old: before, new: after,
                "'\(old.criterion.rawValue)' became '\(new.criterion.rawValue)'")
            guard isWider else { return }
        }
        let counts = "'\(new.criterion.rawValue)' had \(olds.count) branches and has \(news.count)"
        if olds.count < news.count {
            tell(new.criterion == .allOf ? .productTypeExtended : .sumTypeExtended, old: before, new: after, counts)
        } else if olds.count > news.count {
            tell(old.criterion == .allOf ? .productTypeNarrowed : .sumTypeNarrowed, old: before, new: after, counts)
        }
        guard let matching = match(olds.map(\.shape), news.map(\.shape)) else { return }
        for (index, partner) in matching.enumerated() {
            guard let partner else { continue }
            compare(olds[index].shape, news[partner].shape, at: old.criterion.rawValue, String(olds[index].place))
        }
        let matched = matching.count { $0 != nil }
        guard matched == min(olds.count, news.count) else {
            return tellUnmatched(olds, news, matching, old, new)
        }
        if new.criterion == .oneOf, news.count > 1, overlaps(olds.map(\.shape), news.map(\.shape), matching, old.criterion) {
            tellOverlap(old.shape, new.shape)
        }
    }

    private mutating func tellUnmatched(
        _ olds: [Branch], _ news: [Branch], _ matching: [Int?], _ old: CombinedSide, _ new: CombinedSide
    ) {
        let lonelyOld = olds.indices.filter { matching[$0] == nil }
        let taken = Set(matching.compactMap { $0 })
        let lonelyNew = news.indices.filter { !taken.contains($0) }
        let names = lonelyOld.prefix(5).map { String(olds[$0].place) }.joined(separator: ", ")
        tell(
            .combinedTypeSubschemasChanged, old: shapes[old.shape].origin.range, new: shapes[new.shape].origin.range,
            "no branch of the new '\(new.criterion.rawValue)' takes what branch \(names) of the old '\(old.criterion.rawValue)' allowed")
        // Where it is plain which was to become which, why it does not.
        guard isTelling, lonelyOld.count == 1, lonelyNew.count == 1 else { return }
        let branch = olds[lonelyOld[0]]
        compare(branch.shape, news[lonelyNew[0]].shape, at: old.criterion.rawValue, String(branch.place))
    }

    private mutating func tellOverlap(_ old: Int, _ new: Int) {
        tell(
            .oneOfBranchesOverlap, old: shapes[old].origin.range, new: shapes[new].origin.range,
            "a value that one branch of 'oneOf' took may now meet two of them")
    }

    /// Whether a value that met one branch may meet two of the new ones.
    private mutating func overlaps(
        _ olds: [Int], _ news: [Int], _ matching: [Int?], _ criterion: CombinedCriterion
    ) -> Bool {
        for (index, partner) in matching.enumerated() {
            guard let partner else { continue }
            for other in news.indices where other != partner {
                spend(1)
                if isOver { return true }
                if areDisjoint(olds[index], news[other]) { continue }
                // A branch that takes no more than it did was not met before and is not now.
                if criterion == .oneOf, let former = matching.firstIndex(of: other), former != index,
                    isCompatible(news[other], olds[former], exactly: true)
                {
                    continue
                }
                return true
            }
        }
        return false
    }

    private struct Branch {
        var place: Int
        var shape: Int
    }

    /// The branches, those that are written alike once. Not in `oneOf`: what meets one of two that are alike meets both.
    private mutating func distinct(_ nodes: [Int], _ criterion: CombinedCriterion, _ version: SchemaVersion) -> [Branch] {
        var seen: Set<JSONNode> = []
        var branches: [Branch] = []
        for (place, node) in nodes.enumerated() {
            guard criterion == .oneOf || seen.insert(shapes.schema(version).nodes[node].source).inserted else { continue }
            branches.append(Branch(place: place, shape: shape(node, version)))
        }
        return branches
    }
}
