import BrokerLog
import Determinism
import KafkaWire
import NIOCore
import Testing

@Suite struct `When the disk says no` {
    @Test func `a full disk refuses the batch and keeps the log`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 3)
        let before = try log.readAll().map(\.text)
        for free in 0..<200 {
            world.storage.setCapacity(Int(log.sizeInBytes) + free)
            #expect(throws: LogError.self) { try log.append(batch(named: "no", padding: 100), now: world.now) }
            #expect(log.logEndOffset == 6 && log.offlineReason == nil)
            #expect(try log.readAll().map(\.text) == before)
        }
        world.storage.setCapacity(nil)
        #expect(try log.append(batch(named: "yes"), now: world.now).baseOffset == 6)
        try log.flush()
        #expect(try world.open().log.readAll().map(\.text) == before + ["yes/0", "yes/1"])
    }

    @Test func `a log that cannot even be cut back goes offline and keeps what it had`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 3)
        world.storage.setFault { operation, _ in [.write, .truncate].contains(operation) ? .inputOutput : nil }
        #expect(throws: LogError.self) { try log.append(batch(), now: world.now) }
        #expect(log.offlineReason != nil)
        world.storage.setFault(nil)
        #expect(throws: LogError.self) { try log.append(batch(), now: world.now) }
        #expect(try log.readAll().count == 6)
        #expect(log.pendingSync() == nil)
    }

    @Test func `a sync that failed is never tried again`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 3)
        world.storage.setFault { operation, _ in operation == .sync ? .inputOutput : nil }
        let ticket = try #require(log.pendingSync())
        let error = #expect(throws: StorageError.self) { try ticket.perform() }
        log.failSync(ticket, try #require(error))
        world.storage.setFault(nil)
        #expect(log.flushedOffset == 0)
        #expect(throws: LogError.self) { try log.flush() }
        #expect(throws: LogError.self) { try log.append(batch(), now: world.now) }
    }

    @Test func `a segment that cannot be made leaves the log as it was`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 6)
        let end = log.logEndOffset
        world.storage.setFault { operation, _ in operation == .create ? .outOfSpace : nil }
        #expect(throws: LogError.self) { try log.append(batch(padding: 500), now: world.now) }
        world.storage.setFault(nil)
        #expect(try log.append(batch(padding: 500), now: world.now).baseOffset == end)
    }

    @Test func `one wait covers all that was appended before it, over several segments`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 20)
        let first = try #require(log.pendingSync())
        _ = try log.append(batch(), now: world.now)
        let second = try #require(log.pendingSync())
        try first.perform()
        log.completeSync(first)
        #expect(log.flushedOffset == 40)
        try second.perform()
        log.completeSync(second)
        #expect(log.flushedOffset == 42)
        log.completeSync(first)
        #expect(log.flushedOffset == 42 && log.pendingSync() == nil)
        var generator = SeededGenerator(seed: 0)
        world.storage.crash(using: &generator)
        #expect(try world.open().log.logEndOffset == 42)
    }

    @Test func `a sync of a log that is deleted meanwhile is no failure`() throws {
        let world = LogWorld()
        let log = try world.filled(batches: 20)
        let ticket = try #require(log.pendingSync())
        try log.delete()
        try ticket.perform()
        log.completeSync(ticket)
        #expect(SyncTicket.perform([ticket]).allSatisfy { result in if case .success = result { true } else { false } })
    }

    @Test func `many tickets are performed at once, each with its own result`() throws {
        let storage = MemoryStorage()
        let logs = try (0..<3).map { number in
            let log = try PartitionLog.open(storage: storage, directory: "data/t-\(number)", configuration: .init()).log
            _ = try log.append(batch(), now: .epoch)
            return log
        }
        storage.setFault { operation, path in operation == .sync && path.contains("t-1") ? .inputOutput : nil }
        let results = SyncTicket.perform(logs.compactMap { $0.pendingSync() })
        let succeeded = results.map { result in if case .success = result { true } else { false } }
        #expect(succeeded == [true, false, true])
    }
}
