/// What is read before the collection ends that it belongs to: the innermost collection's lies on top, and leaves as an array
/// of its exact size. Nothing is copied on the way, so that a tree costs one allocation for each collection.
struct PendingStack<Element>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity = 64
    private(set) var count = 0

    init() { base = .allocate(capacity: capacity) }

    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    mutating func push(_ element: consuming Element) {
        if count == capacity { grow() }
        (base + count).initialize(to: element)
        count += 1
    }

    /// Takes off what was pushed since the stack had `start` elements, in the order of pushing.
    mutating func pop(downTo start: Int) -> [Element] {
        let height = count - start
        guard height > 0 else { return [] }
        let source = base + start
        count = start
        return Array(unsafeUninitializedCapacity: height) { buffer, initialized in
            // The buffer has room for `height` elements, so it has an address.
            buffer.baseAddress?.moveInitialize(from: source, count: height)
            initialized = height
        }
    }

    mutating func removeAll() {
        base.deinitialize(count: count)
        count = 0
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        base = larger
        capacity *= 2
    }
}
