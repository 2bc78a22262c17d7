import EngineInterface
import Synchronization

/// Does one thing after the other, in the order in which they were put in.
final class WritingLane: Sendable {
    private let last = Mutex<Task<Void, Never>?>(nil)

    /// - Returns: ends when this is done, and everything before it.
    @discardableResult
    func put(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        last.withLock { last in
            let previous = last
            let task = Task {
                await previous?.value
                await work()
            }
            last = task
            return task
        }
    }

    /// Returns when everything is done that was put in by now.
    func drain() async { await last.withLock { $0 }?.value }
}

extension ClusterLink {
    /// Returns when everything is written that was to be, or cannot be in time.
    func drain(within limit: Duration) async {
        let late = EngineFailure(.unreachable, "not in time")
        _ = await ReconcilerService.within(limit, orElse: late) { [control, audit] () async throws(EngineFailure) -> Void in
            await audit.drain()
            await control.drain()
        }
    }
}
