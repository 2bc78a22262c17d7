import Determinism

/// Pauses after failures: each twice as long as the one before, up to a longest, and chance takes up to half of each away, so that
/// those who failed together do not come back together.
struct Backoff: Sendable {
    private(set) var failures = 0

    mutating func fail(_ settings: ReconcilerSettings, using chance: inout SeededGenerator) -> Duration {
        failures = min(failures + 1, 1000)
        var pause = settings.firstPause.wholeMilliseconds
        let longest = settings.longestPause.wholeMilliseconds
        for _ in 1..<failures where pause < longest { pause *= 2 }
        pause = max(1, min(pause, longest))
        return .milliseconds(pause - Int64.random(in: 0...(pause / 2), using: &chance))
    }

    mutating func succeed() { failures = 0 }
}
