/// The candidate that a person most likely meant by a misspelt name, for "did you mean 'retention'?"; nil where none is
/// near.
///
/// Near means few edits (a letter put in, left out, exchanged, or two neighbours swapped) for the name's length, letter
/// case aside. Equally near candidates: the first in alphabetical order, so that answers do not depend on a set's order.
package func closestMatch(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(longestCompared + 1))
    guard !wanted.isEmpty, wanted.count <= longestCompared else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate != name {
        let offered = Array(candidate.lowercased().unicodeScalars.prefix(longestCompared + 1))
        let allowed = max(wanted.count, offered.count) <= 3 ? 1 : max(wanted.count, offered.count) / 3
        let limit = min(allowed, best?.distance ?? allowed)
        guard offered.count <= longestCompared, abs(offered.count - wanted.count) <= limit else { continue }
        let distance = editDistance(wanted, offered)
        guard distance <= limit, distance < max(wanted.count, offered.count) else { continue }
        if let best, (best.distance, best.candidate) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.candidate
}

/// Names beyond this are not misspelt, they are data.
private let longestCompared = 100

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours each count one.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
        var current = [row]
        current.reserveCapacity(right.count + 1)
        for column in 1...right.count {
            let isSame = left[row - 1] == right[column - 1]
            var distance = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                distance = min(distance, beforeLast[column - 2] + 1)
            }
            current.append(distance)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
