import KafkaWire
import Testing
@testable import BrokerCore

/// Transactions over crashes, restarts, rolled segments and deleted records.
struct TransactionRecoveryTests {
    private func stocked(configs: [String: String] = [:]) throws -> BrokerWorld {
        let world = try BrokerWorld { $0.durability = .fsync }
        try world.makeTopic("orders", partitions: 2, configs: configs)
        return world
    }

    private func committedOffset(_ world: BrokerWorld) throws -> Int64? {
        let request = OffsetFetchRequest(
            groupId: "g", topics: [.init(name: "orders", partitionIndexes: [0])], requireStable: true)
        let found = try #require(try world.call(request, version: 7).topics.first?.partitions.first)
        return found.errorCode == .none ? found.committedOffset : nil
    }

    @Test(arguments: 0...5, [true, false])
    func `a crash at any step of an end leaves the whole transaction or none of it`(steps: Int, committed: Bool) throws {
        for seed in 1...8 as ClosedRange<UInt64> {
            let world = try stocked()
            let client = TransactionClient(world)
            try client.begin()
            try client.add("orders", [0, 1])
            try client.write("a")
            try client.write("b", to: "orders", 1)
            try client.addOffsets()
            try client.commitOffset(7)
            world.holdsSyncs = true
            let pending = try world.send(client.endRequest(committed: committed), version: 4, on: client.connection)
            for _ in 0..<steps where !world.heldSyncs.isEmpty { world.finishSync() }
            let isAnswered = world.hasAnswer(pending)
            world.holdsSyncs = false
            try world.crash(seed: seed)

            let again = TransactionClient(world)
            again.producer = client.producer
            if try again.state == "Ongoing" {
                #expect(!isAnswered)
                #expect(try world.committedValues() == [])
                #expect(try world.committedValues(partition: 1) == [])
                #expect(try committedOffset(world) == nil)
                #expect(try again.end(committed: committed) == .none)
            }
            #expect(try again.state == (committed ? "CompleteCommit" : "CompleteAbort"))
            #expect(try world.committedValues() == (committed ? ["a"] : []))
            #expect(try world.committedValues(partition: 1) == (committed ? ["b"] : []))
            #expect(try committedOffset(world) == (committed ? 7 : -1))
            for partition in 0...1 as ClosedRange<Int32> {
                #expect(try world.lastStableOffset("orders", partition) == world.latestOffset(of: "orders", partition: partition))
            }
        }
    }

    @Test func `aborted transactions stay hidden over rolled segments, restarts and deleted records`() throws {
        let world = try stocked(configs: ["segment.bytes": "1000"])
        let client = TransactionClient(world)
        try client.begin()
        var committed: [(offset: Int64, value: String)] = []
        for round in 0..<16 {
            let isCommitted = round % 3 == 0
            try client.add()
            for part in 0..<2 {
                let value = "\(round)-\(part)-" + String(repeating: "x", count: 150)
                if isCommitted { committed.append((try world.latestOffset(of: "orders"), value)) }
                #expect(try client.write(value) == .none)
            }
            #expect(try client.end(committed: isCommitted) == .none)
        }
        #expect(world.topicFiles.filter { $0.hasSuffix(".log") }.count > 3)
        #expect(try world.committedValues() == committed.map(\.value))
        try world.restart()
        #expect(try world.committedValues() == committed.map(\.value))
        // Into the middle of an aborted transaction: 3 offsets each, the fifth is aborted.
        let cut: Int64 = 13
        let request = DeleteRecordsRequest(topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, offset: cut)])])
        #expect(try world.call(request).topics[0].partitions[0].errorCode == .none)
        let left = committed.filter { $0.offset >= cut }.map(\.value)
        #expect(try world.committedValues(from: cut) == left)
        try world.crash(seed: 9)
        #expect(try world.committedValues(from: cut) == left)
    }

    @Test func `an open transaction still holds readers back after a restart, and is aborted when its time is up`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        client.timeout = 10_000
        try client.begin()
        try client.add()
        try client.write("a")
        try world.restart()
        #expect(try world.lastStableOffset() == 0)
        world.advance(by: .seconds(11))
        #expect(try world.lastStableOffset() == 2)
        #expect(try world.committedValues() == [])
        let again = TransactionClient(world)
        again.producer = client.producer
        #expect(try again.commit() == .producerFenced)
    }
}
