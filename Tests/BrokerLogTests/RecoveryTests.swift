import BrokerLog
import Determinism
import KafkaWire
import NIOCore
import Testing

@Suite struct `Opening a log again` {
    @Test func `after a shutdown in order nothing is checked`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 30)
        let texts = try log.readAll().map(\.text)
        try log.close()
        let (again, report) = try world.open()
        #expect(report == RecoveryReport())
        #expect(again.flushedOffset == 60 && again.logEndOffset == 60)
        #expect(try again.readAll().map(\.text) == texts)
        #expect(throws: LogError.offline(reason: "it was closed")) { try log.append(batch(), now: world.now) }
    }

    @Test func `a log that was closed and goes on is checked from there`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 30)
        try log.close()
        let size = log.sizeInBytes
        let second = try world.open().log
        for _ in 0..<10 { _ = try second.append(batch(named: "late"), now: world.now) }
        try second.flush()
        let (third, report) = try world.open()
        #expect(report.checkedBytes == second.sizeInBytes - size)
        #expect(report.cut == nil)
        #expect(third.logEndOffset == 80)
        #expect(try third.readAll().suffix(20).allSatisfy { $0.text.hasPrefix("late") })
    }

    @Test func `a file cut at any byte keeps the batches before it`() throws {
        var world = LogWorld()
        world.configuration.segmentBytes = 1 << 20
        let log = try world.filled(batches: 6)
        try log.flush()
        let whole = try #require(world.storage.bytes(ofFileAt: world.path(0)))
        let size = whole.count / 6
        for length in 0...whole.count {
            let storage = MemoryStorage()
            storage.place(Array(whole[..<length]), at: world.path(0))
            world.storage = storage
            let (again, report) = try world.open()
            #expect(again.logEndOffset == Int64(length / size * 2))
            #expect(report.cut?.bytes == (length % size == 0 ? nil : Int64(length % size)))
            #expect(storage.bytes(ofFileAt: world.path(0))?.count == length / size * size)
            #expect(try again.readAll().count == length / size * 2)
            #expect(try again.append(batch(), now: world.now).baseOffset == Int64(length / size * 2))
        }
    }

    @Test func `a byte changed anywhere cuts the log there`() throws {
        var world = LogWorld()
        world.configuration.segmentBytes = 200
        let log = try world.filled(batches: 6)
        try log.flush()
        #expect(log.segmentCount == 3)
        let files = try world.storage.paths.filter { $0.hasSuffix(".log") }.map { path in
            (path, try #require(world.storage.bytes(ofFileAt: path)))
        }
        var batchesBefore = 0
        for (path, whole) in files {
            let size = Int(log.sizeInBytes) / 6
            for position in whole.indices {
                // The leader epoch is not checksummed, and any is fine.
                if (12..<16).contains(position % size) { continue }
                let storage = MemoryStorage()
                for (other, bytes) in files { storage.place(bytes, at: other) }
                var bytes = whole
                bytes[position] ^= 0x41
                storage.place(bytes, at: path)
                world.storage = storage
                let (again, report) = try world.open()
                #expect(again.logEndOffset == Int64(batchesBefore + position / size) * 2)
                #expect(report.cut?.path == path)
                #expect(try again.readAll().count == Int(again.logEndOffset))
            }
            batchesBefore += whole.count / size
        }
    }

    @Test func `damaged and missing indexes are made again`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 40, records: 3)
        let expected = try log.readAll().map(\.text)
        try log.close()
        let indexes = world.storage.paths.filter { $0.hasSuffix(".index") }
        #expect(indexes.count == log.segmentCount)
        let stored = try #require(world.storage.bytes(ofFileAt: indexes[1]))
        for position in -1..<stored.count {
            if position < 0 {
                for index in indexes { try world.storage.file(at: index).remove() }
            } else {
                var bytes = stored
                bytes[position] ^= 0x10
                world.storage.place(position % 2 == 0 ? bytes : Array(stored[..<position]), at: indexes[1])
            }
            let again = try world.open().log
            for offset in stride(from: 0, to: 120, by: 7) {
                #expect(try records(in: again.read(from: Int64(offset), maxBytes: 1)).contains { $0.text == expected[offset] })
            }
            #expect(try again.offset(forTimestamp: 605)?.offset == 61)
        }
    }

    @Test(arguments: [true, false])
    func `an index of what was cut off does not come back once the segment has grown past it`(
        checkpointIsThere: Bool
    ) throws {
        var world = LogWorld()
        world.configuration.segmentBytes = 1 << 20
        let checkpoint = LogWorld.directory + "/checkpoint"
        var log = try world.filled(batches: 3)
        try log.close()
        let old = try #require(world.storage.bytes(ofFileAt: checkpoint))
        let size = Int(log.sizeInBytes) / 3
        log = try world.open().log
        for _ in 0..<17 { _ = try log.append(batch(named: "b9"), now: world.now) }
        try log.close()
        // As a crash leaves it that came between cutting the segment and removing its index.
        let bytes = try #require(world.storage.bytes(ofFileAt: world.path(0)))
        world.storage.place(Array(bytes[..<(4 * size)]), at: world.path(0))
        world.storage.place(checkpointIsThere ? old : [], at: checkpoint)
        let report: RecoveryReport
        (log, report) = try world.open()
        #expect(log.logEndOffset == 8 && report.cut == nil)
        for _ in 0..<30 { _ = try log.append(batch(records: 3, padding: 33), now: world.now) }
        try log.flush()
        var generator = SeededGenerator(seed: 5)
        world.storage.crash(using: &generator)
        log = try world.open().log
        for offset in 0..<98 as Range<Int64> {
            #expect(try records(in: log.read(from: offset, maxBytes: 1)).contains { $0.offset == offset })
        }
    }

    @Test func `a damaged checkpoint costs a check and no records`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 30)
        try log.close()
        let path = LogWorld.directory + "/checkpoint"
        let stored = try #require(world.storage.bytes(ofFileAt: path))
        for position in stored.indices {
            var bytes = stored
            bytes[position] ^= 1
            world.storage.place(bytes, at: path)
            let (again, report) = try world.open()
            #expect(report.checkpointWasMissing && report.checkedBytes == log.sizeInBytes && report.cut == nil)
            #expect(again.logEndOffset == 60)
        }
    }

    @Test func `what the medium lost although it was safe is told`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 30)
        try log.close()
        let last = try #require(world.storage.paths.last { $0.hasSuffix(".log") })
        let bytes = try #require(world.storage.bytes(ofFileAt: last))
        world.storage.place(Array(bytes.dropLast(1)), at: last)
        let (again, report) = try world.open()
        #expect(report.lostBelow == 60)
        #expect(again.logEndOffset == 58)
        #expect(try again.readAll().count == 58)
    }

    @Test func `nothing is kept behind a missing segment`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 60)
        try log.flush()
        let logs = world.storage.paths.filter { $0.hasSuffix(".log") }
        try world.storage.file(at: logs[2]).remove()
        let (again, report) = try world.open()
        #expect(again.segmentCount == 2)
        #expect(report.cut?.path == logs[3])
        #expect(try again.readAll().count == Int(again.logEndOffset))
        #expect(Set(world.storage.paths.filter { $0.hasSuffix(".log") }) == Set(logs[..<2]))
    }

    @Test func `strange files are left alone, half-made ones removed`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 3)
        try log.close()
        world.storage.place([1, 2], at: LogWorld.directory + "/notes.txt")
        world.storage.place([1, 2], at: LogWorld.directory + "/123.log")
        world.storage.place([1, 2], at: LogWorld.directory + "/checkpoint.tmp")
        world.storage.place([1, 2], at: world.path(77, "index"))
        #expect(try world.open().log.logEndOffset == 6)
        let names = world.storage.paths.map { $0.split(separator: "/").last ?? "" }
        #expect(names.contains("notes.txt") && names.contains("123.log"))
        #expect(!names.contains("checkpoint.tmp") && !world.storage.paths.contains(world.path(77, "index")))
    }
}
