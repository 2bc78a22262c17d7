import KafkaWire

/// Each topic's partitions are cut into as many ranges as members subscribe to it, the first ones longer by one where they
/// do not come out even. Members stand in the order of their instance ids, or else of their own, for all topics.
func assignRanges(of topics: SubscribedTopics, to members: [AssignedMember]) -> [String: AssignedPartitions] {
    let ordered = members.sorted { ($0.instanceID ?? $0.id, $0.id) < ($1.instanceID ?? $1.id, $1.id) }
    var subscribers: [String: [String]] = [:]
    for member in ordered { for name in member.topicNames { subscribers[name, default: []].append(member.id) } }
    var targets: [String: AssignedPartitions] = [:]
    for (name, entry) in topics.byName {
        guard let subscribers = subscribers[name] else { continue }
        let (length, longer) = Int(entry.partitions).quotientAndRemainder(dividingBy: subscribers.count)
        var next: Int32 = 0
        for (place, member) in subscribers.enumerated() {
            for _ in 0..<(length + (place < longer ? 1 : 0)) {
                targets[member, default: AssignedPartitions()].insert(entry.id, next)
                next += 1
            }
        }
    }
    return targets
}
