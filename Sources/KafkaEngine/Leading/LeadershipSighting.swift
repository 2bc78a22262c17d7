import EngineInterface
import MeshModel

/// What somebody who waits to lead has seen of him who does.
///
/// A claim that is refused stays in the log, so none is made while the leadership looks as if it were in force. That is judged by
/// the own clock, against the log's; a clock that turned out to be ahead is not asked again, and then whoever waits counts by himself
/// from when he first saw the last renewal.
struct LeadershipSighting: Sendable {
    private var epoch: Int64?
    private var until: Int64?
    private var firstSeen: ContinuousClock.Instant?
    private var clockIsAhead = false

    /// - Parameter millisecondsNow: since 1970, by the own clock.
    mutating func showsInForce(_ grant: LeaseFold.Grant, at now: ContinuousClock.Instant, millisecondsNow: Int64) -> Bool {
        if epoch != grant.epoch || until != grant.until { (epoch, until, firstSeen) = (grant.epoch, grant.until, now) }
        guard !grant.isReleased else { return false }
        if !clockIsAhead, !grant.isInForce(at: millisecondsNow) { return false }
        let rest = Duration.milliseconds(grant.document.duration) + .milliseconds(LeaseFold.margin.count)
        return firstSeen.map { now - $0 <= rest } ?? true
    }

    /// A claim was refused that was made because the leadership was over by our clock.
    mutating func wasRefused() { clockIsAhead = true }
}
