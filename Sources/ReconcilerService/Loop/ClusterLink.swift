import EngineInterface
import Foundation
import MeshModel
import Synchronization

/// One cluster as a loop holds it: the engine that reaches it, what it is in the middle of there, and how far it has read.
final class ClusterLink: Sendable {
    /// Tells engines of one cluster apart: an answer of an earlier one is not the present one's.
    struct Generation: Sendable, Hashable {
        fileprivate var number: Int
    }

    private struct State {
        var engine: (any Engine)?
        var generation = Generation(number: 0)
        /// While we lead through this engine.
        var leadership: Lease?
        var controlOffset: Int64 = 0
        var watch: Task<Void, Never>?
        /// Writings to the control log that failed.
        var failedWritings = 0
    }

    let name: String
    /// The same for good, so that a cluster which still knows us from an earlier connection takes us for ourselves.
    let leadershipID = UUID().uuidString.lowercased()
    let control = WritingLane()
    let audit = WritingLane()
    let backlog: AuditBacklog
    private let state = Mutex(State())

    init(name: String, auditBacklog: Int) {
        self.name = name
        backlog = AuditBacklog(limit: auditBacklog)
    }

    var engine: (any Engine)? { state.withLock { $0.engine } }

    /// Lets go of the engine, and says which generation the next one is of.
    func beginConnecting() -> (generation: Generation, old: (any Engine)?) {
        let (result, watch) = state.withLock { state in
            let taken = (state.engine, state.watch)
            state.engine = nil
            state.watch = nil
            state.leadership = nil
            state.generation.number += 1
            return ((state.generation, taken.0), taken.1)
        }
        watch?.cancel()
        return result
    }

    /// False where another connection was begun since.
    func connected(_ engine: any Engine, _ generation: Generation) -> Bool {
        state.withLock { state in
            guard state.generation == generation else { return false }
            state.engine = engine
            return true
        }
    }

    func isPresent(_ generation: Generation) -> Bool { state.withLock { $0.generation == generation } }

    var present: (engine: (any Engine)?, generation: Generation, leadership: Lease?) {
        state.withLock { ($0.engine, $0.generation, $0.leadership) }
    }

    func lead(by lease: Lease?, _ generation: Generation) {
        state.withLock { state in
            if state.generation == generation { state.leadership = lease }
        }
    }

    /// There is one watch at a time: an earlier one ends.
    func watch(with task: Task<Void, Never>) {
        let earlier = state.withLock { state in
            defer { state.watch = task }
            return state.watch
        }
        earlier?.cancel()
    }

    /// What waits to be written when a writing fails is not tried after it: the reconciler is told, and says what is to be written then.
    var failedWritings: Int { state.withLock { $0.failedWritings } }

    func writingFailed() { state.withLock { $0.failedWritings += 1 } }

    func stopWatching() {
        let watch = state.withLock { state in
            defer { state.watch = nil }
            return state.watch
        }
        watch?.cancel()
    }

    var controlOffset: Int64 {
        get { state.withLock { $0.controlOffset } }
        set { state.withLock { $0.controlOffset = newValue } }
    }
}
