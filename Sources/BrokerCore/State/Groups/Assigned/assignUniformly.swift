import KafkaWire

/// Members have equally many partitions, as far as their subscriptions allow, and keep what they were to own before.
///
/// What is free goes to whoever has least; then partitions move from who has two more than another that may have them.
/// Each such move makes the loads more even, so that it ends.
func assignUniformly(_ topics: SubscribedTopics, to members: [AssignedMember]) -> [String: AssignedPartitions] {
    var shares = UniformShares(topics, members)
    shares.keepWhatWasThere()
    shares.giveWhatIsFree()
    shares.even()
    return shares.targets
}

private struct UniformShares {
    private struct Topic {
        var id: KafkaUUID
        var partitions: Int32
        /// Places of the members that subscribe to it.
        var subscribers: [Int]
    }

    private let members: [AssignedMember]
    private var topics: [Topic] = []
    private var shares: [AssignedPartitions]
    private var loads: [Int]
    private var owner: [KafkaUUID: [Int32: Int]] = [:]
    /// With one subscription for all, nobody keeps more than this.
    private var mostKept = Int.max
    private var mayKeepMost = Int.max

    init(_ subscribed: SubscribedTopics, _ members: [AssignedMember]) {
        self.members = members
        shares = Array(repeating: AssignedPartitions(), count: members.count)
        loads = Array(repeating: 0, count: members.count)
        var subscribers: [String: [Int]] = [:]
        for (place, member) in members.enumerated() { for name in member.topicNames { subscribers[name, default: []].append(place) } }
        for (name, entry) in subscribed.byName.sorted(by: { $0.key < $1.key }) {
            guard let places = subscribers[name] else { continue }
            topics.append(Topic(id: entry.id, partitions: entry.partitions, subscribers: places))
        }
        // Topics of few subscribers first: theirs have least choice.
        topics.sort { $0.subscribers.count < $1.subscribers.count }
        if !members.isEmpty, topics.allSatisfy({ $0.subscribers.count == members.count }) {
            let total = topics.reduce(0) { $0 + Int($1.partitions) }
            mostKept = (total + members.count - 1) / members.count
            mayKeepMost = total % members.count == 0 ? members.count : total % members.count
        }
    }

    var targets: [String: AssignedPartitions] {
        Dictionary(zip(members.map(\.id), shares)) { $1 }
    }

    mutating func keepWhatWasThere() {
        var known: [KafkaUUID: Topic] = [:]
        for topic in topics { known[topic.id] = topic }
        for (place, member) in members.enumerated() {
            for (id, partitions) in member.target.sorted {
                guard let topic = known[id], topic.subscribers.contains(place) else { continue }
                for partition in partitions where partition < topic.partitions && owner[id]?[partition] == nil {
                    guard loads[place] < mostKept - (mayKeepMost > 0 ? 0 : 1) else { continue }
                    give(id, partition, to: place)
                    if loads[place] == mostKept { mayKeepMost -= 1 }
                }
            }
        }
    }

    mutating func giveWhatIsFree() {
        for topic in topics {
            for partition in 0..<topic.partitions where owner[topic.id]?[partition] == nil {
                guard let least = leastLoaded(of: topic) else { continue }
                give(topic.id, partition, to: least)
            }
        }
    }

    mutating func even() {
        // With one subscription for all they are even by now; else a bound, as each pass costs members times partitions.
        guard mostKept == .max else { return }
        for _ in 0..<16 {
            var hasMoved = false
            for topic in topics {
                for partition in 0..<topic.partitions {
                    guard let has = owner[topic.id]?[partition], let least = leastLoaded(of: topic),
                          loads[has] > loads[least] + 1
                    else { continue }
                    shares[has].remove(topic.id, partition)
                    loads[has] -= 1
                    give(topic.id, partition, to: least)
                    hasMoved = true
                }
            }
            if !hasMoved { return }
        }
    }

    private func leastLoaded(of topic: Topic) -> Int? {
        topic.subscribers.min { loads[$0] < loads[$1] }
    }

    private mutating func give(_ topic: KafkaUUID, _ partition: Int32, to place: Int) {
        shares[place].insert(topic, partition)
        loads[place] += 1
        owner[topic, default: [:]][partition] = place
    }
}
