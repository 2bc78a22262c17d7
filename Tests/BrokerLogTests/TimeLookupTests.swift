import BrokerLog
import Determinism
import KafkaWire
import NIOCore
import Testing

@Suite struct `Looking up a time` {
    /// Timestamps that go up and down, as producers' clocks do.
    private func wandering(batches: Int, seed: UInt64) throws -> (world: LogWorld, log: PartitionLog) {
        let world = LogWorld()
        let log = try world.open().log
        var generator = SeededGenerator(seed: seed)
        for index in 0..<batches {
            let timestamp = Int64(index * 20) + Int64.random(in: -300...300, using: &generator)
            _ = try log.append(batch(records: 3, timestamp: max(0, timestamp)), now: world.now)
        }
        return (world, log)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `finds what a search through all records finds`(seed: UInt64) throws {
        let (world, log) = try wandering(batches: 60, seed: seed)
        try check(log)
        try log.close()
        try check(world.open().log)
    }

    private func check(_ log: PartitionLog) throws {
        let all = try log.readAll()
        for timestamp in stride(from: -10, through: 1_600, by: 7) as StrideThrough<Int64> {
            let expected = all.first { $0.timestamp >= timestamp }
            let found = try log.offset(forTimestamp: timestamp)
            #expect(found?.offset == expected?.offset && found?.timestamp == expected?.timestamp)
        }
        let largest = all.map(\.timestamp).max()
        let found = try log.offsetOfLargestTimestamp()
        #expect(found?.timestamp == largest)
        #expect(found?.offset == all.first { $0.timestamp == largest }?.offset)
    }

    @Test func `deleted and unsafe records are not found`() throws {
        let log = try LogWorld().filled(batches: 10, records: 2)
        try log.deleteRecords(before: 5)
        #expect(try log.offset(forTimestamp: 0)?.offset == 5)
        #expect(try log.offset(forTimestamp: 120)?.offset == 12)
        #expect(try log.offset(forTimestamp: 120, upTo: 12) == nil)
        #expect(try log.offset(forTimestamp: 191) == nil)
    }

    @Test func `in a compressed batch it is the record if it can be opened, else the first`() throws {
        let world = LogWorld()
        let log = try world.open().log
        // The broker stores what it is sent: here "compressed" bytes are the records turned round.
        var bytes = try batch(records: 3, timestamp: 100).bytes
        let body = Array(bytes.readableBytesView.dropFirst(RecordBatchHeader.size))
        bytes.setBytes(body.reversed(), at: RecordBatchHeader.size)
        bytes.setInteger(3 as Int16, at: 21)
        do {
            _ = try checkRecords(bytes, rules: .init())
        } catch RecordBatchError.checksumMismatch(_, let computed) {
            bytes.setInteger(computed, at: 17)
        }
        _ = try log.append(checkRecords(bytes, rules: .init()), now: world.now)
        let opened = try log.offset(forTimestamp: 115) { header, body in
            #expect(header.attributes.compression == .lz4)
            return ByteBuffer(bytes: body.readableBytesView.reversed())
        }
        #expect(opened == TimestampedOffset(offset: 2, timestamp: 120))
        #expect(try log.offset(forTimestamp: 115) == TimestampedOffset(offset: 0, timestamp: 100))
    }

    @Test func `an empty log has no times`() throws {
        let log = try LogWorld().open().log
        #expect(try log.offset(forTimestamp: 0) == nil)
        #expect(try log.offsetOfLargestTimestamp() == nil)
    }
}
