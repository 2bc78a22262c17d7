import BatchCompression
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

/// What is left behind by a refusal, a warning, or a directory that is not there.
@Suite struct ValidationStateTests {
    private let good = Sent.value(OrderSchemas.payload(.avro))
    private let bad = Sent.value(ByteBuffer(string: "plain"))

    private func producer(_ sequence: Int32, epoch: Int16 = 0) -> RecordBatchBuilder.Producer {
        .init(id: 7, epoch: epoch, baseSequence: sequence)
    }

    @Test func `until schemas are known, who refuses answers so that clients try again`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforce, isReady: false)
        let answer = try world.produce([good])
        #expect(answer.errorCode == .notEnoughReplicas)
        #expect(answer.errorCode.isRetriable)
        #expect(answer.errorMessage?.contains("the schema registry is not ready yet") == true)
        #expect(try world.latestOffset(of: "orders") == 0)
        #expect(world.broker.validationCounts["orders"]?.deferredBatches == 1)
        world.handle(.schemas(OrderSchemas.directory))
        #expect(try world.produce([good]).errorCode == .none)
    }

    @Test func `until schemas are known, who only warns takes all`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.warn, isReady: false)
        #expect(try world.produce([bad, bad]).errorCode == .none)
        #expect(world.broker.validationCounts["orders"]?.uncheckedRecords == 2)
    }

    @Test func `a new directory counts from the next batch on`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforcePayload)
        let later = Sent.value(OrderSchemas.payload(.avro, id: 12))
        #expect(try world.produce([later]).errorCode == .invalidRecord)
        world.handle(.schemas(OrderSchemas.directory.adding(OrderSchemas.schema(12, .avro, OrderSchemas.avro))))
        #expect(try world.produce([later, good]).errorCode == .none)
    }

    @Test func `a refused batch leaves an idempotent producer's sequence where it was`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforce)
        #expect(try world.produce([good, good], producer: producer(0)).errorCode == .none)
        #expect(try world.produce([good, bad], producer: producer(2)).errorCode == .invalidRecord)
        // Those that were under way behind it come too early.
        #expect(try world.produce([good], producer: producer(4)).errorCode == .outOfOrderSequenceNumber)
        // Java's client goes on with the numbers of the refused batch (transactional), or with a new epoch.
        #expect(try world.produce([good], producer: producer(2)).baseOffset == 2)
        #expect(try world.produce([bad], producer: producer(3)).errorCode == .invalidRecord)
        #expect(try world.produce([good], producer: producer(0, epoch: 1)).baseOffset == 3)
        #expect(try world.latestOffset(of: "orders") == 4)
    }

    @Test func `a producer whose first batch is refused begins anew`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforce)
        #expect(try world.produce([bad], producer: producer(0)).errorCode == .invalidRecord)
        #expect(try world.produce([good], producer: producer(0)).baseOffset == 0)
    }

    @Test func `a batch that is stored already is answered so, whatever the topic asks by now`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.none)
        #expect(try world.produce([bad], producer: producer(0)).baseOffset == 0)
        _ = try world.call(IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: "orders", configs: [.init(name: "heddle.value.validation", configOperation: 0, value: "enforce")]),
        ]))
        let again = try world.produce([bad], producer: producer(0))
        #expect(again.errorCode == .none && again.baseOffset == 0)
    }

    @Test func `the log has one line a topic and interval, with the number of what it stands for`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.warn)
        for _ in 0..<5 { _ = try world.produce([bad, good, bad]) }
        let first = "topic orders: 2 records taken although not as the topic asks; the first: record 0: the value names no schema:"
            + " it begins with 0x70 ('p'), not with the magic byte 0x00 and a schema id; expected a schema of subject 'orders-value'"
            + " (client 'test' at /10.0.0.7)"
        #expect(world.notes == [first])
        world.advance(by: .seconds(61))
        #expect(world.notes.count == 2)
        #expect(world.notes.last?.hasPrefix("topic orders: 8 records taken although") == true)
        world.advance(by: .seconds(600))
        #expect(world.notes.count == 2)
        _ = try world.produce([bad])
        #expect(world.notes.count == 3)
        #expect(world.broker.validationCounts["orders"]?.warnedRecords == 11)
    }

    @Test func `a mode for each side`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforce, configs: ["heddle.key.validation": "warn"])
        let order = OrderSchemas.payload(.avro)
        let plain = ByteBuffer(string: "plain")
        #expect(try world.produce([Sent(key: plain, value: order)]).errorCode == .none)
        #expect(try world.produce([Sent(key: order, value: plain)]).errorCode == .invalidRecord)
        let both = try world.produce([Sent(key: plain, value: plain)])
        #expect(both.recordErrors.count == 1)
        // What makes it an error is told first.
        #expect(both.recordErrors.first?.batchIndexErrorMessage?.hasPrefix("the value names") == true)
        #expect(both.recordErrors.first?.batchIndexErrorMessage?.contains("; the key names") == true)
    }

    @Test func `a deleted topic is counted no more`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.warn)
        _ = try world.produce([bad])
        _ = try world.call(DeleteTopicsRequest(topicNames: ["orders"]), version: 5)
        #expect(world.broker.validationCounts.isEmpty)
        world.advance(by: .seconds(200))
        #expect(world.notes.count == 1)
    }

    @Test func `what does not decompress is refused, or taken where the topic only warns`() throws {
        let world = try BrokerWorld { $0.maxDecompressedBatchBytes = 10_000 }
        try world.makeValidatedTopic(.enforce)
        var broken = try world.batch([good], .gzip)
        broken.setInteger(0xFFFF as UInt16, at: RecordBatchHeader.size)
        let answer = try world.produce(world.produceRequest(try broken.withFreshChecksum(), to: "orders"))
        #expect(answer.errorCode == .invalidRecord)
        #expect(answer.errorMessage?.hasPrefix("The batch cannot be decompressed: the gzip data is malformed") == true)
        let bomb = try world.batch([.value(ByteBuffer(repeating: 0, count: 10_000))], .zstd)
        #expect(bomb.readableBytes < 300)
        #expect(try world.produce(world.produceRequest(bomb, to: "orders")).errorCode == .messageTooLarge)
        _ = try world.call(IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: "orders", configs: [.init(name: "heddle.value.validation", configOperation: 0, value: "warn")]),
        ]))
        #expect(try world.produce(world.produceRequest(bomb, to: "orders")).errorCode == .none)
        #expect(world.broker.validationCounts["orders"]?.warnedRecords == 1)
    }

    @Test func `a compressed batch with fewer records than it says is refused`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforce)
        var batch = try world.batch([good, good], .lz4)
        batch.setInteger(2 as Int32, at: 23)
        batch.setInteger(3 as Int32, at: 57)
        let answer = try world.produce(world.produceRequest(try batch.withFreshChecksum(), to: "orders"))
        #expect(answer.errorCode == .invalidRecord)
        #expect(answer.recordErrors.map(\.batchIndex) == [2])
    }
}
