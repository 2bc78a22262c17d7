import BrokerLog
import Determinism
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

/// Idempotent producers that send again after each crash, consumers and commits, all from one seed: what was
/// acknowledged is there, once and in order; what a consumer saw is never taken back.
struct CrashSimulationTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `what was acknowledged survives, once and in order`(seed: UInt64) throws {
        var simulation = try CrashSimulation(seed: seed)
        for _ in 0..<400 { try simulation.step() }
        try simulation.crash()
        #expect(simulation.acknowledgedCount > 20, "the simulation must get somewhere")
    }
}

private struct CrashSimulation {
    let world: BrokerWorld
    var chance: SeededGenerator
    var lanes: [Lane] = []
    var commits: [(BrokerWorld.Pending<OffsetCommitRequest>, Int64)] = []
    var committed: Int64 = -1
    var attempted: Int64 = -1
    var nextValue = 0

    /// One partition with its producer, as many batches under way as a producer may have.
    struct Lane {
        var partition: Int32
        var producerID: Int64
        var nextSequence: Int32 = 0
        var unacknowledged: [Batch] = []
        var connection: ConnectionID
        /// Offset → value of what was acknowledged or seen by a consumer.
        var known: [Int64: String] = [:]
        var lastAcknowledged: Int64 = -1
    }

    struct Batch {
        var sequence: Int32
        var values: [String]
        var sent: BrokerWorld.Pending<ProduceRequest>?
    }

    var acknowledgedCount: Int64 { lanes.reduce(0) { $0 + $1.lastAcknowledged + 1 } }

    init(seed: UInt64) throws {
        chance = SeededGenerator(seed: seed)
        world = try BrokerWorld(seed: seed)
        try world.makeTopic("orders", partitions: 3, configs: ["segment.bytes": "2000"])
        for partition in 0..<3 as Range<Int32> {
            let id = try world.call(InitProducerIdRequest(transactionalId: nil)).producerId
            lanes.append(Lane(partition: partition, producerID: id, connection: world.connect()))
        }
        world.holdsSyncs = true
    }

    mutating func step() throws {
        switch Int.random(in: 0..<100, using: &chance) {
        case 0..<50: try produce(Int.random(in: 0..<lanes.count, using: &chance))
        case 50..<75: world.finishSync()
        case 75..<80: try look()
        case 80..<90: try commit()
        case 90..<97: world.advance(by: .milliseconds(Int.random(in: 0..<2000, using: &chance)))
        default: try crash()
        }
        for lane in lanes.indices { try takeAnswers(lane) }
        try takeCommits()
    }

    private mutating func produce(_ lane: Int) throws {
        guard lanes[lane].unacknowledged.count < 5 else { return }
        let values = (0..<Int.random(in: 1...4, using: &chance)).map { _ in
            nextValue += 1
            return "\(nextValue) " + String(repeating: "x", count: Int.random(in: 0..<60, using: &chance))
        }
        lanes[lane].unacknowledged.append(Batch(sequence: lanes[lane].nextSequence, values: values))
        lanes[lane].nextSequence += Int32(values.count)
        try sendUnsent(lane)
    }

    private mutating func sendUnsent(_ lane: Int) throws {
        for index in lanes[lane].unacknowledged.indices where lanes[lane].unacknowledged[index].sent == nil {
            let batch = lanes[lane].unacknowledged[index]
            let request = world.produceRequest(
                batch.values, to: "orders", partition: lanes[lane].partition,
                producer: .init(id: lanes[lane].producerID, epoch: 0, baseSequence: batch.sequence))
            lanes[lane].unacknowledged[index].sent = try world.send(request, version: 9, on: lanes[lane].connection)
        }
    }

    private mutating func takeAnswers(_ lane: Int) throws {
        while let batch = lanes[lane].unacknowledged.first, let sent = batch.sent, let answer = try world.answer(sent) {
            let result = answer.responses[0].partitionResponses[0]
            try #require(result.errorCode == .none)
            try #require(result.baseOffset == lanes[lane].lastAcknowledged + 1)
            for (index, value) in batch.values.enumerated() { lanes[lane].known[result.baseOffset + Int64(index)] = value }
            lanes[lane].lastAcknowledged = result.baseOffset + Int64(batch.values.count) - 1
            lanes[lane].unacknowledged.removeFirst()
        }
    }

    private mutating func commit() throws {
        attempted += 1
        let request = OffsetCommitRequest(groupId: "g", generationIdOrMemberEpoch: -1, topics: [
            .init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: attempted)]),
        ])
        commits.append((try world.send(request, version: 8, on: world.connect()), attempted))
    }

    private mutating func takeCommits() throws {
        for (index, commit) in commits.enumerated().reversed() {
            guard let answer = try world.answer(commit.0) else { continue }
            try #require(answer.topics[0].partitions[0].errorCode == .none)
            committed = max(committed, commit.1)
            commits.remove(at: index)
        }
    }

    /// What a consumer sees now must be there for ever.
    private mutating func look() throws {
        for lane in lanes.indices {
            for (offset, value) in try world.values(of: "orders", partition: lanes[lane].partition) {
                if let before = lanes[lane].known[offset], before != value { Issue.record("offset \(offset) changed") }
                lanes[lane].known[offset] = value
            }
        }
    }

    /// The machine stops. After it, the producers send again what was not acknowledged.
    mutating func crash() throws {
        try world.crash(seed: chance.next())
        commits = []
        try check()
        for lane in lanes.indices {
            lanes[lane].connection = world.connect()
            for index in lanes[lane].unacknowledged.indices { lanes[lane].unacknowledged[index].sent = nil }
            try sendUnsent(lane)
        }
    }

    private func check() throws {
        try #require(world.broker.topics["orders"]?.partitions.count == lanes.count)
        for lane in lanes {
            let found = try world.values(of: "orders", partition: lane.partition)
            try #require(found.map(\.offset) == Array(0..<Int64(found.count)))
            let numbers = found.compactMap { Int($0.value.prefix { $0 != " " }) }
            try #require(numbers == numbers.sorted() && Set(numbers).count == found.count)
            for (offset, value) in lane.known where offset >= found.count || found[Int(offset)].value != value {
                Issue.record("record \(offset) of partition \(lane.partition) is gone, of \(found.count) that are left")
            }
        }
        let there = try world.committed("g")
        try #require(there >= committed && there <= attempted)
    }
}
