import Synchronization

/// Where records without a key go: a while to one partition, so that batches fill, and then to another (KIP-480).
final class StickyPartition: Sendable {
    private struct State {
        var partition: Int32 = -1
        var bytes = 0
    }

    private let state = Mutex(State())
    private let stretch: Int

    /// - Parameter stretch: bytes until it moves on.
    init(stretch: Int) { self.stretch = stretch }

    func next(among count: Int32, bytes: Int) -> Int32 {
        state.withLock { state in
            if state.partition < 0 || state.partition >= count || state.bytes >= stretch {
                let before = state.partition
                repeat { state.partition = Int32.random(in: 0..<count) } while count > 1 && state.partition == before
                state.bytes = 0
            }
            state.bytes += bytes
            return state.partition
        }
    }
}
