import BrokerLog
import NIOCore
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file whose descriptor comes and goes (`DescriptorPool`). Any number of threads may use it at once.
final class PooledFile: StorageFile {
    let path: String
    private let systemPath: String
    private let pool: DescriptorPool
    private let state = Mutex(State())

    private struct State {
        var descriptor: Int32 = -1
        /// How many calls are using the descriptor now; it is not closed meanwhile.
        var users = 0
        var wasUsed = false
        var closesWhenUnused = false
        var isRemoved = false

        mutating func takeDescriptor() -> Int32 {
            defer { descriptor = -1 }
            closesWhenUnused = false
            return descriptor
        }
    }

    init(path: String, systemPath: String, pool: DescriptorPool) {
        self.path = path
        self.systemPath = systemPath
        self.pool = pool
    }

    deinit {
        close()
    }

    func create() throws(StorageError) {
        close()
        try use(flags: O_CREAT | O_TRUNC) { _ throws(StorageError) in }
    }

    func remove() throws(StorageError) {
        _ = try systemCall("unlink", path) { unlink(systemPath) }
        state.withLock { $0.isRemoved = true }
        close()
    }

    func close() {
        let descriptor = state.withLock { state -> Int32 in
            state.closesWhenUnused = state.users > 0
            return state.users > 0 ? -1 : state.takeDescriptor()
        }
        closeDescriptor(descriptor)
    }

    var isRemoved: Bool { state.withLock { $0.isRemoved } }

    /// Gives the descriptor up unless it is, or was just, in use; true if the file has none now.
    func yieldDescriptor() -> Bool {
        let descriptor = state.withLock { state -> Int32? in
            if state.descriptor < 0 { return -1 }
            if state.users > 0 || state.wasUsed {
                state.wasUsed = false
                return nil
            }
            return state.takeDescriptor()
        }
        guard let descriptor else { return false }
        closeDescriptor(descriptor)
        return true
    }

    /// Runs calls on the descriptor, which stays open as long.
    func use<Value>(
        flags: Int32 = 0, _ body: (Int32) throws(StorageError) -> Value
    ) throws(StorageError) -> Value {
        let open = state.withLock { state -> Int32 in
            guard state.descriptor >= 0 else { return -1 }
            state.users += 1
            state.wasUsed = true
            return state.descriptor
        }
        let descriptor = open >= 0 ? open : try openDescriptor(flags: flags)
        defer { release() }
        return try body(descriptor)
    }

    private func openDescriptor(flags: Int32) throws(StorageError) -> Int32 {
        let fresh: Int32
        do {
            fresh = try openFile(systemPath, flags: flags, named: path)
        } catch where error.cause == .tooManyOpenFiles {
            pool.makeRoom()
            fresh = try openFile(systemPath, flags: flags, named: path)
        }
        let (descriptor, surplus) = state.withLock { state -> (Int32, Int32) in
            state.users += 1
            state.wasUsed = true
            // Another thread may have opened it as well.
            if state.descriptor >= 0 { return (state.descriptor, fresh) }
            state.descriptor = fresh
            return (fresh, -1)
        }
        if surplus >= 0 {
            closeFile(surplus)
        } else {
            pool.opened(self)
        }
        return descriptor
    }

    private func release() {
        let descriptor = state.withLock { state -> Int32 in
            state.users -= 1
            return state.users == 0 && state.closesWhenUnused ? state.takeDescriptor() : -1
        }
        closeDescriptor(descriptor)
    }

    private func closeDescriptor(_ descriptor: Int32) {
        guard descriptor >= 0 else { return }
        closeFile(descriptor)
        pool.closed()
    }
}
