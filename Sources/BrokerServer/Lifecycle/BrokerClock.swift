import Determinism
import NIOCore
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The broker's clock: the calendar's time at the start, carried on by a clock that nobody sets.
///
/// A broker whose calendar is put back would otherwise let sessions and waits stand still.
struct BrokerClock: Sendable {
    private let started: Instant
    private let startedAt = NIODeadline.now()

    init() {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        started = Instant(millisecondsSinceEpoch: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    var now: Instant {
        started + .milliseconds((NIODeadline.now() - startedAt).nanoseconds / 1_000_000)
    }
}
