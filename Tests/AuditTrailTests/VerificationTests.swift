import AuditTrail
import Determinism
import EngineInterface
import Testing

@Suite struct `Verifying an audit log` {
    private typealias Entry = MeshLogReading.Entry

    @Test func `a log that several have written at once is whole`() {
        for seed in 0..<400 as Range<UInt64> {
            var random = RandomAudit(seed: seed)
            let start: Int64 = seed % 3 == 0 ? 100 : 0
            let log = random.log(writers: 1 + random.number(3), events: random.number(30), start: start)
            let verdict = verifyAuditLog(log)
            #expect(verdict.isWhole && verdict.strangers.isEmpty, "seed \(seed)")
            #expect(verdict.events == log.entries.count)
            #expect(verdict.covered <= log.end && verdict.uncoveredEvents >= min(1, log.entries.count))
            guard let head = verdict.head else {
                #expect(log.entries.isEmpty && start > 0)
                continue
            }
            // With its head noted, all of it is covered.
            let noted = verifyAuditLog(log, heads: [head])
            #expect(noted.isWhole && noted.uncoveredEvents == 0 && noted.comparisons.map(\.outcome) == [.same])
        }
    }

    @Test func `whatever is done to an event of which a later one speaks is found, and where`() throws {
        var done = 0
        for seed in 0..<1500 as Range<UInt64> {
            var random = RandomAudit(seed: seed)
            let log = random.log(writers: 1 + Int(seed % 3), events: 4 + random.number(12))
            let covered = verifyAuditLog(log).covered
            let candidates = log.entries.indices.filter { log.entries[$0].offset < covered }
            guard let index = candidates.isEmpty ? nil : candidates[random.number(candidates.count)] else { continue }
            var changed = log
            let places = try #require(Self.meddle(with: &changed, at: index, below: covered, using: &random))
            let verdict = verifyAuditLog(changed)
            let breach = try #require(verdict.breach, "seed \(seed)")
            #expect(!verdict.isWhole)
            let found = places.contains { ($0 >= breach.from && $0 < breach.until) || breach.suspects.contains($0) }
            #expect(found, "seed \(seed): \(places) in \(breach)")
            // Nothing before the first place is accused, but for events that may have been changed themselves.
            if let first = places.min() { #expect(breach.from <= first, "seed \(seed)") }
            done += 1
        }
        #expect(done > 1000)
    }

    /// - Returns: offsets, of which the first that differs is one.
    private static func meddle(with log: inout MeshLogReading, at index: Int, below covered: Int64, using random: inout RandomAudit) -> [Int64]? {
        let offset = log.entries[index].offset
        switch random.number(7) {
        case 0:
            guard var value = log.entries[index].record.value, !value.isEmpty else { return nil }
            value[random.number(value.count)] ^= UInt8(1 << random.number(8))
            log.entries[index].record.value = value
        case 1: log.entries[index].record.key += "!"
        case 2: log.entries[index].record.headers.append(.init("content-type", []))
        case 3: log.entries[index].record.value = nil
        case 4: log.entries.remove(at: index)
        case 5:
            let other = index == 0 ? 1 : index - 1
            let moved = log.entries[index].record
            log.entries[index].record = log.entries[other].record
            log.entries[other].record = moved
            return [offset, log.entries[other].offset]
        default:
            // Another is put in, and all that follow move up.
            for later in log.entries.indices where later >= index { log.entries[later].offset += 1 }
            let chain = AuditStatement(offset: 0, digest: [UInt8](repeating: 0, count: 32))
            log.entries.insert(.init(offset: offset, writtenAt: .epoch, record: random.event().logRecord(id: "n", after: chain, version: "1")), at: index)
            log.end += 1
        }
        return [offset]
    }

    @Test func `one writer's log tells the exact event`() throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = RandomAudit(seed: seed)
            var log = MeshLogReading()
            var chain = AuditChain()
            for index in 0..<12 {
                log.entries.append(
                    .init(offset: Int64(index), writtenAt: .epoch, record: random.event().logRecord(id: "\(index)", after: chain.statement, version: "1")))
                log.end += 1
                chain.take(log.entries[index])
            }
            let index = random.number(11)
            log.entries[index].record.key = "other"
            let breach = try #require(verifyAuditLog(log).breach)
            #expect(breach.from == Int64(index) && breach.until == Int64(index) + 1 && breach.witness == Int64(index) + 1)
            // The last but one is covered by the last alone, which may itself be the liar.
            #expect(breach.suspects == (index == 10 ? [11] : []))
        }
    }

    @Test func `a word that was changed is not laid to those before it`() throws {
        var random = RandomAudit(seed: 5)
        var log = random.log(writers: 1, events: 8)
        let word = AuditStatement(offset: log.entries[4].offset, digest: [UInt8](repeating: 9, count: 32))
        log.entries[4].record = random.event().logRecord(id: "4", after: word, version: "1")
        let breach = try #require(verifyAuditLog(log).breach)
        #expect(breach.suspects.contains(log.entries[4].offset) || (breach.from...breach.until).contains(log.entries[4].offset))
    }

    @Test func `an end that was cut off is found by a head that somebody kept`() throws {
        var random = RandomAudit(seed: 1)
        let log = random.log(writers: 2, events: 10)
        let head = try #require(verifyAuditLog(log).head)
        var cut = log
        cut.entries.removeLast(3)
        cut.end = (cut.entries.last?.offset ?? -1) + 1
        #expect(verifyAuditLog(cut).isWhole)
        #expect(verifyAuditLog(cut, heads: [head]).comparisons.map(\.outcome) == [.cutOff])
        // Filled up again with others, it differs.
        var chain = AuditChain()
        for entry in cut.entries { chain.take(entry) }
        while cut.end < log.end + 2 {
            cut.entries.append(.init(offset: cut.end, writtenAt: .epoch, record: random.event().logRecord(id: "f", after: chain.statement, version: "1")))
            cut.end += 1
            cut.entries.last.map { chain.take($0) }
        }
        let verdict = verifyAuditLog(cut, heads: [head])
        #expect(verdict.breach == nil && !verdict.isWhole && verdict.comparisons.map(\.outcome) == [.different])
    }

    @Test func `after retention it begins at the first word that is left, and says so`() throws {
        var random = RandomAudit(seed: 3)
        var log = random.log(writers: 1, events: 20)
        let whole = try #require(verifyAuditLog(log).head)
        log.entries.removeFirst(8)
        log.start = log.entries[0].offset
        let verdict = verifyAuditLog(log, heads: [whole, AuditStatement(offset: 1, digest: whole.digest)])
        #expect(verdict.isWhole && verdict.head == whole)
        #expect(verdict.comparisons.map(\.outcome) == [.same, .tooOld])
        guard case .statement(let statement, let by) = verdict.anchor else {
            Issue.record("it did not begin with a word")
            return
        }
        #expect(statement.offset >= log.start && by >= statement.offset)
        log.entries[3].record.key = "other"
        #expect(verifyAuditLog(log).breach != nil)
    }

    @Test func `records of others are told, and covered like all`() {
        var random = RandomAudit(seed: 4)
        var log = random.log(writers: 1, events: 3)
        log.entries.append(.init(offset: log.end, writtenAt: .epoch, record: MeshLogRecord(key: "", value: Array("hello".utf8))))
        log.end += 1
        let verdict = verifyAuditLog(log)
        #expect(verdict.isWhole && verdict.strangers == [log.end - 1])
    }
}
