/// How a group's leader gives out partitions: the two of Java's assignors that every client knows, with their results.
package enum PartitionAssignor: String, Sendable, Hashable, CaseIterable {
    /// Of each topic, each member gets a stretch: partitions of equal number of different topics meet at one member.
    case range
    /// All partitions of all topics, dealt out one by one.
    case roundRobin = "roundrobin"

    /// - Parameters:
    ///   - members: the topics that each wants, by its id.
    ///   - partitions: how many each topic has. Those that are not there are given to nobody.
    package func assign(members: [String: [String]], partitions: [String: Int32]) -> [String: [TopicPartition]] {
        var given = members.mapValues { _ in [TopicPartition]() }
        let ids = members.keys.sorted()
        let topics = Set(members.values.joined()).sorted()
        switch self {
        case .range:
            for topic in topics {
                let takers = ids.filter { members[$0]?.contains(topic) == true }
                guard let count = partitions[topic].map(Int.init), !takers.isEmpty else { continue }
                var first = 0
                for (index, id) in takers.enumerated() {
                    let size = count / takers.count + (index < count % takers.count ? 1 : 0)
                    given[id]?.append(contentsOf: (first..<first + size).map { TopicPartition(topic: topic, partition: Int32($0)) })
                    first += size
                }
            }
        case .roundRobin:
            var turn = 0
            for topic in topics {
                for partition in 0..<(partitions[topic] ?? 0) {
                    while members[ids[turn % ids.count]]?.contains(topic) != true { turn += 1 }
                    given[ids[turn % ids.count]]?.append(TopicPartition(topic: topic, partition: partition))
                    turn += 1
                }
            }
        }
        return given
    }
}
