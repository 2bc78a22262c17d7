import Determinism
import MeshModel
import Testing

@testable import MeshPlanning

struct PlacementTests {
    private struct Scene: CustomStringConvertible {
        var brokers: [ObservedBroker]
        var current: [[Int32]]
        var replication: Int
        var others = BrokerLoads()
        var description: String { "\(brokers.map { "\($0.id)\($0.rack ?? "")" }) \(current) → \(replication)" }
    }

    private func scene(_ chance: inout SeededGenerator) -> Scene {
        let count = Int.random(in: 1...9, using: &chance)
        let hasRacks = Bool.random(using: &chance)
        let brokers = (0..<count).map { index in
            ObservedBroker(id: Int32(index * 3 + 1), rack: hasRacks ? ["a", "b", "c"].randomElement(using: &chance) : nil)
        }
        let before = Int.random(in: 1...count, using: &chance)
        let current = (0..<Int.random(in: 1...24, using: &chance)).map { _ in
            Array(brokers.map(\.id).shuffled(using: &chance).prefix(before))
        }
        var scene = Scene(brokers: brokers.shuffled(using: &chance), current: current, replication: Int.random(in: 1...count, using: &chance))
        if Bool.random(using: &chance) {
            scene.others.add((0..<20).map { _ in Array(brokers.map(\.id).shuffled(using: &chance).prefix(2)) })
        }
        return scene
    }

    private func racks(_ brokers: some Sequence<Int32>, _ scene: Scene) -> Int {
        Set(brokers.map { id in scene.brokers.first { $0.id == id }?.rack ?? "\(id)" }).count
    }

    private func counts(_ ids: some Sequence<Int32>, _ scene: Scene) -> [Int32: Int] {
        var counts = Dictionary(uniqueKeysWithValues: scene.brokers.map { ($0.id, 0) })
        for id in ids { counts[id, default: 0] += 1 }
        return counts
    }

    @Test func `a random topic gets the number of replicas on different brokers, and none is moved`() throws {
        var chance = SeededGenerator(seed: 11)
        for _ in 0..<1500 {
            let scene = scene(&chance)
            let placed = try placeReplicas(scene.current, replication: scene.replication, on: scene.brokers, others: scene.others)
            try #require(placed.count == scene.current.count)
            for (old, new) in zip(scene.current, placed) {
                try #require(new.count == scene.replication && Set(new).count == new.count, "\(scene): \(new)")
                try #require(Set(new).isSubset(of: old) || Set(new).isSuperset(of: old), "\(scene): \(old) → \(new)")
                let possible = min(racks(scene.brokers.map(\.id), scene), scene.replication)
                let reachable =
                    new.count > old.count ? min(possible, racks(old, scene) + new.count - old.count) : min(scene.replication, racks(old, scene))
                try #require(racks(new, scene) == (new.count == old.count ? racks(old, scene) : reachable), "\(scene): \(old) → \(new)")
            }
        }
    }

    @Test func `the same arguments give the same placement, in whatever order brokers are named, and placing again changes nothing`() throws {
        var chance = SeededGenerator(seed: 12)
        for _ in 0..<500 {
            let scene = scene(&chance)
            let placed = try placeReplicas(scene.current, replication: scene.replication, on: scene.brokers, others: scene.others)
            #expect(placed == (try placeReplicas(scene.current, replication: scene.replication, on: scene.brokers.reversed(), others: scene.others)))
            #expect(placed == (try placeReplicas(placed, replication: scene.replication, on: scene.brokers, others: scene.others)))
        }
    }

    @Test func `no added replica would be better off on another broker`() throws {
        var chance = SeededGenerator(seed: 13)
        for _ in 0..<500 {
            var scene = scene(&chance)
            scene.brokers = scene.brokers.map { ObservedBroker(id: $0.id) }
            let placed = try placeReplicas(scene.current, replication: scene.replication, on: scene.brokers)
            let held = counts(placed.joined(), scene)
            for (old, new) in zip(scene.current, placed) {
                for from in Set(new).subtracting(old) {
                    for to in scene.brokers.map(\.id) where !new.contains(to) {
                        try #require(held[to, default: 0] + 1 >= held[from, default: 0], "\(scene): \(placed)")
                    }
                }
            }
        }
    }

    @Test func `leaders are as even as the replicas allow`() throws {
        var chance = SeededGenerator(seed: 14)
        for _ in 0..<500 {
            let scene = scene(&chance)
            guard scene.current[0].count != scene.replication else { continue }
            let placed = try placeReplicas(scene.current, replication: scene.replication, on: scene.brokers, others: scene.others)
            let most = counts(placed.compactMap(\.first), scene).values.max() ?? 0
            #expect(most <= leastMost(placed), "\(scene): \(placed)")
        }
    }

    /// The smallest number of leaders that the fullest broker can have, by trying every limit with augmenting paths.
    private func leastMost(_ replicas: [[Int32]]) -> Int {
        for limit in 1...replicas.count {
            var leads: [Int32: [Int]] = [:]
            func place(_ partition: Int, _ seen: inout Set<Int32>) -> Bool {
                for broker in replicas[partition] where seen.insert(broker).inserted {
                    if leads[broker, default: []].count < limit {
                        leads[broker, default: []].append(partition)
                        return true
                    }
                    for (index, other) in (leads[broker] ?? []).enumerated() where place(other, &seen) {
                        leads[broker]?[index] = partition
                        return true
                    }
                }
                return false
            }
            let fits = replicas.indices.allSatisfy { partition in
                var seen: Set<Int32> = []
                return place(partition, &seen)
            }
            if fits { return limit }
        }
        return replicas.count
    }

    @Test func `from one replica to three over three racks, each partition is in every rack`() throws {
        let brokers = (1...6).map { ObservedBroker(id: Int32($0), rack: ["a", "b", "c"][($0 - 1) % 3]) }
        let placed = try placeReplicas([[1], [2], [3], [4], [5], [6]], replication: 3, on: brokers)
        for replicas in placed { #expect(Set(replicas.map { ($0 - 1) % 3 }).count == 3) }
        #expect(Set(placed.compactMap(\.first)).count == 6)
        for broker in brokers { #expect(placed.joined().count { $0 == broker.id } == 3) }
    }

    @Test func `a topic that has the number already stays as it is, however uneven`() throws {
        let brokers = (1...3).map { ObservedBroker(id: Int32($0)) }
        #expect(try placeReplicas([[1, 2], [1, 2]], replication: 2, on: brokers) == [[1, 2], [1, 2]])
    }

    @Test func `brokers that are too few or away are told`() {
        let brokers = [ObservedBroker(id: 1), ObservedBroker(id: 2)]
        #expect(throws: PlacementProblem.tooFewBrokers(needed: 3, present: 2)) { try placeReplicas([[1]], replication: 3, on: brokers) }
        #expect(throws: PlacementProblem.brokerAway(7)) { try placeReplicas([[1, 7]], replication: 1, on: brokers) }
        #expect(throws: PlacementProblem.notTold) { try placeReplicas([], replication: 1, on: brokers) }
    }

    @Test func `other topics decide between brokers that are equal`() throws {
        var others = BrokerLoads()
        others.add([[2, 3], [2, 3], [3, 2]])
        let brokers = (1...4).map { ObservedBroker(id: Int32($0)) }
        #expect(try placeReplicas([[1]], replication: 2, on: brokers, others: others).first?.contains(4) == true)
    }
}
