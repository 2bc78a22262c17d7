import BrokerLog
import Determinism
import NIOCore
import Testing

@Suite struct `A journal` {
    let storage = MemoryStorage()
    static let path = "data/meta.journal"

    private func open() throws -> (journal: Journal, entries: [String], report: JournalReport) {
        var entries: [String] = []
        let (journal, report) = try Journal.open(storage: storage, path: Self.path) { entries.append(String(buffer: $0)) }
        return (journal, entries, report)
    }

    @Test func `gives back its entries in order`() throws {
        let journal = try open().journal
        #expect(storage.paths.isEmpty)
        for entry in ["one", "", "three"] { try journal.append(ByteBuffer(string: entry)) }
        #expect(journal.appendedCount == 3 && journal.flushedCount == 0)
        try journal.flush()
        #expect(journal.flushedCount == 3 && journal.pendingSync() == nil)
        try journal.close()
        let again = try open()
        #expect(again.entries == ["one", "", "three"])
        #expect(again.report == JournalReport(entries: 3, cutBytes: 0))
        #expect(again.journal.appendedCount == 3 && again.journal.flushedCount == 3)
        try again.journal.append(ByteBuffer(string: "four"))
        #expect(try open().entries == ["one", "", "three", "four"])
    }

    @Test func `takes entries together as it takes them one by one`() throws {
        let journal = try open().journal
        try journal.append(contentsOf: [])
        #expect(storage.paths.isEmpty)
        try journal.append(contentsOf: ["one", "", "three"].map { ByteBuffer(string: $0) })
        try journal.append(contentsOf: [ByteBuffer(string: "four")])
        #expect(journal.appendedCount == 4)
        let together = try #require(storage.bytes(ofFileAt: Self.path))
        #expect(try open().entries == ["one", "", "three", "four"])
        let elsewhere = MemoryStorage()
        let other = try Journal.open(storage: elsewhere, path: Self.path) { _ in }.journal
        for entry in ["one", "", "three", "four"] { try other.append(ByteBuffer(string: entry)) }
        #expect(elsewhere.bytes(ofFileAt: Self.path) == together)
    }

    @Test func `takes none of several entries where one is too large or the disk is full`() throws {
        let journal = try open().journal
        try journal.append(ByteBuffer(string: "old"))
        let huge = ByteBuffer(repeating: 0, count: Journal.maximumEntryBytes + 1)
        #expect(throws: JournalError.self) { try journal.append(contentsOf: [ByteBuffer(string: "small"), huge]) }
        storage.setCapacity((storage.bytes(ofFileAt: Self.path)?.count ?? 0) + 20)
        #expect(throws: JournalError.self) {
            try journal.append(contentsOf: (0..<10).map { ByteBuffer(string: "entry \($0)") })
        }
        storage.setCapacity(nil)
        #expect(journal.appendedCount == 1)
        try journal.append(ByteBuffer(string: "new"))
        #expect(try open().entries == ["old", "new"])
    }

    @Test func `cut at any byte, it keeps the whole entries before`() throws {
        let journal = try open().journal
        for index in 0..<4 { try journal.append(ByteBuffer(string: "entry \(index)")) }
        let whole = try #require(storage.bytes(ofFileAt: Self.path))
        for length in 8...whole.count {
            storage.place(Array(whole[..<length]), at: Self.path)
            let (journal, entries, report) = try open()
            #expect(entries == (0..<(length - 8) / 15).map { "entry \($0)" })
            #expect(report.cutBytes == Int64((length - 8) % 15))
            try journal.append(ByteBuffer(string: "more"))
            #expect(try open().entries.last == "more")
        }
    }

    @Test func `a byte changed anywhere ends it there`() throws {
        let journal = try open().journal
        for index in 0..<4 { try journal.append(ByteBuffer(string: "entry \(index)")) }
        let whole = try #require(storage.bytes(ofFileAt: Self.path))
        for position in whole.indices {
            var bytes = whole
            bytes[position] ^= 0x20
            storage.place(bytes, at: Self.path)
            if position < 8 {
                #expect(throws: JournalError.notAJournal(path: Self.path)) { try open() }
            } else {
                #expect(try open().entries == (0..<(position - 8) / 15).map { "entry \($0)" })
            }
        }
        storage.place(whole + [UInt8](repeating: 0, count: 4_096), at: Self.path)
        #expect(try open().report == JournalReport(entries: 4, cutBytes: 4_096))
    }

    @Test func `is rewritten in one step`() throws {
        let journal = try open().journal
        for index in 0..<1_000 { try journal.append(ByteBuffer(string: "entry \(index)")) }
        let ticket = try #require(journal.pendingSync())
        try journal.rewrite(with: ["kept", "too"].map { ByteBuffer(string: $0) })
        #expect(journal.flushedCount == 1_000 && journal.sizeInBytes < 100)
        try ticket.perform()
        journal.completeSync(ticket)
        try journal.append(ByteBuffer(string: "after"))
        try journal.close()
        #expect(try open().entries == ["kept", "too", "after"])
    }

    @Test func `a large one is read with little memory and rewritten whole`() throws {
        let journal = try open().journal
        let large = (0..<5).map { ByteBuffer(repeating: UInt8($0), count: 700_000) }
        try journal.rewrite(with: large)
        var sizes: [Int] = []
        _ = try Journal.open(storage: storage, path: Self.path) { sizes.append($0.readableBytes) }
        #expect(sizes == [700_000, 700_000, 700_000, 700_000, 700_000])
        #expect(throws: JournalError.self) {
            try journal.append(ByteBuffer(repeating: 0, count: Journal.maximumEntryBytes + 1))
        }
    }

    @Test func `a full disk refuses the entry and keeps the rest`() throws {
        let journal = try open().journal
        try journal.append(ByteBuffer(string: "one"))
        storage.setCapacity(30)
        #expect(throws: JournalError.self) { try journal.append(ByteBuffer(string: "a longer entry")) }
        #expect(throws: JournalError.self) { try journal.rewrite(with: [ByteBuffer(string: "another longer entry")]) }
        storage.setCapacity(nil)
        try journal.append(ByteBuffer(string: "two"))
        #expect(try open().entries == ["one", "two"])
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `what was safe survives crashes, in order and once`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var journal = try open().journal
        var known: [String] = []
        var safe = 0
        for step in 0..<300 {
            switch Int.random(in: 0..<20, using: &generator) {
            case 0..<12:
                known.append("\(step)" + String(repeating: "x", count: Int.random(in: 0...600, using: &generator)))
                try journal.append(ByteBuffer(string: known[known.count - 1]))
            case 12..<15:
                try journal.flush()
                safe = known.count
            case 15:
                known = Array(known.suffix(3))
                try journal.rewrite(with: known.map { ByteBuffer(string: $0) })
                safe = known.count
            default:
                storage.crash(using: &generator)
                let (opened, entries, _) = try open()
                #expect(entries.count >= safe, "seed \(seed)")
                #expect(entries == Array(known[..<entries.count]), "seed \(seed)")
                journal = opened
                known = entries
                safe = entries.count
            }
        }
    }
}

@Suite struct `A snapshot file` {
    @Test func `holds the old or the new content after a crash, never less`() throws {
        for seed in 0..<50 as Range<UInt64> {
            let storage = MemoryStorage()
            var generator = SeededGenerator(seed: seed)
            try storage.createDirectory("data")
            try storage.syncDirectory(".")
            let file = SnapshotFile(storage: storage, path: "data/state")
            #expect(try file.read() == nil)
            try file.replace(with: ByteBuffer(string: "old"))
            storage.crash(using: &generator)
            #expect(try file.read().map { String(buffer: $0) } == "old")
            // It stops at any of its steps.
            let failing = Int.random(in: 0..<5, using: &generator)
            storage.setFault { operation, _ in
                [.create, .write, .sync, .rename, .syncDirectory].firstIndex(of: operation) == failing ? .inputOutput : nil
            }
            #expect(throws: StorageError.self) { try file.replace(with: ByteBuffer(string: "new")) }
            storage.setFault(nil)
            storage.crash(using: &generator)
            let found = try #require(try file.read().map { String(buffer: $0) })
            #expect(found == "old" || found == "new" && failing == 4)
        }
    }

    @Test func `damage shows`() throws {
        let storage = MemoryStorage()
        try storage.createDirectory("data")
        let file = SnapshotFile(storage: storage, path: "data/state")
        try file.replace(with: ByteBuffer(string: "content"))
        let whole = try #require(storage.bytes(ofFileAt: "data/state"))
        for position in whole.indices {
            var bytes = whole
            bytes[position] ^= 4
            storage.place(bytes, at: "data/state")
            #expect(try file.read() == nil)
            storage.place(Array(whole[..<position]), at: "data/state")
            #expect(try file.read() == nil)
        }
    }
}
