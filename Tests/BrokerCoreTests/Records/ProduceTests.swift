import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

struct ProduceTests {
    @Test func `records are given offsets in every version`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", partitions: 2)
        for (index, version) in ProduceRequest.versions.enumerated() {
            let result = try world.produce(["a", "b"], to: "orders", partition: 1, version: version)
            #expect(result.errorCode == .none)
            #expect(result.baseOffset == Int64(2 * index))
            #expect(result.logAppendTimeMs == -1)
        }
        #expect(try world.latestOffset(of: "orders", partition: 1) == Int64(2 * ProduceRequest.versions.count))
        #expect(try world.latestOffset(of: "orders", partition: 0) == 0)
    }

    @Test func `unknown topics, partitions and topic ids`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try world.produce(["a"], to: "none").errorCode == .unknownTopicOrPartition)
        #expect(try world.produce(["a"], to: "orders", partition: 1).errorCode == .unknownTopicOrPartition)
        #expect(try world.produce(["a"], to: "orders", partition: -1).errorCode == .unknownTopicOrPartition)
        #expect(try world.produce(["a"], to: "none", version: 13).errorCode == .unknownTopicId)
    }

    @Test func `acks=0 is not answered, and the requests behind it are`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        let silent = try world.send(world.produceRequest(["a"], to: "orders", acks: 0), version: 9)
        #expect(!world.hasAnswer(silent))
        #expect(try world.latestOffset(of: "orders") == 1)
    }

    @Test func `a failed acks=0 closes the connection, as no answer can tell`() throws {
        let world = try BrokerWorld()
        _ = try world.send(world.produceRequest(["a"], to: "none", acks: 0), version: 9)
        #expect(world.closed[world.client] != nil)
    }

    @Test func `other acks are refused`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        #expect(try world.produce(world.produceRequest(["a"], to: "orders", acks: 2)).errorCode == .invalidRequiredAcks)
        #expect(try world.latestOffset(of: "orders") == 0)
    }

    @Test func `bad batches are refused with the error that fits`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", configs: ["max.message.bytes": "300"])
        func error(_ records: ByteBuffer?, version: Int16 = 9) throws -> ErrorCode {
            try world.produce(world.produceRequest(records, to: "orders"), version: version).errorCode
        }
        let good = world.batch(["a"])
        var damaged = good
        damaged.setInteger(UInt8(0xFF), at: damaged.writerIndex - 1)
        #expect(try error(damaged) == .corruptMessage)
        #expect(try error(good.getSlice(at: 0, length: good.readableBytes - 1)) == .corruptMessage)
        #expect(try error(ByteBuffer()) == .invalidRecord)
        #expect(try error(nil) == .invalidRecord)
        var two = good
        two.writeImmutableBuffer(good)
        #expect(try error(two) == .invalidRecord)
        var old = good
        old.setInteger(Int8(1), at: 16)
        #expect(try error(old) == .unsupportedForMessageFormat)
        #expect(try error(world.batch([String(repeating: "x", count: 300)])) == .messageTooLarge)
        #expect(try error(world.batch(["a"], producer: .init(id: 5, epoch: 0, baseSequence: 0), isTransactional: true)) == .transactionalIdAuthorizationFailed)
        #expect(try world.latestOffset(of: "orders") == 0)
    }

    @Test func `an unknown codec is refused with UNSUPPORTED_COMPRESSION_TYPE`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        for (code, version, expected) in [
            (Int16(5), Int16(9), ErrorCode.unsupportedCompressionType), (7, 9, .unsupportedCompressionType),
            (4, 6, .unsupportedCompressionType), (4, 7, .none), (1, 3, .none), (2, 3, .none), (3, 3, .none),
        ] {
            var batch = world.batch(["a"])
            batch.setInteger(code, at: 21)
            let fixed = try batch.withFreshChecksum()
            #expect(try world.produce(world.produceRequest(fixed, to: "orders"), version: version).errorCode == expected)
        }
    }

    @Test func `a compacted topic takes no record without a key, and tells which had none`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("state", configs: ["cleanup.policy": "compact"])
        let refused = try world.produce(world.produceRequest(["a", "b"], to: "state", key: nil), version: 8)
        #expect(refused.errorCode == .invalidRecord)
        #expect(refused.recordErrors.map(\.batchIndex) == [0, 1])
        #expect(refused.errorMessage == "Compacted topic cannot accept message without key.")
        #expect(try world.produce(["a"], to: "state").errorCode == .none)
    }

    @Test func `LogAppendTime takes the broker's time and tells it`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", configs: ["message.timestamp.type": "LogAppendTime"])
        let result = try world.produce(world.produceRequest(world.batch(["a"], timestamp: 5), to: "orders"))
        #expect(result.logAppendTimeMs == world.now.millisecondsSinceEpoch)
        let bytes = try #require(try world.fetch("orders").records)
        var reader = try RecordReader(batchAt: bytes.readerIndex, in: bytes)
        #expect(try reader.next()?.timestamp == world.now.millisecondsSinceEpoch)
    }

    @Test func `timestamps too far from the clock are refused`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders", configs: ["message.timestamp.before.max.ms": "1000"])
        let now = world.now.millisecondsSinceEpoch
        func error(_ timestamp: Int64) throws -> ErrorCode {
            try world.produce(world.produceRequest(world.batch(["a"], timestamp: timestamp), to: "orders")).errorCode
        }
        #expect(try error(now + 3_600_000) == .none)
        #expect(try error(now + 3_600_001) == .invalidTimestamp)
        #expect(try error(now - 1000) == .none)
        #expect(try error(now - 1001) == .invalidTimestamp)
    }
}

extension ByteBuffer {
    /// The batch with a checksum that fits what was changed in it.
    func withFreshChecksum() throws -> ByteBuffer {
        var copy = self
        let crc = crc32c(Array(readableBytesView.dropFirst(21)))
        copy.setInteger(crc, at: readerIndex + 17)
        return copy
    }
}

/// CRC-32C by the bit: slow, and independent of what it checks.
func crc32c(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
    }
    return ~crc
}
