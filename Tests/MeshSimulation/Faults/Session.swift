import Determinism
import EngineInterface
import MeshModel

/// One process's connection to a cluster: an engine that answers late, twice, wrongly or not at all.
package actor Session: Engine {
    let world: World
    private var faults: FaultMix
    private var mandate: Mandate
    /// What others do while this session is at work: each once.
    package struct Interludes: Sendable {
        /// Between two operations.
        var byHand: (@Sendable () -> Void)?
        /// Between two writes to the ledger, when nothing is under way: whoever takes the lease then is not met by old requests.
        var byRival: (@Sendable () async -> Void)?

        init(byHand: (@Sendable () -> Void)? = nil, byRival: (@Sendable () async -> Void)? = nil) {
            self.byHand = byHand
            self.byRival = byRival
        }
    }

    private var interludes: Interludes
    private var lease: Lease?
    private var ledgerBefore = Ledger()
    private var observedVersion: Int?
    private var isDead = false
    /// The network between this process and the cluster is cut.
    private var isCutOff = false
    private var couldNotWrite = false
    /// Whether the world around may have changed in the middle.
    package private(set) var wasDisturbed = false

    package init(world: World, faults: FaultMix, mandate: Mandate, interlude: Interludes = .init()) {
        self.world = world
        self.faults = faults
        self.mandate = mandate
        interludes = interlude
    }

    package func begin(_ mandate: Mandate) {
        self.mandate = mandate
        // Each run is told anew whether it can write.
        couldNotWrite = false
    }

    package var hasDied: Bool { isDead }

    package func cut(_ isCutOff: Bool) { self.isCutOff = isCutOff }
    /// Nothing goes wrong any more.
    package func calm() {
        faults = .none
        isCutOff = false
    }

    static let lost = EngineFailure(.unreachable, "the connection was lost", isRetriable: true)

    // MARK: Reading

    package func observe(configsOf topics: Set<String>, subjects: Set<String>) async throws(EngineFailure) -> ObservedCluster {
        try read()
        return world.with { world in
            observedVersion = world.ledgerVersion
            return world.observed()
        }
    }

    package func count(_ questions: [RecordQuestion]) async throws(EngineFailure) -> [HeldRecords] {
        try read()
        return world.with { world in
            questions.map { question in
                let records = world.contents[question.topic]?.records ?? 0
                return HeldRecords(total: records, expired: question.age == nil ? 0 : records / 2)
            }
        }
    }

    package func inspect(_ topics: Set<String>) async throws(EngineFailure) -> [String: TopicUsage] {
        try read()
        return world.with { world in
            topics.reduce(into: [:]) { usage, topic in
                guard let content = world.contents[topic] else { return }
                usage[topic] = TopicUsage(groups: content.members == 0 ? [] : [GroupUsage(group: "billing", members: content.members, lag: 1)])
            }
        }
    }

    package func history(of questions: [SubjectQuestion]) async throws(EngineFailure) -> [SubjectHistory] {
        try read()
        return world.with { world in questions.map { world.registry.history(of: $0) } }
    }

    package func runs() async throws(EngineFailure) -> [ApplyRecord] {
        try read()
        return world.with { $0.history.sorted { $0.key < $1.key }.compactMap(\.value.run) }
    }

    package func changes(ofRun number: Int) async throws(EngineFailure) -> [AppliedChange]? {
        try read()
        return world.with { $0.history[number]?.changes }
    }

    package func close() async {}

    /// All or nothing.
    func read() throws(EngineFailure) {
        world.with { $0.tick() }
        if isDead || isCutOff || faults.ofReading() { throw Self.lost }
    }

    // MARK: What controllers ask besides

    package func observe(_ focus: ObservationFocus, in earlier: ObservedCluster) async throws(EngineFailure) -> ObservedCluster {
        try read()
        return world.with { world in
            observedVersion = world.ledgerVersion
            return world.observed(focus, in: earlier)
        }
    }

    /// Nothing waits here: who calls, calls again.
    package func changes(after position: Int64?, wait: Milliseconds) async throws(EngineFailure) -> ObservedChanges {
        try read()
        return world.with { $0.changes(after: position) }
    }

    package func lead(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease {
        do throws(EngineFailure) { try read() } catch { throw .failed(error) }
        return try world.with { $0.lead(request) }.get()
    }

    /// Whoever drives controllers here asks the world itself, and gives leadership back there.
    package func confirmLeadership() async throws(EngineFailure) { throw EngineFailure(.refused, "this session leads nothing") }

    package func resign() async {}

    package func append(_ records: [MeshLogRecord], to log: MeshLog) async throws(EngineFailure) -> Int64? {
        try read()
        return world.with { world in
            let start = Int64(world.logs[log]?.count ?? 0)
            world.logs[log, default: []] += records
            return start
        }
    }

    package func read(_ log: MeshLog, from offset: Int64) async throws(EngineFailure) -> MeshLogReading {
        try read()
        return world.with { world in
            let records = world.logs[log] ?? []
            let entries = records.enumerated().dropFirst(Int(offset)).map { MeshLogReading.Entry(offset: Int64($0.offset), writtenAt: world.time, record: $0.element) }
            return MeshLogReading(entries: entries, end: Int64(records.count))
        }
    }

    // MARK: Performing

    package func perform(_ operations: [EngineOperation]) async -> [EngineOutcome] {
        var outcomes: [EngineOutcome] = []
        for operation in operations { outcomes.append(await perform(operation)) }
        return outcomes
    }

    private func perform(_ operation: EngineOperation) async -> EngineOutcome {
        guard live() else { return .unknown(Self.lost) }
        let fault = faults.ofOperation()
        if fault == .interlude { byHand() }
        let delay = 1 + faults.below(12)
        let (mandate, isReckless) = (mandate, couldNotWrite)
        return world.with { world in
            world.tick()
            world.note("\(mandate.mesh) \(operation) \(fault.map { "\($0)" } ?? "")")
            if isReckless { world.violation("goes on though it cannot write to the ledger") }
            world.judge(operation, by: mandate)
            switch fault {
            case nil, .interlude: return world.change(operation, by: mandate)
            case .refused: return .failed(EngineFailure(.refused, "no", code: "POLICY_VIOLATION"))
            case .refusedForNow: return .failed(EngineFailure(.refused, "not now", code: "NOT_CONTROLLER", isRetriable: true))
            case .requestLost: return .unknown(Self.lost)
            case .answerLost:
                _ = world.change(operation, by: mandate)
                return .unknown(Self.lost)
            case .twice:
                let first = world.change(operation, by: mandate)
                _ = world.change(operation, by: mandate)
                return first
            case .late:
                world.late.append(.init(due: world.step + delay, operation: operation, mandate: mandate))
                return .unknown(Self.lost)
            case .shownLate:
                if let code = world.refusalCode(operation) { return .failed(EngineFailure(.refused, "no", code: code)) }
                // A registry answers once it is done.
                if operation.needs == nil { return world.change(operation, by: mandate) }
                world.late.append(.init(due: world.step + delay, operation: operation, mandate: mandate))
                return .done
            case .vanishes: return .done
            }
        }
    }

    package func confirm(_ operations: [EngineOperation]) async -> [EngineOutcome] {
        guard !isDead, !isCutOff else { return operations.map { _ in .unknown(Self.lost) } }
        let isBlind = faults.ofReading()
        return world.with { world in
            // It looks again and again, for a while.
            world.tick(6)
            return operations.map { operation in
                if isBlind { return .unknown(Self.lost) }
                return world.isThere(operation) ? .done : .failed(EngineFailure(.refused, "it was accepted and is not there"))
            }
        }
    }

    private func byHand() {
        wasDisturbed = true
        interludes.byHand?()
        interludes.byHand = nil
    }

    private func byRival() async {
        wasDisturbed = true
        let act = interludes.byRival
        interludes.byRival = nil
        await act?()
    }

    private func live() -> Bool {
        if !isDead, !faults.spendEffect() {
            isDead = true
            world.with { $0.note("killed") }
        }
        return !isDead && !isCutOff
    }

    // MARK: Ledger

    package func acquireLease(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease {
        let observed = observedVersion
        if isDead || isCutOff { throw .failed(Self.lost) }
        let answer = world.with { world -> Result<(Lease, Ledger), LeaseProblem> in
            if let epoch = request.leadership, epoch != world.leader?.epoch {
                return .failure(.failed(EngineFailure(.leaseLost, "another controller leads since epoch \(epoch)")))
            }
            if let held = world.lease, held.until > world.time, !request.breaks { return .failure(.held(by: held)) }
            if let observed, observed != world.ledgerVersion { return .failure(.outdated(by: nil)) }
            world.nextEpoch += 1
            let lease = Lease(
                id: request.id, holder: request.holder, purpose: request.purpose, since: world.time,
                until: world.time + .milliseconds(request.duration.count), epoch: world.nextEpoch, number: (world.history.keys.max() ?? 0) + 1)
            world.lease = lease
            return .success((lease, world.ledger))
        }
        let (taken, ledger) = try answer.get()
        (lease, ledgerBefore) = (taken, ledger)
        return taken
    }

    package func record(_ write: LedgerWrite) async throws(EngineFailure) {
        guard live(), let lease else {
            couldNotWrite = true
            throw Self.lost
        }
        let fault = faults.ofLedgerWrite()
        if fault == .leaseTaken { await byRival() }
        let some = faults.below(write.updates.count)
        let (mandate, before) = (mandate, ledgerBefore)
        let failure = world.with { world -> EngineFailure? in
            world.tick()
            guard world.lease?.epoch == lease.epoch else { return EngineFailure(.leaseLost, "the lease was lost") }
            world.note("\(mandate.mesh) notes \(write.updates.map(\.words)) \(fault.map { "\($0)" } ?? "")")
            switch fault {
            case nil, .leaseTaken:
                world.write(write, under: lease, before: before, mandate: mandate)
                return nil
            case .lost: return Self.lost
            case .cut:
                world.write(write, under: lease, before: before, mandate: mandate, first: some)
                return Self.lost
            case .answerLost:
                world.write(write, under: lease, before: before, mandate: mandate)
                return Self.lost
            }
        }
        guard let failure else { return }
        couldNotWrite = true
        throw failure
    }
}

extension LedgerUpdate {
    var words: String {
        switch self {
        case .topic(let name, let entry): "\(name): \(entry.map { "\($0.phase) \($0.quarantine?.stage.rawValue ?? "")" } ?? "-")"
        case .access(let rule, let entry): "\(rule.addressName): \(entry.map { "\($0.phase)" } ?? "-")"
        case .subject(let name, let entry): "\(name): \(entry.map { "\($0.phase)" } ?? "-")"
        case .claim(let mesh, let claim): "claim of \(mesh): \(claim == nil ? "-" : "made")"
        }
    }
}
