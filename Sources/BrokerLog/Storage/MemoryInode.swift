import Determinism

/// A file's bytes and what was done to them since the last sync.
final class MemoryInode {
    private(set) var bytes: [UInt8] = []
    private var unsynced: [Change] = []

    private enum Change {
        case write(at: Int, new: [UInt8], old: [UInt8], oldSize: Int)
        case truncate(to: Int, cut: [UInt8], oldSize: Int)
    }

    private static let sector = 512

    init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    func write(_ new: [UInt8], at position: Int) {
        let oldSize = bytes.count
        let overlap = position < oldSize ? Array(bytes[position..<min(oldSize, position + new.count)]) : []
        unsynced.append(.write(at: position, new: new, old: overlap, oldSize: oldSize))
        put(new, at: position)
    }

    func truncate(to size: Int) {
        let cut = size < bytes.count ? Array(bytes[size...]) : []
        unsynced.append(.truncate(to: size, cut: cut, oldSize: bytes.count))
        resize(to: size)
    }

    func sync() {
        unsynced.removeAll()
    }

    /// What a machine that stopped now would find: one of all the things that the medium may hold.
    func crash(using generator: inout SeededGenerator) {
        let changes = unsynced
        unsynced = []
        guard !changes.isEmpty else { return }
        let now = bytes
        for change in changes.reversed() { undo(change) }
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: break
        case 1: bytes = now
        case 2, 3:
            let kept = Int.random(in: 0...changes.count, using: &generator)
            for change in changes[..<kept] { redo(change) }
            if kept < changes.count, case .write(let position, let new, _, _) = changes[kept] {
                put(Array(new[..<Int.random(in: 0...new.count, using: &generator)]), at: position)
            }
        default: mix(with: now, using: &generator)
        }
    }

    /// Each sector on its own is old or new, and so is the size or lies between.
    private func mix(with now: [UInt8], using generator: inout SeededGenerator) {
        let sizes = [bytes.count, now.count].sorted()
        let size = Bool.random(using: &generator) ? now.count : Int.random(in: sizes[0]...sizes[1], using: &generator)
        resize(to: size)
        for start in stride(from: 0, to: min(size, now.count), by: Self.sector) where Bool.random(using: &generator) {
            let end = min(start + Self.sector, size, now.count)
            bytes.replaceSubrange(start..<end, with: now[start..<end])
        }
    }

    private func undo(_ change: Change) {
        switch change {
        case .write(let position, _, let old, let oldSize):
            put(old, at: min(position, bytes.count))
            resize(to: oldSize)
        case .truncate(let size, let cut, let oldSize):
            resize(to: min(size, oldSize))
            put(cut, at: bytes.count)
            resize(to: oldSize)
        }
    }

    private func redo(_ change: Change) {
        switch change {
        case .write(let position, let new, _, _): put(new, at: position)
        case .truncate(let size, _, _): resize(to: size)
        }
    }

    private func put(_ new: [UInt8], at position: Int) {
        guard !new.isEmpty else { return }
        if position == bytes.count {
            bytes.append(contentsOf: new)
            return
        }
        if bytes.count < position + new.count { resize(to: position + new.count) }
        bytes.replaceSubrange(position..<position + new.count, with: new)
    }

    private func resize(to size: Int) {
        if size < bytes.count {
            bytes.removeLast(bytes.count - size)
        } else {
            bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
        }
    }
}
