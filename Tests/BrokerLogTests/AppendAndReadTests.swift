import BrokerLog
import Determinism
import KafkaWire
import NIOCore
import Testing

@Suite struct `A partition's log` {
    @Test func `leaves the disk alone until the first append`() throws {
        let world = LogWorld()
        let log = try world.open().log
        #expect(log.logStartOffset == 0 && log.logEndOffset == 0 && log.pendingSync() == nil)
        #expect(try log.read(from: 0, maxBytes: 100).readableBytes == 0)
        try log.close()
        #expect(world.storage.paths.isEmpty)
    }

    @Test func `gives offsets in order, also to several batches at once`() throws {
        let world = LogWorld()
        let log = try world.open().log
        let first = try log.append(batch(records: 3, named: "a"), now: world.now)
        #expect(first.baseOffset == 0 && first.lastOffset == 2 && first.appendTime == -1)
        var two = try batch(records: 2, named: "b").bytes
        two.writeImmutableBuffer(try batch(records: 1, named: "c").bytes)
        let second = try log.append(checkRecords(two, rules: .init()), leaderEpoch: 6, now: world.now)
        #expect(second.baseOffset == 3 && second.lastOffset == 5)
        #expect(log.logEndOffset == 6)
        #expect(try log.readAll().map(\.text) == ["a/0", "a/1", "a/2", "b/0", "b/1", "c/0"])
        let bytes = try log.read(from: 3, maxBytes: 10_000)
        #expect(try RecordBatchHeader(at: bytes.readerIndex, in: bytes).partitionLeaderEpoch == 6)
        _ = try checkRecords(bytes, rules: .init(origin: .broker))
    }

    @Test func `stamps batches with its own time where the topic says so`() throws {
        var world = LogWorld()
        world.configuration.timestampType = .logAppendTime
        let log = try world.open().log
        let result = try log.append(batch(timestamp: 5), now: world.now)
        #expect(result.appendTime == world.now.millisecondsSinceEpoch)
        #expect(try log.readAll().allSatisfy { $0.timestamp == world.now.millisecondsSinceEpoch })
        let bytes = try log.read(from: 0, maxBytes: 10_000)
        _ = try checkRecords(bytes, rules: .init(origin: .broker))
    }

    @Test func `every offset can be read first, whatever the limit`() throws {
        let log = try LogWorld().filled(batches: 40, records: 3)
        #expect(log.segmentCount > 3)
        let all = try log.readAll(maxBytes: 1 << 20).map(\.text)
        #expect(all.count == 120)
        for maxBytes in [0, 1, 60, 61, 62, 100, 333, 1_000, Int.max] {
            for offset in 0..<120 {
                #expect(try log.readAll(from: Int64(offset), maxBytes: maxBytes).map(\.text) == Array(all[offset...]))
            }
        }
    }

    @Test func `a read is of whole batches within its limit, or of one`() throws {
        let log = try LogWorld().filled(batches: 12)
        let one = try log.read(from: 0, maxBytes: 1).readableBytes
        #expect(one == Int(log.sizeInBytes) / 12)
        #expect(try log.read(from: 0, maxBytes: 1, minOneBatch: false).readableBytes == 0)
        #expect(try log.read(from: 0, maxBytes: one - 1, minOneBatch: false).readableBytes == 0)
        #expect(try log.read(from: 0, maxBytes: one, minOneBatch: false).readableBytes == one)
        #expect(try log.read(from: 0, maxBytes: 3 * one + 5).readableBytes == 3 * one)
    }

    @Test func `nothing at or above the high watermark is read`() throws {
        let log = try LogWorld().filled(batches: 12)
        for limit in 0...24 {
            let texts = try log.readAll(upTo: Int64(limit)).map(\.offset)
            #expect(texts == Array(0..<Int64(limit / 2 * 2)))
        }
    }

    @Test func `offsets outside are refused`() throws {
        let log = try LogWorld().filled(batches: 2)
        for offset in [-1, 5] as [Int64] {
            #expect(throws: LogError.offsetOutOfRange(requested: offset, start: 0, end: 4)) {
                try log.read(from: offset, maxBytes: 100)
            }
        }
        #expect(try log.read(from: 4, maxBytes: 100).readableBytes == 0)
    }

    @Test func `batches far larger than a segment and than the limit are kept whole`() throws {
        let world = LogWorld()
        let log = try world.open().log
        for name in ["a", "b", "c"] { _ = try log.append(batch(named: name, padding: 20_000), now: world.now) }
        _ = try log.append(batch(named: "d"), now: world.now)
        #expect(try log.readAll(maxBytes: 10).map(\.text) == ["a/0", "a/1", "b/0", "b/1", "c/0", "c/1", "d/0", "d/1"])
        #expect(log.segmentCount == 4)
    }

    @Test func `a segment closes when it is full or when time has passed in it`() throws {
        var world = LogWorld()
        world.configuration.segmentAge = .seconds(60)
        let log = try world.open().log
        for timestamp in [1_000, 60_000, 61_000, 61_001, 61_002] as [Int64] {
            _ = try log.append(batch(records: 1, timestamp: timestamp), now: world.now)
        }
        #expect(log.segmentCount == 2)
        #expect(world.storage.paths.contains(world.path(3)))
        let full = try LogWorld().filled(batches: 100)
        for path in world.storage.paths where path.hasSuffix(".log") {
            #expect((world.storage.bytes(ofFileAt: path)?.count ?? .max) <= 1_000)
        }
        #expect(full.segmentCount >= Int(full.sizeInBytes) / 1_000)
    }

    @Test func `headers can be walked from any offset`() throws {
        let log = try LogWorld().filled(batches: 20, records: 3)
        for offset in 0..<60 {
            var bases: [Int64] = []
            try log.forEachBatch(from: Int64(offset)) { header, _ in bases.append(header.baseOffset) }
            #expect(bases == (Int64(offset) / 3..<20).map { $0 * 3 })
        }
    }

    @Test func `a deleted log leaves nothing behind`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 20)
        try log.flush()
        try log.saveCheckpoint()
        try log.delete()
        #expect(world.storage.paths.isEmpty)
        #expect(throws: LogError.offline(reason: "it was deleted")) { try log.append(batch(), now: world.now) }
        #expect(try world.open().log.logEndOffset == 0)
    }
}
