/// Verdicts on pairs of schemas that may lead back to each other. A pair that is being judged counts as compatible where it
/// is met again; what was found on that ground is kept only once the pair turns out so.
struct VerdictMemo {
    private var known: [ShapePair: Bool] = [:]
    /// Pairs being judged, the outermost first; `level` is how deep in the value they are, `lowest` the outermost one that a
    /// pair's verdict leans on.
    private var open: [(pair: ShapePair, level: Int, lowest: Int, keptBefore: Int)] = []
    private var places: [ShapePair: Int] = [:]
    /// Found compatible on the ground of pairs that are still open; the outermost of these for each.
    private var provisional: [ShapePair] = []
    private var leaning: [ShapePair: Int] = [:]

    /// - Returns: the verdict where it is known or must be assumed; otherwise nil, and `end` is to follow.
    mutating func begin(_ pair: ShapePair, level: Int) -> Bool? {
        if let verdict = known[pair] { return verdict }
        if let place = places[pair] {
            // Nothing is gained by coming back without having gone into the value.
            if open[place].level == level { return false }
            if let last = open.indices.last { open[last].lowest = min(open[last].lowest, place) }
            return true
        }
        if let lowest = leaning[pair] {
            if let last = open.indices.last { open[last].lowest = min(open[last].lowest, lowest) }
            return true
        }
        places[pair] = open.count
        open.append((pair, level, open.count, provisional.count))
        return nil
    }

    mutating func end(isCompatible: Bool) {
        guard let (pair, _, lowest, keptBefore) = open.popLast() else { return }
        places[pair] = nil
        guard isCompatible else {
            // Assuming the best was not enough, so this holds in any case; what leaned on it does not.
            for each in provisional[keptBefore...] { leaning[each] = nil }
            provisional.removeSubrange(keptBefore...)
            known[pair] = false
            return
        }
        guard lowest < open.count else {
            for each in provisional[keptBefore...] {
                known[each] = true
                leaning[each] = nil
            }
            provisional.removeSubrange(keptBefore...)
            known[pair] = true
            return
        }
        provisional.append(pair)
        leaning[pair] = lowest
        if let last = open.indices.last { open[last].lowest = min(open[last].lowest, lowest) }
    }
}
