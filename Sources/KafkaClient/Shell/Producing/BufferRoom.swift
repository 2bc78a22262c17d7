import Synchronization

/// How many bytes may wait to be sent. Who finds no room waits for it, in order.
final class BufferRoom: Sendable {
    private struct State {
        var free: Int
        var waiters: [(key: Int, bytes: Int, continuation: CheckedContinuation<Bool, Never>)] = []
        var nextKey = 0
    }

    private let capacity: Int
    private let state: Mutex<State>

    init(bytes: Int) {
        capacity = max(bytes, 1)
        state = Mutex(State(free: capacity))
    }

    /// What is larger than all of the room takes all of it.
    private func claim(_ bytes: Int) -> Int { min(bytes, capacity) }

    /// False when the caller was cancelled while it waited: it has taken nothing then.
    func reserve(_ bytes: Int) async -> Bool {
        let claim = claim(bytes)
        let key = state.withLock { state -> Int? in
            if state.waiters.isEmpty, state.free >= claim {
                state.free -= claim
                return nil
            }
            state.nextKey += 1
            return state.nextKey
        }
        guard let key else { return true }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let now = state.withLock { state -> Bool? in
                    if Task.isCancelled { return false }
                    if state.waiters.isEmpty, state.free >= claim {
                        state.free -= claim
                        return true
                    }
                    state.waiters.append((key, claim, continuation))
                    return nil
                }
                if let now { continuation.resume(returning: now) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.waiters.firstIndex { $0.key == key }.map { state.waiters.remove(at: $0).continuation }
            }
            waiter?.resume(returning: false)
        }
    }

    func release(_ bytes: Int) {
        let admitted = state.withLock { state -> [CheckedContinuation<Bool, Never>] in
            state.free = min(capacity, state.free + claim(bytes))
            var admitted: [CheckedContinuation<Bool, Never>] = []
            while let first = state.waiters.first, first.bytes <= state.free {
                state.free -= first.bytes
                admitted.append(state.waiters.removeFirst().continuation)
            }
            return admitted
        }
        for continuation in admitted { continuation.resume(returning: true) }
    }
}
