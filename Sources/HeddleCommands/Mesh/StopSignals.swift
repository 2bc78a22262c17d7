import Foundation
import UnixSignals

/// SIGINT and SIGTERM: the first asks for a clean stop, the second ends the process at once.
///
/// Trapped before anything is started, so that no signal finds the program half up and unprepared.
struct StopSignals: Sendable {
    private let first: AsyncStream<Void>

    static func trap() async -> StopSignals {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let (first, ask) = AsyncStream.makeStream(of: Void.self)
        Task {
            var isStopping = false
            for await _ in signals {
                if isStopping { exit(130) }
                isStopping = true
                ask.finish()
            }
        }
        return StopSignals(first: first)
    }

    /// Returns at the first signal.
    func wait() async {
        for await _ in first {}
    }
}
