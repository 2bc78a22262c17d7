import EngineInterface
import KafkaWire
import MeshModel
import NIOCore
import Synchronization
import Testing

@testable import KafkaEngine

extension KafkaEngine {
    @discardableResult
    func lease(_ id: String = "a", breaks: Bool = false, gone: Bool = false, duration: Milliseconds = LeaseRequest.standardDuration) async throws -> Lease {
        try await acquireLease(
            LeaseRequest(
                id: id, holder: "\(id)@here", purpose: "apply", duration: duration, process: LeaseProcess(place: "here", id: 7), breaks: breaks)
        ) { _ in gone }
    }
}

@Suite(.timeLimit(.minutes(5))) struct `The lease of a cluster`: WithTwoEngines {
    @Test func `of two that want it one gets it, and the other learns who has it`() async throws {
        try await with { _, first, second in
            let lease = try await first.lease("a")
            let problem = await problem { try await second.lease("b") }
            guard case .held(let holder)? = problem else { Issue.record("\(String(describing: problem))"); return }
            #expect(holder.holder == "a@here" && holder.epoch == lease.epoch && holder.until > holder.since)
            try await first.record([.topic("x", entry)])
            #expect(await failure { try await second.record([.topic("x", nil)]) }?.kind == .leaseLost)
            try await first.record(LedgerWrite(endsLease: true))
            #expect(try await second.lease("b").epoch > lease.epoch)
        }
    }

    @Test func `a holder that is known to be gone is not waited for`() async throws {
        try await with { _, first, second in
            try await first.lease("a")
            #expect(try await second.lease("b", gone: true).holder == "b@here")
        }
    }

    @Test func `a lease that was broken stops its holder at the next write, and what slipped through is not read`() async throws {
        try await with { _, first, second in
            try await first.lease("a")
            try await first.record([.topic("x", entry)])
            try await second.lease("b", breaks: true)
            try await second.record([.topic("y", entry)])
            let failure = await failure { try await first.record([.topic("x", nil), .topic("z", entry)]) }
            #expect(failure?.kind == .leaseLost && failure?.message.contains("b@here") == true)
            #expect(await self.failure { try await first.record([.topic("z", entry)]) }?.kind == .leaseLost)
            #expect(try await second.observe(configsOf: [], subjects: []).ledger.topics.keys.sorted() == ["x", "y"])
        }
    }

    @Test func `what slipped through is mended by the next write`() async throws {
        try await with { cluster, first, second in
            try await first.lease("a")
            try await first.record([.topic("x", entry)])
            try await second.lease("b", breaks: true)
            _ = await failure { try await first.record([.topic("x", nil), .topic("z", entry)]) }
            _ = try await second.observe(configsOf: [], subjects: [])
            try await second.record([.topic("y", entry)])
            // As compaction leaves it: the last record of each key.
            var reading = LedgerReading()
            var last: [String: Record] = [:]
            var rest = cluster.state.withLock { $0.log }
            while let header = try? RecordBatchHeader(at: rest.readerIndex, in: rest), let batch = rest.readSlice(length: header.sizeInBytes) {
                var reader = try RecordReader(batchAt: batch.readerIndex, in: batch)
                while let record = try reader.next() { last[record.key.map { String(buffer: $0) } ?? ""] = record }
            }
            for record in last.values.sorted(by: { $0.offset < $1.offset }) { reading.add(record) }
            let outcome = reading.finish()
            #expect(outcome.ledger.topics.keys.sorted() == ["x", "y"])
        }
    }

    @Test func `a ledger that was written to since it was read is not written to on that ground`() async throws {
        try await with { _, first, second in
            _ = try await first.observe(configsOf: [], subjects: [])
            try await second.lease("b")
            try await second.record(LedgerWrite(updates: [.topic("x", entry)], endsLease: true))
            guard case .outdated? = await problem({ try await first.lease("a") }) else { Issue.record("it was taken"); return }
            _ = try await first.observe(configsOf: [], subjects: [])
            try await first.lease("a2")
        }
    }

    @Test func `a long lease is renewed by itself`() async throws {
        try await with { cluster, first, second in
            try await first.lease("a", duration: Milliseconds(1500))
            let end = cluster.state.withLock { $0.logEnd }
            while cluster.state.withLock({ $0.logEnd }) < end + 3 { try await Task.sleep(for: .milliseconds(20)) }
            try await first.record([.topic("x", entry)])
            guard case .held? = await problem({ try await second.lease("b") }) else { Issue.record("it was taken"); return }
        }
    }

    @Test func `runs are numbered, and remember what they changed`() async throws {
        try await with { _, first, second in
            func run(_ engine: KafkaEngine, _ id: String, _ update: LedgerUpdate) async throws -> Int {
                let lease = try await engine.lease(id)
                let record = ApplyRecord(
                    number: 0, purpose: "apply", startedAt: .distantPast, endedAt: .distantPast, author: ApplyAuthor(user: id, host: "h"), mesh: "shop",
                    counts: .init(done: 1), version: "1")
                try await engine.record(
                    LedgerWrite(
                        updates: [update], changes: [AppliedChange(address: .topic("x", on: "eu"), action: "update", status: .done, after: update)],
                        run: record, endsLease: true))
                return lease.number
            }
            var wider = entry
            wider.partitions = 5
            #expect(try await run(first, "a", .topic("x", entry)) == 1)
            #expect(try await run(second, "b", .topic("x", wider)) == 2)
            let third = second
            _ = try await third.observe(configsOf: [], subjects: [])
            let runs = try await third.runs()
            #expect(runs.map(\.number) == [1, 2] && runs.map(\.author.user) == ["a", "b"])
            #expect(try await third.changes(ofRun: 1)?.map(\.before) == [.topic("x", nil)])
            #expect(try await third.changes(ofRun: 2)?.map(\.before) == [.topic("x", entry)])
            #expect(try await third.changes(ofRun: 2)?.map(\.after) == [.topic("x", wider)])
            #expect(try await third.changes(ofRun: 3) == nil)
        }
    }
}
