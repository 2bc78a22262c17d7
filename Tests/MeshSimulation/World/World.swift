import Synchronization

/// One cluster in memory, with all who act on it: every session of every mesh, and other hands.
package final class World: Sendable {
    private let state: Mutex<WorldState>

    package init(_ state: WorldState) { self.state = Mutex(state) }

    package func with<Answer: Sendable>(_ body: (inout WorldState) -> Answer) -> Answer {
        state.withLock { body(&$0) }
    }

    package var now: WorldState { with { $0 } }
}
