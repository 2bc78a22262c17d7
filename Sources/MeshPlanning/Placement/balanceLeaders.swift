/// Chooses of each partition's replicas the preferred leader, so that no broker leads more than it must. Who holds what stays.
///
/// Present leaders stay where that costs nothing. Where the fullest could hand over a partition only to one that is as full, the
/// leaders are handed on along a chain.
///
/// - Parameter others: leaders of other topics by broker, which decide between equals.
func balanceLeaders(_ replicas: [[Int32]], others: [Int32: Int]) -> [[Int32]] {
    var result = replicas
    var led: [Int32: Set<Int>] = [:]
    for (partition, brokers) in replicas.enumerated() {
        for broker in brokers { led[broker, default: []].formUnion([]) }
        if let leader = brokers.first { led[leader, default: []].insert(partition) }
    }
    func order(_ broker: Int32) -> (Int, Int, Int32) { (led[broker]?.count ?? 0, others[broker] ?? 0, broker) }

    // Every hand-over takes one from a broker that has at least two more than the one at the chain's end: it ends.
    while let chain = relief(of: led.keys.sorted { order($0) > order($1) }, result, led) {
        for (partition, to) in chain {
            guard let from = result[partition].first, let place = result[partition].firstIndex(of: to) else { continue }
            result[partition].swapAt(0, place)
            led[from]?.remove(partition)
            led[to, default: []].insert(partition)
        }
    }
    return result
}

/// A chain of hand-overs from one of the fullest brokers to one that leads at least two fewer; nil when there is none.
private func relief(of fullest: [Int32], _ replicas: [[Int32]], _ led: [Int32: Set<Int>]) -> [(partition: Int, to: Int32)]? {
    var hopeless: Set<Int32> = []
    for start in fullest where !hopeless.contains(start) {
        let count = led[start]?.count ?? 0
        guard count > 1 else { return nil }
        var came: [Int32: (partition: Int, from: Int32)] = [:]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let broker = queue[next]
            next += 1
            for partition in (led[broker] ?? []).sorted() {
                for other in replicas[partition].sorted() where other != start && came[other] == nil {
                    came[other] = (partition, broker)
                    if (led[other]?.count ?? 0) + 1 < count { return path(to: other, from: start, came) }
                    queue.append(other)
                }
            }
        }
        // Whoever was reached leads as many, or one fewer: from them nothing else is reached.
        hopeless.formUnion(queue.filter { (led[$0]?.count ?? 0) == count })
    }
    return nil
}

private func path(to end: Int32, from start: Int32, _ came: [Int32: (partition: Int, from: Int32)]) -> [(partition: Int, to: Int32)] {
    var chain: [(partition: Int, to: Int32)] = []
    var broker = end
    while broker != start, let step = came[broker] {
        chain.append((step.partition, broker))
        broker = step.from
    }
    // From the end on, so that each hands over what it still leads.
    return chain
}
