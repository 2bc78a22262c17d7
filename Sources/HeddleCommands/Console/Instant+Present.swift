import Determinism
import Foundation
import PlanFiles

extension Instant {
    /// By this machine's clock.
    static var present: Instant { Instant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1000)) }
}

/// To the second, as people read histories: `2026-11-23T15:21:07Z`.
func utc(_ instant: Instant) -> String { utcText(instant).prefix(19) + "Z" }
