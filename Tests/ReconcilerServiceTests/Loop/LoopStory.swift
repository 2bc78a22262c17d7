import AuditTrail
import Determinism
import Diagnostics
import EngineInterface
import Foundation
import Logging
import MeshControl
import MeshModel
import MeshPlanning
import ReconcilerCore
import ReconcilerService
import Synchronization
import Testing

/// A loop whose mind does by rote what a table says, over engines of our own.
final class LoopStory: Sendable {
    /// What is wanted when an event comes, by what `name(of:)` calls it; the first time only.
    private let script: Mutex<[String: [ReconcilerAction]]>
    private let told = Mutex<[ReconcilerEvent]>([])
    let calls = CallNotes()
    let engines: FakeEngines
    let audit = FakeAudit()
    let manifests = FakeManifests()
    let loop: ControllerLoop

    init(_ script: [String: [ReconcilerAction]], limits: LoopLimits = .init(), engines: FakeEngines = .init()) {
        self.script = Mutex(script)
        self.engines = engines
        let mind = RoteMind()
        loop = ControllerLoop(
            mind, name: "test",
            world: ControllerWorld(
                manifests: manifests, engines: engines, control: PlainCoding(), audit: audit, observers: [calls],
                identity: ControllerIdentity(
                    author: ApplyAuthor(user: "ada", host: "test"), holder: "ada@test", process: nil, version: "1", isGone: { _ in false }),
                clock: { Instant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1000)) }),
            limits: limits, logger: quiet)
        mind.story.set(self)
    }

    func answer(_ event: ReconcilerEvent) -> [ReconcilerAction] {
        told.withLock { $0.append(event) }
        return script.withLock { $0.removeValue(forKey: name(of: event)) } ?? (name(of: event) == "stop" ? [.stopped] : [])
    }

    /// What the mind was told, in order.
    var events: [ReconcilerEvent] { told.withLock { $0 } }
    var names: [String] { events.map(name(of:)) }

    /// Runs the loop while `body` looks on, stops it, and waits for its end.
    func run(_ body: () async throws -> Void) async throws {
        let running = Task { await loop.run() }
        do {
            try await body()
        } catch {
            running.cancel()
            throw error
        }
        loop.stop()
        await running.value
    }

    /// Waits until the mind was told of it.
    func heard(_ event: String, _ location: SourceLocation = #_sourceLocation) async throws {
        #expect(try await eventually { self.names.contains(event) }, "\(event) is not among \(names)", sourceLocation: location)
    }
}

/// Short names to write scripts with: `observed one`, `connected one: no route`.
func name(of event: ReconcilerEvent) -> String {
    func ended<Value>(_ what: String, _ cluster: String, _ result: Result<Value, EngineFailure>) -> String {
        if case .failure(let failure) = result { "\(what) \(cluster): \(failure.message)" } else { "\(what) \(cluster)" }
    }
    switch event {
    case .tick: return "tick"
    case .sourceHinted: return "hinted"
    case .sourceRead(let ticket, .failure(let problem)): return "source \(ticket.number): \(problem.message)"
    case .sourceRead(let ticket, _): return "source \(ticket.number)"
    case .connected(let cluster, _, let failure): return "connected \(cluster)\(failure.map { ": \($0.message)" } ?? "")"
    case .leadership(let cluster, _, .success(let lease)): return "leading \(cluster) \(lease.epoch)"
    case .leadership(let cluster, _, .failure(.failed(let failure))): return "leading \(cluster): \(failure.message)"
    case .leadership(let cluster, _, .failure): return "leading \(cluster): held"
    case .observed(let cluster, _, let result): return ended("observed", cluster, result)
    case .answered(let cluster, _, let result): return ended("answered", cluster, result)
    case .applied(let cluster, _, .success): return "applied \(cluster)"
    case .applied(let cluster, _, .failure(.failed(let failure))): return "applied \(cluster): \(failure.message)"
    case .applied(let cluster, _, .failure): return "applied \(cluster): held"
    case .changed(let cluster, let ticket, let result): return ended("changed \(ticket.number)", cluster, result)
    case .controlRead(let cluster, let ticket, .success(let records)): return "control \(ticket.number) \(cluster) \(records.count)"
    case .controlRead(let cluster, let ticket, let result): return ended("control \(ticket.number)", cluster, result)
    case .writingFailed(let cluster, let failure): return "unwritten \(cluster): \(failure.message)"
    case .stopAsked: return "stop"
    }
}

struct RoteMind: Reconciling {
    final class Story: Sendable {
        private let story = Mutex<LoopStory?>(nil)
        func set(_ value: LoopStory) { story.withLock { $0 = value } }
        var value: LoopStory? { story.withLock { $0 } }
    }
    let story = Story()
    func handle(_ event: ReconcilerEvent, now: Instant) -> [ReconcilerAction] { story.value?.answer(event) ?? [] }
    var clusters: [String: ClusterStatus] { [:] }
    func resources(of cluster: String) -> [ResourceStatus] { [] }
}

final class CallNotes: LoopObserving {
    let calls = Mutex<[LoopCall]>([])
    func called(_ call: LoopCall) { calls.withLock { $0.append(call) } }
}

/// Gives out the engines of a cluster one after the other, the last again and again.
final class FakeEngines: EngineOpening {
    private let waiting: Mutex<[String: [FakeEngine]]>
    private let gate: Gate?
    let all: [String: [FakeEngine]]

    init(_ engines: [String: [FakeEngine]] = ["one": [FakeEngine()]], gate: Gate? = nil) {
        all = engines
        self.gate = gate
        waiting = Mutex(engines)
    }

    subscript(_ cluster: String, _ index: Int = 0) -> FakeEngine { all[cluster]?[index] ?? FakeEngine() }

    func open(_ cluster: DesiredCluster) async throws(EngineFailure) -> any Engine {
        await gate?.pass()
        let engine = waiting.withLock { waiting -> FakeEngine? in
            guard let first = waiting[cluster.name]?.first else { return nil }
            if waiting[cluster.name]?.count ?? 0 > 1 { waiting[cluster.name]?.removeFirst() }
            return first
        }
        guard let engine else { throw EngineFailure(.unreachable, "no route", isRetriable: true) }
        return engine
    }
}

/// The name of what a record is about is its key, and all of it.
struct PlainCoding: ControlCoding {
    func encode(_ record: ControlRecord) -> MeshLogRecord {
        if case .approvalSpent(let plan) = record { MeshLogRecord(key: plan, value: nil) } else { MeshLogRecord(key: "?", value: nil) }
    }
    func decode(_ record: MeshLogRecord) -> ControlRecord? { record.key == "?" ? nil : .approvalSpent(plan: record.key) }
}

final class FakeAudit: AuditAppending {
    private let state = Mutex<(tries: [[String]], failing: Int)>(([], 0))
    var tries: [[String]] { state.withLock { $0.tries } }
    func failNext(_ times: Int) { state.withLock { $0.failing = times } }

    func append(_ events: [AuditEvent], to engine: any Engine, of cluster: String) async throws(EngineFailure) {
        let fails = state.withLock { state in
            state.tries.append(events.map(\.message))
            defer { state.failing = max(0, state.failing - 1) }
            return state.failing > 0
        }
        if fails { throw EngineFailure(.refused, "no log") }
        _ = try await engine.append(events.map { MeshLogRecord(key: $0.message, value: nil) }, to: .audit)
    }
}

final class FakeManifests: ManifestReading {
    let gate = Mutex<Gate?>(nil)
    private let count = Mutex(0)
    var readings: Int { count.withLock { $0 } }
    func read() async -> SourceOutcome {
        count.withLock { $0 += 1 }
        await gate.withLock { $0 }?.pass()
        return .unchanged
    }
}

var quiet: Logger {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
}

/// Asks again until it is so, for half a minute at most.
func eventually(_ condition: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<3000 {
        if try await condition() { return true }
        try await Task.sleep(for: .milliseconds(10))
    }
    return false
}

func ticket(_ number: Int) -> Ticket { Ticket(number: number) }

func desired(_ name: String) -> DesiredCluster {
    let nowhere = SourceRange(file: SourceFile(path: "clusters.yaml", text: ""), start: .start, end: .start)
    return DesiredCluster(
        name: name, resource: Resource(metadata: Metadata(name: Located(name)), spec: ClusterSpec(engine: Located(.embedded)), range: nowhere))
}

func event(_ message: String) -> AuditEvent { AuditEvent(.planned, at: .epoch, mesh: "m", actor: "test", message: message) }
