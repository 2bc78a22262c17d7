import EngineInterface
import KafkaWire
import MeshModel
import NIOCore
import Testing

@testable import KafkaEngine

extension KafkaEngine {
    @discardableResult
    func leadAs(
        _ id: String, breaks: Bool = false, gone: Bool = false, duration: Milliseconds = LeaseRequest.standardDuration
    ) async throws -> Lease {
        try await lead(
            LeaseRequest(
                id: id, holder: "\(id)@here", purpose: "controller", duration: duration, process: LeaseProcess(place: "here", id: 7), breaks: breaks)
        ) { _ in gone }
    }

    @discardableResult
    func lease(under leadership: Lease) async throws -> Lease {
        try await acquireLease(
            LeaseRequest(id: "run of \(leadership.id)", holder: leadership.holder, purpose: "apply", leadership: leadership.epoch)) { _ in false }
    }
}

@Suite(.timeLimit(.minutes(5))) struct `The leadership of a cluster`: WithTwoEngines {
    private func logEnd(_ cluster: ToyCluster) -> Int64 { cluster.state.withLock { $0.logEnd } }

    @Test func `of two that want to lead one does, and the other asks without a trace`() async throws {
        try await with { cluster, first, second in
            let leadership = try await first.leadAs("a")
            try await first.confirmLeadership()
            let end = logEnd(cluster)
            for _ in 0..<5 {
                guard case .held(let holder)? = await problem({ try await second.leadAs("b") }) else { Issue.record("it leads"); return }
                #expect(holder.holder == "a@here" && holder.epoch == leadership.epoch)
            }
            #expect(logEnd(cluster) == end)
            #expect(await failure { try await second.confirmLeadership() }?.kind == .leaseLost)
            #expect(try await first.leadAs("a") == leadership, "it asks again and is told the same")
            #expect(logEnd(cluster) == end)
        }
    }

    @Test func `whoever resigns makes room at once`() async throws {
        try await with { _, first, second in
            let before = try await first.leadAs("a")
            await first.resign()
            #expect(await failure { try await first.confirmLeadership() }?.kind == .leaseLost)
            #expect(await failure { try await first.lease(under: before) }?.kind == .leaseLost)
            #expect(try await second.leadAs("b").epoch > before.epoch)
            guard case .held? = await problem({ try await first.leadAs("a") }) else { Issue.record("two lead"); return }
        }
    }

    @Test func `one that is known to be gone is not waited for`() async throws {
        try await with { _, first, second in
            try await first.leadAs("a")
            #expect(try await second.leadAs("b", gone: true).holder == "b@here")
            #expect(await failure { try await first.confirmLeadership() }?.message.contains("b@here leads now") == true)
        }
    }

    @Test func `leadership and lease do not meet, and to lead is not to write`() async throws {
        try await with { _, first, second in
            _ = try await second.observe(configsOf: [], subjects: [])
            try await first.leadAs("a")
            try await first.confirmLeadership()
            try await second.lease("by hand")
            try await second.record(LedgerWrite(updates: [.topic("x", entry)], endsLease: true))
            try await first.confirmLeadership()
            #expect(try await first.observe(configsOf: [], subjects: []).ledger.topics.keys.sorted() == ["x"])
        }
    }

    @Test func `what was written since it was observed is not forgotten over a renewal`() async throws {
        try await with { _, first, second in
            let leadership = try await first.leadAs("a")
            _ = try await first.observe(configsOf: [], subjects: [])
            try await second.lease("by hand")
            try await second.record(LedgerWrite(updates: [.topic("x", entry)], endsLease: true))
            await first.renewLeadership()
            guard case .outdated? = await problem({ try await first.lease(under: leadership) }) else { Issue.record("it was taken"); return }
            _ = try await first.observe(configsOf: [], subjects: [])
            try await first.lease(under: leadership)
        }
    }

    @Test func `who was succeeded begins no run`() async throws {
        try await with { _, first, second in
            let before = try await first.leadAs("a")
            try await second.leadAs("b", breaks: true)
            // It has not heard yet.
            #expect(await failure { try await first.lease(under: before) }?.kind == .leaseLost)
            // And what it took for a moment is free.
            try await second.lease("run of b")
        }
    }

    @Test func `a run that is under way ends with the chunk in which its controller is succeeded`() async throws {
        try await with { _, first, second in
            let before = try await first.leadAs("a")
            try await first.lease(under: before)
            try await first.record([.topic("x", entry)])
            let after = try await second.leadAs("b", breaks: true)
            let failure = await failure { try await first.record([.topic("y", entry)]) }
            #expect(failure?.kind == .leaseLost && failure?.message.contains("b@here leads now") == true)
            #expect(await self.failure { try await first.record([.topic("z", entry)]) }?.kind == .leaseLost)
            // Under a lease that was in force: it tells what was done. The lease was given back.
            #expect(try await second.observe(configsOf: [], subjects: []).ledger.topics.keys.sorted() == ["x", "y"])
            try await second.lease(under: after)
        }
    }

    @Test func `a run that ends is not told of a successor`() async throws {
        try await with { _, first, second in
            let before = try await first.leadAs("a")
            try await first.lease(under: before)
            try await second.leadAs("b", breaks: true)
            try await first.record(LedgerWrite(updates: [.topic("x", entry)], endsLease: true))
            #expect(try await second.observe(configsOf: [], subjects: []).ledger.topics.keys.sorted() == ["x"])
        }
    }

    @Test func `it is renewed by itself until it is given back`() async throws {
        try await with { cluster, first, second in
            try await first.leadAs("a", duration: Milliseconds(1500))
            let end = logEnd(cluster)
            while logEnd(cluster) < end + 3 { try await Task.sleep(for: .milliseconds(20)) }
            try await first.confirmLeadership()
            guard case .held? = await problem({ try await second.leadAs("b") }) else { Issue.record("it was taken"); return }
            await first.resign()
            let last = logEnd(cluster)
            try await Task.sleep(for: .milliseconds(1500))
            #expect(logEnd(cluster) == last)
        }
    }

    @Test func `one that is over by the own clock and not taken is taken up again`() async throws {
        try await with { _, first, second in
            try await first.leadAs("a")
            first.ledgerState.withLock { $0.leading?.end = .now }
            try await first.confirmLeadership()
            #expect(first.ledgerState.withLock { ($0.leading?.end ?? .now) > .now })
            first.ledgerState.withLock { $0.leading?.end = .now }
            try await second.leadAs("b", breaks: true)
            #expect(await failure { try await first.confirmLeadership() }?.kind == .leaseLost)
        }
    }

    @Test func `a ledger that was deleted has no controller`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { engine async throws in
                try await engine.leadAs("a")
                try await cluster.withClient { client async throws in
                    _ = try await client.send(DeleteTopicsRequest(topics: [.init(name: "__heddle.state")], timeoutMs: 5000), to: .controller)
                }
                try await cluster.with { other async throws in _ = try await other.leadAs("b") }
                #expect(await failure { try await engine.confirmLeadership() }?.kind == .leaseLost)
            }
        }
    }

    @Test func `a controller that falls silent is succeeded, and its applies are refused`() async throws {
        try await EmbeddedCluster.run { cluster async throws in
            try await cluster.with { first async throws in
                try await cluster.with { second async throws in
                    let before = try await first.leadAs("a", duration: Milliseconds(400))
                    // As a machine that sleeps.
                    first.endLeadershipRenewals()
                    var polls = 0
                    var after: Lease?
                    while after == nil {
                        polls += 1
                        do { after = try await second.leadAs("b") } catch LeaseProblem.held { try await Task.sleep(for: .milliseconds(50)) }
                    }
                    #expect(polls > 1 && after?.epoch == before.epoch + 1, "of all its asking the log has the one claim")
                    #expect(await failure { try await first.lease(under: before) }?.kind == .leaseLost)
                    #expect(await failure { try await first.confirmLeadership() }?.kind == .leaseLost)
                    _ = try await second.observe(configsOf: [], subjects: [])
                    if let after { try await second.lease(under: after) }
                }
            }
        }
    }

    // MARK: Other versions

    @Test func `a Heddle that knows of no leadership passes over what is said of it`() {
        var runs = RunIndex()
        runs.add(HistoryKey.leadership(on: "eu"), value: ByteBuffer(string: "{}"))
        #expect(runs == RunIndex(), "under `apply`, and with no number")
        #expect(LedgerKeyKind(ByteBuffer(string: HistoryKey.leadership(on: "eu"))) == .leadership)
        #expect(LedgerKeyKind(ByteBuffer(string: HistoryKey.run(3, on: "eu"))) == .run)
        var fold = LeaseFold()
        fold.add(LeaseDocument(act: .claim, id: "a", holder: "a", purpose: "apply", duration: 1, since: 0), offset: 0, timestamp: 0)
        #expect(!fold.accepts(epoch: -1), "nor takes it for something that was written")
    }

    @Test func `a clock that is ahead does not fill the log`() {
        var sighting = LeadershipSighting()
        let start = ContinuousClock.now
        func grant(until: Int64) -> LeaseFold.Grant {
            LeaseFold.Grant(
                document: LeaseDocument(kind: .leadership, act: .renew, id: "a", holder: "a", purpose: "", duration: 30_000, since: 0, epoch: 1),
                epoch: 1, until: until)
        }
        func shows(_ grant: LeaseFold.Grant, at now: ContinuousClock.Instant, millisecondsNow: Int64) -> Bool {
            sighting.showsInForce(grant, at: now, millisecondsNow: millisecondsNow)
        }
        #expect(shows(grant(until: 30_000), at: start, millisecondsNow: 35_000))
        #expect(!shows(grant(until: 30_000), at: start, millisecondsNow: 35_001))
        sighting.wasRefused()
        #expect(shows(grant(until: 40_000), at: start + .seconds(10), millisecondsNow: 90_000))
        #expect(shows(grant(until: 40_000), at: start + .seconds(45), millisecondsNow: 90_000))
        #expect(!shows(grant(until: 40_000), at: start + .seconds(46), millisecondsNow: 0), "nor does one that is behind wait for ever")
    }
}
