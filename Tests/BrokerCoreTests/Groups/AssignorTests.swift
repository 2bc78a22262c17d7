import Determinism
import KafkaWire
import Testing
@testable import BrokerCore

struct AssignorTests {
    private func member(_ id: String, _ topics: [String], target: AssignedPartitions = .init(), instance: String? = nil) -> AssignedMember {
        var member = AssignedMember(
            id: id, instanceID: instance, clientID: "", clientHost: "", rebalanceTimeout: .seconds(1),
            sessionDeadline: Instant(millisecondsSinceEpoch: 0))
        member.subscribedNames = topics.sorted()
        member.target = target
        return member
    }

    private func topics(_ sizes: [String: Int32]) -> SubscribedTopics {
        var topics = SubscribedTopics()
        for (place, size) in sizes.sorted(by: { $0.key < $1.key }).enumerated() {
            topics.byName[size.key] = .init(id: KafkaUUID(high: 1, low: UInt64(place)), partitions: size.value)
        }
        return topics
    }

    @Test func `ranges are the same for topics of one size, and stand in the members' order`() {
        let members = [member("z", ["a", "b"], instance: "1"), member("c", ["a", "b"], instance: "2")]
        let topics = topics(["a": 3, "b": 3])
        let targets = assignRanges(of: topics, to: members)
        #expect(targets["z"]?.sorted.map(\.partitions) == [[0, 1], [0, 1]])
        #expect(targets["c"]?.sorted.map(\.partitions) == [[2], [2]])
    }

    @Test(arguments: 1...40)
    func `whoever comes and goes, every partition has one owner, loads are even and little moves`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sizes = topics(["a": Int32.random(in: 0...9, using: &random), "b": 7, "c": Int32.random(in: 1...20, using: &random)])
        let isMixed = Bool.random(using: &random)
        var members: [AssignedMember] = []
        for round in 0..<12 {
            if members.count > 1, Bool.random(using: &random) {
                members.remove(at: Int.random(in: members.indices, using: &random))
            } else {
                let names = isMixed ? ["a", "b", "c"].filter { _ in Bool.random(using: &random) } : ["a", "b", "c"]
                members.append(member("m\(round)", names))
            }
            let targets = assignUniformly(sizes, to: members)
            var owners: [String] = []
            for (name, entry) in sizes.byName where members.contains(where: { $0.topicNames.contains(name) }) {
                for partition in 0..<entry.partitions {
                    let holding = members.filter { targets[$0.id]?.contains(entry.id, partition) ?? false }
                    #expect(holding.count == 1 && holding.allSatisfy { $0.topicNames.contains(name) })
                    owners += holding.map(\.id)
                }
            }
            #expect(targets.values.reduce(0) { $0 + $1.count } == owners.count, "nobody has what is not there")
            let loads = members.map { targets[$0.id]?.count ?? 0 }
            if !isMixed, let most = loads.max(), let least = loads.min() { #expect(most - least <= 1) }
            for (place, member) in members.enumerated() {
                let after = targets[member.id] ?? .init()
                if !isMixed {
                    let kept = member.target.intersection(after).count
                    #expect(kept == min(member.target.count, after.count), "it keeps what its share allows")
                }
                members[place].target = after
            }
        }
    }
}
