/// Pairs old branches with new ones that take all they allowed, as many as can be (Kuhn's augmenting paths).
extension SchemaComparison {
    /// - Returns: for each old branch the new one, nil for one left over; nil as a whole where there are too many to tell.
    mutating func match(_ olds: [Int], _ news: [Int]) -> [Int?]? {
        guard olds.count.multipliedReportingOverflow(by: news.count).partialValue <= limits.maximumWork / 4 else {
            giveUp("there are more branches to compare with each other than is allowed")
            return nil
        }
        var matching = BranchMatching(oldCount: olds.count, newCount: news.count)
        for start in olds.indices {
            // Breadth first, so that branches that stayed where they are are tried first.
            var reachedFrom: [Int: Int] = [:]
            var waiting = [start]
            var end: Int?
            search: while let old = waiting.first {
                waiting.removeFirst()
                for new in candidates(for: old, olds, news) where reachedFrom[new] == nil {
                    if isOver, undecided != nil { return nil }
                    guard isCompatible(olds[old], news[new]) else { continue }
                    reachedFrom[new] = old
                    guard let holder = matching.oldOf[new] else {
                        end = new
                        break search
                    }
                    waiting.append(holder)
                }
            }
            if let end { matching.augment(to: end, reachedFrom) }
        }
        return matching.newOf
    }

    /// The new branches in the order in which they are tried: what is written alike first.
    private mutating func candidates(for old: Int, _ olds: [Int], _ news: [Int]) -> [Int] {
        spend(news.count / 8)
        let source = shapes[olds[old]].source
        let same = news.indices.first { shapes[news[$0]].source == source }
        guard let same else { return Array(news.indices) }
        return [same] + news.indices.filter { $0 != same }
    }
}

private struct BranchMatching {
    var newOf: [Int?]
    var oldOf: [Int?]

    init(oldCount: Int, newCount: Int) {
        newOf = Array(repeating: nil, count: oldCount)
        oldOf = Array(repeating: nil, count: newCount)
    }

    /// Turns the matches along a path round, which makes one more.
    mutating func augment(to end: Int, _ reachedFrom: [Int: Int]) {
        var new: Int? = end
        while let current = new, let old = reachedFrom[current] {
            new = newOf[old]
            newOf[old] = current
            oldOf[current] = old
        }
    }
}
