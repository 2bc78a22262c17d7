import BrokerLog
import Determinism
import KafkaWire
import Testing

@Suite struct `Deleting from a log` {
    @Test func `old segments go when their last record is old`() throws {
        var world = LogWorld()
        world.configuration.retentionAge = .seconds(1)
        let log = try world.filled(batches: 40)
        let segments = log.segmentCount
        #expect(try log.enforceRetention(now: Instant(millisecondsSinceEpoch: 1_000)).isEmpty)
        let deleted = try log.enforceRetention(now: Instant(millisecondsSinceEpoch: 1_400))
        #expect(!deleted.isEmpty && deleted.count < segments)
        #expect(deleted.allSatisfy { $0.reason == .age })
        let rest = try log.readAll()
        #expect(rest.first?.offset == log.logStartOffset)
        #expect(rest.last?.offset == 79)
        // A segment goes as a whole: what is left of old records shares it with one that is not.
        #expect(try log.offset(forTimestamp: 400)?.offset == 40)
    }

    @Test func `the growing segment goes too, and offsets go on`() throws {
        var world = LogWorld()
        world.configuration.retentionAge = .seconds(1)
        let log = try world.filled(batches: 10)
        let deleted = try log.enforceRetention(now: world.now)
        #expect(deleted.reduce(0) { $0 + $1.sizeInBytes } > 0)
        #expect(log.logStartOffset == 20 && log.logEndOffset == 20 && log.sizeInBytes == 0)
        #expect(try log.enforceRetention(now: world.now).isEmpty)
        #expect(try log.append(batch(), now: world.now).baseOffset == 20)
        try log.close()
        #expect(try world.open().log.readAll().map(\.offset) == [20, 21])
    }

    @Test func `what exceeds the size goes, never the growing segment`() throws {
        var world = LogWorld()
        let log = try world.filled(batches: 60)
        let before = log.sizeInBytes
        world.configuration.retentionBytes = 3_000
        log.configuration = world.configuration
        let deleted = try log.enforceRetention(now: world.now)
        #expect(deleted.allSatisfy { $0.reason == .size })
        #expect(before - deleted.reduce(0) { $0 + $1.sizeInBytes } == log.sizeInBytes)
        #expect(log.sizeInBytes >= 3_000 && log.sizeInBytes < 4_000)
        log.configuration.retentionBytes = 0
        _ = try log.enforceRetention(now: world.now)
        #expect(log.segmentCount == 1 && log.sizeInBytes > 0)
    }

    @Test func `a compacted topic keeps its old segments`() throws {
        var world = LogWorld()
        world.configuration.retentionAge = .zero
        world.configuration.retentionBytes = 0
        world.configuration.deletesOldSegments = false
        #expect(try world.filled(batches: 40).enforceRetention(now: world.now).isEmpty)
    }

    @Test func `deleted records stay deleted after a crash, and their segments go`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 40)
        try log.flush()
        let segments = log.segmentCount
        try log.deleteRecords(before: 33)
        #expect(log.logStartOffset == 33 && log.segmentCount < segments)
        #expect(try log.readAll().first?.offset == 33)
        #expect(throws: LogError.offsetOutOfRange(requested: 32, start: 33, end: 80)) { try log.read(from: 32, maxBytes: 1) }
        #expect(throws: LogError.offsetOutOfRange(requested: 81, start: 33, end: 80)) { try log.deleteRecords(before: 81) }
        for seed in 0..<20 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            world.storage.crash(using: &generator)
            #expect(try world.open().log.readAll().map(\.offset) == Array(33..<80))
        }
    }

    @Test func `deleting all leaves an empty log that goes on`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 7)
        try log.deleteRecords(before: 14)
        #expect(try log.readAll().isEmpty)
        #expect(try log.append(batch(), now: world.now).baseOffset == 14)
        try log.close()
        #expect(try world.open().log.readAll().map(\.offset) == [14, 15])
    }

    @Test func `truncation ends the log at a batch, for good`() throws {
        for target in 0...24 as ClosedRange<Int64> {
            let world = LogWorld()
            let log = try world.filled(batches: 12)
            try log.flush()
            try log.saveCheckpoint()
            try log.truncate(to: target)
            let end = target / 2 * 2
            #expect(log.logEndOffset == end)
            #expect(log.flushedOffset == end)
            var generator = SeededGenerator(seed: UInt64(target))
            world.storage.crash(using: &generator)
            let (again, report) = try world.open()
            #expect(again.logEndOffset == end)
            #expect(report.lostBelow == nil)
            _ = try again.append(batch(named: "new"), now: world.now)
            #expect(try again.readAll().map(\.offset) == Array(0..<end + 2))
            #expect(try again.readAll().last?.text == "new/1")
        }
    }

    @Test func `a sync that was under way when the log was truncated counts for nothing`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 5)
        let ticket = try #require(log.pendingSync())
        try log.truncate(to: 4)
        _ = try log.append(batch(records: 20), now: world.now)
        try ticket.perform()
        log.completeSync(ticket)
        #expect(log.flushedOffset <= 4)
    }
}
