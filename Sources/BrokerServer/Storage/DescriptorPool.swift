import Synchronization

/// Keeps the number of open files within bounds: when one more is opened, one that was not used for a while
/// is closed (the clock algorithm: each file is passed over once after each use).
final class DescriptorPool: Sendable {
    private let capacity: Int
    private let ring = Mutex(Ring())
    private let open = Atomic(0)

    private struct Ring {
        var files: [Weak] = []
        var hand = 0
    }

    private struct Weak {
        weak var file: PooledFile?
    }

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    var openCount: Int { open.load(ordering: .relaxed) }

    /// The file has just opened a descriptor.
    func opened(_ file: PooledFile) {
        open.add(1, ordering: .relaxed)
        ring.withLock { ring in
            ring.files.append(Weak(file: file))
            closeUnused(&ring, until: capacity, sparing: file)
        }
    }

    /// A file has closed its descriptor. Its place in the ring is found empty later. Takes no lock, as a file
    /// may go while the ring is being walked.
    func closed() {
        open.subtract(1, ordering: .relaxed)
    }

    /// The system has no more descriptors: gives back up to a quarter of ours.
    func makeRoom() {
        ring.withLock { ring in
            closeUnused(&ring, until: openCount - max(1, openCount / 4), sparing: nil)
        }
    }

    private func closeUnused(_ ring: inout Ring, until target: Int, sparing spared: PooledFile?) {
        // Two rounds: the first takes away the marks of recent use. What is in use at this moment stays.
        var steps = 2 * ring.files.count
        while openCount > target || ring.files.count > 2 * capacity + 16, steps > 0 {
            steps -= 1
            if ring.hand >= ring.files.count { ring.hand = 0 }
            guard let file = ring.files[ring.hand].file else {
                removeAtHand(&ring)
                continue
            }
            if file === spared || !file.yieldDescriptor() {
                ring.hand += 1
            } else {
                removeAtHand(&ring)
            }
        }
    }

    private func removeAtHand(_ ring: inout Ring) {
        ring.files.swapAt(ring.hand, ring.files.count - 1)
        ring.files.removeLast()
    }
}
