import Synchronization

/// Passes hints on, but no more often than once an interval; the last one of many comes at its end.
final class HintThrottle: Sendable {
    private struct State {
        var last: ContinuousClock.Instant?
        var isWaiting = false
    }

    private let state = Mutex(State())
    private let interval: Duration
    private let hint: @Sendable () -> Void

    init(every interval: Duration, hint: @escaping @Sendable () -> Void) {
        self.interval = interval
        self.hint = hint
    }

    func call() {
        let now = ContinuousClock.now
        let pause: Duration? = state.withLock { state in
            guard !state.isWaiting else { return nil }
            let next = state.last.map { $0 + interval } ?? now
            guard next > now else {
                state.last = now
                return .zero
            }
            state.isWaiting = true
            return next - now
        }
        guard let pause else { return }
        guard pause > .zero else { return hint() }
        Task {
            // Whoever ends the program ends this too; a hint too many does no harm.
            try? await Task.sleep(for: pause)
            state.withLock { state in
                state.isWaiting = false
                state.last = .now
            }
            hint()
        }
    }
}
