import RegistryService
import Synchronization

/// A log in memory that does as it is told.
final class MemorySchemaLog: SchemaLog {
    private struct State {
        var records: [SchemaLogRecord] = []
        var next: Int64 = 0
        var failures: [SchemaLogError] = []
        var readFailure: SchemaLogError?
        var appends = 0
        var isClosed = false
        var isHeld = false
        var held: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.records.count } }
    var appends: Int { state.withLock { $0.appends } }
    var isClosed: Bool { state.withLock { $0.isClosed } }
    var heldCount: Int { state.withLock { $0.held.count } }

    func read(from offset: Int64?) async throws(SchemaLogError) -> (records: [SchemaLogRecord], next: Int64) {
        let answer: Result<([SchemaLogRecord], Int64), SchemaLogError> = state.withLock { state in
            if let failure = state.readFailure { return .failure(failure) }
            if let offset, offset > state.next { return .failure(.isAnother) }
            return .success((state.records.filter { $0.offset >= offset ?? 0 }, state.next))
        }
        return try answer.get()
    }

    func append(_ records: [(key: [UInt8], value: [UInt8]?)]) async throws(SchemaLogError) -> Int64 {
        if state.withLock({ $0.isHeld }) {
            await withCheckedContinuation { continuation in state.withLock { $0.held.append(continuation) } }
        }
        let answer: Result<Int64, SchemaLogError> = state.withLock { state in
            state.appends += 1
            if !state.failures.isEmpty { return .failure(state.failures.removeFirst()) }
            for record in records {
                state.records.append(SchemaLogRecord(offset: state.next, key: record.key, value: record.value))
                state.next += 1
            }
            return .success(state.next)
        }
        return try answer.get()
    }

    func close() async { state.withLock { $0.isClosed = true } }

    // MARK: What tests do

    /// As another writer would.
    func write(_ key: String, _ value: String?) {
        state.withLock { state in
            state.records.append(SchemaLogRecord(offset: state.next, key: Array(key.utf8), value: value.map { Array($0.utf8) }))
            state.next += 1
        }
    }

    func fail(next failures: SchemaLogError...) { state.withLock { $0.failures = failures } }

    func fail(reading failure: SchemaLogError?) { state.withLock { $0.readFailure = failure } }

    /// The topic is deleted and made anew.
    func empty() {
        state.withLock { state in
            state.records = []
            state.next = 0
        }
    }

    /// What is appended from now on waits.
    func hold() { state.withLock { $0.isHeld = true } }

    func release() {
        let held = state.withLock { state in
            state.isHeld = false
            defer { state.held = [] }
            return state.held
        }
        for continuation in held { continuation.resume() }
    }
}
