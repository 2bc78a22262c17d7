/// How long to wait before the next try, and when to stop trying. Times count from any fixed beginning.
package struct RetrySchedule: Sendable, Equatable {
    package var firstDelay: Duration
    package var longestDelay: Duration
    /// Each delay is spread evenly over ± this fraction, so that many clients do not come back in step.
    package var spread: Double

    package init(
        firstDelay: Duration = .milliseconds(50), longestDelay: Duration = .seconds(1), spread: Double = 0.25
    ) {
        self.firstDelay = firstDelay
        self.longestDelay = longestDelay
        self.spread = spread
    }

    package enum Decision: Sendable, Equatable {
        case wait(Duration)
        case giveUp
    }

    /// - Parameters:
    ///   - failures: how many tries have failed, 1 or more.
    ///   - jitter: chance, in 0..<1.
    ///   - atLeast: a wait that the broker asked for (`throttleTimeMs`).
    package func afterFailure(
        number failures: Int, now: Duration, deadline: Duration, jitter: Double, atLeast: Duration = .zero
    ) -> Decision {
        let doublings = min(max(failures - 1, 0), 30)
        let plain = min(firstDelay * (1 << doublings), longestDelay)
        let delay = max(plain * (1 - spread + 2 * spread * jitter), atLeast)
        return now + delay < deadline ? .wait(delay) : .giveUp
    }
}
