import KafkaWire
import Testing
@testable import BrokerCore

struct RetentionTests {
    private func filled(_ configs: [String: String]) throws -> BrokerWorld {
        let world = try BrokerWorld()
        try world.makeTopic("orders", configs: configs.merging(["segment.bytes": "200"]) { $1 })
        for index in 0..<10 { try world.produce(["value \(index) " + String(repeating: "x", count: 100)], to: "orders") }
        return world
    }

    @Test func `segments older than retention.ms go`() throws {
        let world = try filled(["retention.ms": "600000"])
        world.advance(by: .seconds(599))
        #expect(try world.listOffset(of: "orders", at: -2).offset == 0)
        world.advance(by: .seconds(120))
        #expect(try world.listOffset(of: "orders", at: -2).offset == 10)
        #expect(try world.produce(["next"], to: "orders").baseOffset == 10)
        try world.restart()
        #expect(try world.listOffset(of: "orders", at: -2).offset == 10)
    }

    @Test func `segments beyond retention.bytes go, the oldest first`() throws {
        let world = try filled(["retention.bytes": "500"])
        world.advance(by: .seconds(60))
        let start = try world.listOffset(of: "orders", at: -2).offset
        #expect(start > 0 && start < 10)
        #expect(try world.values(of: "orders", from: start).last?.offset == 9)
    }

    @Test func `a compacted topic keeps everything`() throws {
        let world = try filled(["cleanup.policy": "compact", "retention.ms": "1000", "retention.bytes": "10"])
        world.advance(by: .seconds(600))
        #expect(try world.values(of: "orders").count == 10)
    }

    @Test func `an altered retention holds for records that are there already`() throws {
        let world = try filled([:])
        world.advance(by: .seconds(600))
        #expect(try world.values(of: "orders").count == 10)
        _ = try world.call(IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: "orders", configs: [.init(name: "retention.ms", configOperation: 0, value: "1000")]),
        ]))
        world.advance(by: .seconds(60))
        #expect(try world.listOffset(of: "orders", at: -2).offset == 10)
    }
}
