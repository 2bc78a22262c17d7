import Determinism
import EngineInterface

/// Waiting for what a cluster tells of changes.
struct ChangeWatch: Sendable {
    enum Telling: Sendable { case unknown, told, untold }

    var telling = Telling.unknown
    var position: Int64?
    var ticket: Ticket?
    /// Not before, after a failure.
    var notBefore = Instant.distantPast

    /// How long one call waits at most.
    static let wait: Int64 = 30_000
}
