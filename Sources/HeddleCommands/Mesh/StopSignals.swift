import Foundation
import UnixSignals

/// SIGINT and SIGTERM: the first asks for a clean stop, the second ends the process at once.
///
/// Trapped before anything is started, so that no signal finds the program half up and unprepared.
struct StopSignals: Sendable {
    private let signals: UnixSignalsSequence

    static func trap() async -> StopSignals {
        StopSignals(signals: await UnixSignalsSequence(trapping: .sigint, .sigterm))
    }

    /// Returns at the first signal.
    func wait() async {
        var iterator = signals.makeAsyncIterator()
        _ = await iterator.next()
        let signals = signals
        Task {
            for await _ in signals { exit(130) }
        }
    }
}
