import Determinism
import MeshControl
import ReconcilerCore
import Synchronization

/// What a controller says of itself, for whoever asks: requests read it here and never wait for the loop.
package final class StatusBoard: Sendable {
    package struct Source: Sendable, Hashable {
        /// When the manifests were last read, whatever came of it; nil before the first time.
        package var readAt: Instant?
        /// When they were last read and found sound.
        package var goodAt: Instant?
        /// Why the last reading did not help.
        package var problem: SourceProblem?
        /// Of the last sound reading.
        package var revision: String?
        package var repository: String?
        package init() {}
    }

    package struct View: Sendable {
        package var name: String
        package var startedAt: Instant
        package var isStopping = false
        package var source = Source()
        /// By name.
        package var clusters: [String: ClusterStatus] = [:]
        /// Events thought about so far: another number, perhaps another state.
        package var steps = 0
    }

    private let view: Mutex<View>

    package init(name: String, startedAt: Instant) {
        view = Mutex(View(name: name, startedAt: startedAt))
    }

    package var present: View { view.withLock { $0 } }

    func note(_ event: ReconcilerEvent, clusters: [String: ClusterStatus], now: Instant) {
        view.withLock { view in
            view.steps += 1
            view.clusters = clusters
            switch event {
            case .stopAsked: view.isStopping = true
            case .sourceRead(_, let outcome): view.source.note(outcome, now: now)
            default: break
            }
        }
    }
}

extension StatusBoard.Source {
    fileprivate mutating func note(_ outcome: SourceOutcome, now: Instant) {
        readAt = now
        switch outcome {
        case .unchanged:
            // The manifests are what they were, good or bad; only the way to them may have been mended.
            if problem?.kind == .unreachable { problem = nil }
            if problem == nil { goodAt = now }
        case .revision(let found):
            goodAt = now
            problem = nil
            revision = found.mesh.source?.revision
            repository = found.mesh.source?.repository
        case .failure(let found): problem = found
        }
    }
}
