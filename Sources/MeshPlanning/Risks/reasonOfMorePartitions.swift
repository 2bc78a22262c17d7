/// How many keys find another partition when their number changes, and what that means.
///
/// Clients place a key by its hash modulo the number of partitions. Of `lcm(n, m)` remainders, `min(n, m)` are the same modulo both,
/// so that share of keys stays.
func reasonOfMorePartitions(from old: Int, to new: Int) -> String {
    let moved = 100 - 100 * min(old, new) / leastCommonMultiple(old, new)
    return "from \(old) to \(new) partitions: about \(moved) % of keys go to another partition from now on, so their order is broken once"
}

/// Of positive numbers.
private func leastCommonMultiple(_ left: Int, _ right: Int) -> Int {
    var (a, b) = (left, right)
    while b != 0 { (a, b) = (b, a % b) }
    return left / max(1, a) * right
}
