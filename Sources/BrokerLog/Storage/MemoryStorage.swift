import Determinism
import NIOCore
import Synchronization

/// A disk in memory, with a disk's bad manners on demand: it fills up, reports errors, and forgets at a crash
/// what was not synced, in any order and in the middle of a write. For tests and for the simulation.
package final class MemoryStorage: Storage {
    package enum Operation: Hashable, Sendable {
        case create, read, write, truncate, sync, remove, rename, list, createDirectory, syncDirectory
    }

    /// Says which calls fail, and how. Called with the path; must not call the storage.
    package typealias Fault = @Sendable (Operation, String) -> StorageError.Cause?

    let state = Mutex(MemoryDisk())

    package init() {}

    /// From now on; nil for none.
    package func setFault(_ fault: Fault?) {
        state.withLock { $0.fault = fault }
    }

    /// How many bytes all files together may hold; nil for no limit. A write that does not fit is done in part.
    package func setCapacity(_ bytes: Int?) {
        state.withLock { $0.capacity = bytes }
    }

    /// The machine stops and starts again: of all that was not synced, chance decides what is left. Handles and
    /// logs from before must not be used any more.
    package func crash(using generator: inout SeededGenerator) {
        state.withLock { $0.crash(using: &generator) }
    }

    /// As the process sees them, synced or not; nil if there is no such file.
    package func bytes(ofFileAt path: String) -> [UInt8]? {
        state.withLock { $0.inode(at: path)?.bytes }
    }

    /// Puts bytes in place, synced, as another hand might.
    package func place(_ bytes: [UInt8], at path: String) {
        state.withLock { $0.place(bytes, at: path) }
    }

    package var paths: [String] {
        state.withLock { $0.names.keys.sorted() }
    }

    package func file(at path: String) -> any StorageFile {
        MemoryFile(storage: self, path: path)
    }

    package func listDirectory(_ path: String) throws(StorageError) -> [DirectoryEntry]? {
        try state.withLock { disk throws(StorageError) in try disk.list(path) }
    }

    package func createDirectory(_ path: String) throws(StorageError) {
        try state.withLock { disk throws(StorageError) in try disk.createDirectory(path) }
    }

    package func removeDirectory(_ path: String) throws(StorageError) {
        try state.withLock { disk throws(StorageError) in try disk.removeDirectory(path) }
    }

    package func rename(_ source: String, to target: String) throws(StorageError) {
        try state.withLock { disk throws(StorageError) in try disk.rename(source, to: target) }
    }

    package func syncDirectory(_ path: String) throws(StorageError) {
        try state.withLock { disk throws(StorageError) in try disk.syncDirectory(path) }
    }
}

final class MemoryFile: StorageFile {
    let path: String
    private let storage: MemoryStorage
    private let isRemoved = Atomic(false)

    init(storage: MemoryStorage, path: String) {
        self.storage = storage
        self.path = path
    }

    func create() throws(StorageError) {
        try storage.state.withLock { disk throws(StorageError) in try disk.create(path) }
    }

    func size() throws(StorageError) -> Int64 {
        try storage.state.withLock { disk throws(StorageError) in
            Int64(try disk.existing(path, for: .read).bytes.count)
        }
    }

    func write(_ first: ByteBuffer, then second: ByteBuffer?, at position: Int64) throws(StorageError) {
        try storage.state.withLock { disk throws(StorageError) in
            var bytes = Array(first.readableBytesView)
            if let second { bytes += second.readableBytesView }
            try disk.write(bytes, to: path, at: Int(position))
        }
    }

    func read(_ count: Int, at position: Int64, into buffer: inout ByteBuffer) throws(StorageError) -> Int {
        try storage.state.withLock { disk throws(StorageError) in
            let bytes = try disk.existing(path, for: .read).bytes
            guard position < bytes.count, count > 0 else { return 0 }
            let end = min(bytes.count, Int(position) + count)
            return bytes.withUnsafeBytes { buffer.writeBytes(UnsafeRawBufferPointer(rebasing: $0[Int(position)..<end])) }
        }
    }

    func truncate(to size: Int64) throws(StorageError) {
        try storage.state.withLock { disk throws(StorageError) in try disk.truncate(path, to: Int(size)) }
    }

    func sync() throws(StorageError) {
        guard !isRemoved.load(ordering: .acquiring) else { return }
        try storage.state.withLock { disk throws(StorageError) in try disk.sync(path) }
    }

    func remove() throws(StorageError) {
        try storage.state.withLock { disk throws(StorageError) in try disk.remove(path) }
        isRemoved.store(true, ordering: .releasing)
    }

    func close() {}
}
