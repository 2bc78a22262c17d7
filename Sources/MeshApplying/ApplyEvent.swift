import Determinism
import EngineInterface
import MeshPlanning

/// What is told of an apply while it goes on, in the order in which it happens.
package enum ApplyEvent: Sendable {
    case stageStarted(Change.Stage, changes: Int)
    case changeStarted(Change)
    case changeEnded(ChangeResult)
}

/// How an apply goes about it.
package struct ApplyTerms: Sendable {
    /// Changes that are noted, done and looked at together: what a stop waits for.
    package var chunkSize: Int
    /// Asked before each chunk: why no more should be begun; nil to go on.
    package var reasonToStop: @Sendable () -> String?
    /// What the history is told of the run; nil for none, and then the lease is kept.
    package var run: ApplyRecord?
    /// Of the run's end.
    package var clock: @Sendable () -> Instant

    package init(
        chunkSize: Int = 1000, run: ApplyRecord? = nil, clock: @escaping @Sendable () -> Instant = { .distantPast },
        reasonToStop: @escaping @Sendable () -> String? = { nil }
    ) {
        self.chunkSize = chunkSize
        self.run = run
        self.clock = clock
        self.reasonToStop = reasonToStop
    }
}
