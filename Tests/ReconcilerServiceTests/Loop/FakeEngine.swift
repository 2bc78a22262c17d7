import EngineInterface
import MeshModel
import Synchronization

/// An engine that notes what is asked of it, and answers, fails or hangs as it is told.
final class FakeEngine: Engine {
    struct State {
        /// In order: `observe`, `append control a,b`.
        var calls: [String] = []
        /// By a call's first word.
        var failures: [String: EngineFailure] = [:]
        var gates: [String: Gate] = [:]
        var leadership: Int64 = 0
        var leaseRequests: [LeaseRequest] = []
        var log: [MeshLogReading.Entry] = []
        var isClosed = false
    }

    let state = Mutex(State())

    var calls: [String] { state.withLock { $0.calls } }
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// From now on such calls wait at the gate.
    func hold(_ call: String) -> Gate {
        let gate = Gate()
        state.withLock { $0.gates[call] = gate }
        return gate
    }

    func fail(_ call: String, _ failure: EngineFailure?) { state.withLock { $0.failures[call] = failure } }

    func calls(of kind: String) -> [String] { calls.filter { $0.split(separator: " ").first.map(String.init) == kind } }

    private func note(_ call: String) async throws(EngineFailure) {
        let kind = String(call.split(separator: " ").first ?? "")
        let gate = state.withLock { state in
            state.calls.append(call)
            return state.gates[kind]
        }
        await gate?.pass()
        if let failure = state.withLock({ $0.failures[kind] }) { throw failure }
    }

    func observe(configsOf topics: Set<String>, subjects: Set<String>) async throws(EngineFailure) -> ObservedCluster {
        try await note("observe")
        return ObservedCluster(clusterId: "whole", topics: ["t": ObservedTopic(partitions: 1, replication: 1, config: [:])])
    }
    func observe(_ focus: ObservationFocus, in earlier: ObservedCluster) async throws(EngineFailure) -> ObservedCluster {
        try await note("again \(focus.topics.sorted().joined(separator: ","))")
        return earlier
    }
    func count(_ questions: [RecordQuestion]) async throws(EngineFailure) -> [HeldRecords] {
        try await note("count")
        return questions.map { _ in HeldRecords(total: 42) }
    }
    func inspect(_ topics: Set<String>) async throws(EngineFailure) -> [String: TopicUsage] {
        try await note("inspect")
        return Dictionary(uniqueKeysWithValues: topics.map { ($0, TopicUsage(bytes: 7)) })
    }
    func history(of questions: [SubjectQuestion]) async throws(EngineFailure) -> [SubjectHistory] { [] }
    func perform(_ operations: [EngineOperation]) async -> [EngineOutcome] {
        try? await note("perform")
        return operations.map { _ in .done }
    }
    func confirm(_ operations: [EngineOperation]) async -> [EngineOutcome] { operations.map { _ in .done } }
    func acquireLease(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease {
        state.withLock { $0.leaseRequests.append(request) }
        do { try await note("lease") } catch { throw .failed(error) }
        return lease(request, 1)
    }
    func record(_ write: LedgerWrite) async throws(EngineFailure) { try await note("record") }
    func runs() async throws(EngineFailure) -> [ApplyRecord] { [] }
    func changes(ofRun number: Int) async throws(EngineFailure) -> [AppliedChange]? { nil }
    func changes(after position: Int64?, wait: Milliseconds) async throws(EngineFailure) -> ObservedChanges {
        try await note("watch \(position.map(String.init) ?? "-")")
        return .begun(position: 10)
    }
    func lead(_ request: LeaseRequest, isGone: @Sendable (LeaseProcess) -> Bool) async throws(LeaseProblem) -> Lease {
        do { try await note("lead") } catch { throw .failed(error) }
        return lease(request, state.withLock { $0.leadership += 1; return $0.leadership })
    }
    func confirmLeadership() async throws(EngineFailure) { try await note("confirm") }
    func resign() async { try? await note("resign") }
    func append(_ records: [MeshLogRecord], to log: MeshLog) async throws(EngineFailure) -> Int64? {
        try await note("append \(log.rawValue) \(records.map(\.key).joined(separator: ","))")
        return nil
    }
    func read(_ log: MeshLog, from offset: Int64) async throws(EngineFailure) -> MeshLogReading {
        try await note("read \(offset)")
        let entries = state.withLock { $0.log }
        return MeshLogReading(entries: entries.filter { $0.offset >= offset }, end: (entries.last?.offset ?? -1) + 1)
    }
    func close() async {
        try? await note("close")
        state.withLock { $0.isClosed = true }
    }

    private func lease(_ request: LeaseRequest, _ epoch: Int64) -> Lease {
        Lease(id: request.id, holder: request.holder, purpose: request.purpose, since: .epoch, until: .epoch, epoch: epoch)
    }
}

/// Holds whoever comes until it is opened, cancelled or not: what hangs.
final class Gate: Sendable {
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    func open() {
        let waiting = state.withLock { state in
            defer { state = (true, []) }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    var isWaitedAt: Bool { state.withLock { !$0.waiting.isEmpty } }
}
