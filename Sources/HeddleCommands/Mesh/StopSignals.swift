import Foundation
import Synchronization
import UnixSignals

/// SIGINT and SIGTERM: the first asks for a clean stop, the second ends the process at once.
///
/// Trapped before anything is started, so that no signal finds the program half up and unprepared.
struct StopSignals: Sendable {
    private final class Asked: Sendable {
        let flag = Mutex(false)
    }

    private let first: AsyncStream<Void>
    private let asked: Asked

    static func trap() async -> StopSignals {
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let (first, ask) = AsyncStream.makeStream(of: Void.self)
        let asked = Asked()
        Task {
            for await _ in signals {
                if asked.flag.withLock({ let was = $0; $0 = true; return was }) { exit(130) }
                ask.finish()
            }
        }
        return StopSignals(first: first, asked: asked)
    }

    /// Returns at the first signal.
    func wait() async {
        for await _ in first {}
    }

    /// Whether there was a signal.
    var isAsked: Bool { asked.flag.withLock { $0 } }
}
