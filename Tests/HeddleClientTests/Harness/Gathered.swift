import Synchronization

/// What tasks of a test have seen.
final class Gathered<Element: Sendable>: Sendable {
    private let state = Mutex<[Element]>([])

    func add(_ element: Element) { state.withLock { $0.append(element) } }
    var all: [Element] { state.withLock { $0 } }
    var count: Int { state.withLock { $0.count } }
}
