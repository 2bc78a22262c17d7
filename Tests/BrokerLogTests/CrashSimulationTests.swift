import BrokerLog
import Determinism
import KafkaWire
import NIOCore
import Testing

/// A log used as a broker uses it, on a machine that crashes, from one seed: what was safe is there once and
/// in order; behind it comes a beginning of what was appended and nothing else.
@Suite struct `A machine that crashes` {
    @Test(arguments: 0..<24 as Range<UInt64>)
    func `keeps what was safe, in order and once`(seed: UInt64) throws {
        var run = CrashRun(seed: seed)
        try run.go(steps: 300)
    }
}

private struct CrashRun {
    let seed: UInt64
    var generator: SeededGenerator
    var world = LogWorld()
    var log: PartitionLog
    /// The text of each record by offset, as far as the log is known to hold it or may hold it.
    var appended: [String] = []
    var start = 0
    /// Below this everything must survive.
    var safe = 0
    var tickets: [SyncTicket] = []
    var names = 0

    init(seed: UInt64) {
        self.seed = seed
        generator = SeededGenerator(seed: seed)
        world.configuration.segmentBytes = [400, 1_000, 5_000][Int(seed % 3)]
        log = PartitionLog.unopened
    }

    mutating func go(steps: Int) throws {
        log = try world.open().log
        for _ in 0..<steps {
            switch Int.random(in: 0..<100, using: &generator) {
            case 0..<55: try append()
            case 55..<65: if let ticket = log.pendingSync() { tickets.append(ticket) }
            case 65..<80: try perform()
            case 80..<84: try log.saveCheckpoint()
            case 84..<86: try truncate()
            case 86..<88: try deleteRecords()
            case 88..<90: try restart()
            case 90..<93: try read()
            default: try crash()
            }
        }
        try crash()
    }

    private mutating func append() throws {
        let count = Int.random(in: 1...5, using: &generator)
        let padding = Int.random(in: 0..<10, using: &generator) == 0 ? 900 : 0
        names += 1
        let result = try log.append(batch(records: count, named: "n\(names)", padding: padding), now: world.now)
        #expect(result.baseOffset == Int64(appended.count))
        for index in 0..<count { appended.append("n\(names)/\(index)") }
    }

    private mutating func perform() throws {
        guard !tickets.isEmpty else { return }
        let ticket = tickets.remove(at: Int.random(in: 0..<tickets.count, using: &generator))
        try ticket.perform()
        log.completeSync(ticket)
        safe = max(safe, Int(log.flushedOffset))
    }

    private mutating func truncate() throws {
        try log.truncate(to: Int64.random(in: Int64(start)...Int64(appended.count), using: &generator))
        appended.removeLast(appended.count - Int(log.logEndOffset))
        safe = min(safe, appended.count)
    }

    private mutating func deleteRecords() throws {
        // As a broker would: only what is safe.
        start = Int.random(in: start...max(start, safe), using: &generator)
        try log.deleteRecords(before: Int64(start))
    }

    private mutating func restart() throws {
        try log.close()
        tickets = []
        let report: RecoveryReport
        (log, report) = try world.open()
        #expect(report.checkedBytes == 0 && report.cut == nil && report.lostBelow == nil)
        safe = appended.count
        try check()
    }

    private mutating func crash() throws {
        tickets = []
        world.storage.crash(using: &generator)
        let report: RecoveryReport
        (log, report) = try world.open()
        #expect(report.lostBelow == nil, "seed \(seed)")
        let end = Int(log.logEndOffset)
        #expect(end >= safe && end <= appended.count, "seed \(seed): \(end) is not in \(safe)...\(appended.count)")
        appended.removeLast(max(0, appended.count - end))
        safe = end
        try check()
    }

    private func check() throws {
        #expect(log.logStartOffset == Int64(start), "seed \(seed)")
        let found = try log.readAll()
        #expect(found.map(\.offset) == (start..<appended.count).map(Int64.init), "seed \(seed)")
        #expect(found.map(\.text) == Array(appended[start...]), "seed \(seed)")
    }

    private mutating func read() throws {
        guard start < appended.count else { return }
        let offset = Int.random(in: start..<appended.count, using: &generator)
        let maxBytes = Int.random(in: 0...2_000, using: &generator)
        let found = try records(in: log.read(from: Int64(offset), maxBytes: maxBytes))
        #expect(found.first { $0.offset == Int64(offset) }?.text == appended[offset], "seed \(seed)")
    }
}

extension PartitionLog {
    /// In the place of a log until there is one.
    fileprivate static var unopened: PartitionLog {
        do {
            return try PartitionLog.open(storage: MemoryStorage(), directory: "none", configuration: .init()).log
        } catch {
            preconditionFailure("an empty storage can be listed: \(error)")
        }
    }
}
