import KafkaWire
import Testing
@testable import BrokerCore

struct ListOffsetsTests {
    @Test func `the start, the end, the largest timestamp and any time`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        for timestamp in [100, 300, 200] as [Int64] {
            try world.produce(world.produceRequest(world.batch(["v"], timestamp: timestamp), to: "orders"))
        }
        #expect(try world.listOffset(of: "orders", at: -1).offset == 3)
        #expect(try world.listOffset(of: "orders", at: -2).offset == 0)
        let largest = try world.listOffset(of: "orders", at: -3)
        #expect(largest.offset == 1 && largest.timestamp == 300)
        #expect(try world.listOffset(of: "orders", at: -4).offset == 0)
        #expect(try world.listOffset(of: "orders", at: -5).offset == -1)
        let at = try world.listOffset(of: "orders", at: 150)
        #expect(at.offset == 1 && at.timestamp == 300 && at.leaderEpoch == 0)
        let after = try world.listOffset(of: "orders", at: 301)
        #expect(after.errorCode == .none && after.offset == -1 && after.timestamp == -1)
    }

    @Test func `an empty log has a start, an end and nothing between`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try world.listOffset(of: "orders", at: -1).offset == 0)
        #expect(try world.listOffset(of: "orders", at: -2).offset == 0)
        #expect(try world.listOffset(of: "orders", at: -3).offset == -1)
        #expect(try world.listOffset(of: "orders", at: 0).offset == -1)
    }

    @Test func `times that a version does not know are refused`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try world.listOffset(of: "orders", at: -3, version: 6).errorCode == .unsupportedVersion)
        #expect(try world.listOffset(of: "orders", at: -4, version: 7).errorCode == .unsupportedVersion)
        #expect(try world.listOffset(of: "orders", at: -6).errorCode == .unsupportedVersion)
        #expect(try world.listOffset(of: "none", at: -1).errorCode == .unknownTopicOrPartition)
    }

    @Test func `records are deleted up to an offset, and not beyond the end`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.makeTopic("state", configs: ["cleanup.policy": "compact"])
        try world.produce(["a", "b", "c"], to: "orders")
        func delete(_ topic: String, _ offset: Int64) throws -> DeleteRecordsResponse.DeleteRecordsPartitionResult {
            try world.call(DeleteRecordsRequest(topics: [
                .init(name: topic, partitions: [.init(partitionIndex: 0, offset: offset)]),
            ])).topics[0].partitions[0]
        }
        #expect(try delete("orders", 4).errorCode == .offsetOutOfRange)
        #expect(try delete("orders", -2).errorCode == .offsetOutOfRange)
        #expect(try delete("orders", 1).lowWatermark == 1)
        #expect(try delete("orders", 0).lowWatermark == 1)
        #expect(try delete("state", 0).errorCode == .policyViolation)
        #expect(try delete("orders", -1).lowWatermark == 3)
        try world.restart()
        #expect(try world.listOffset(of: "orders", at: -2).offset == 3)
        #expect(try world.produce(["d"], to: "orders").baseOffset == 3)
    }
}
