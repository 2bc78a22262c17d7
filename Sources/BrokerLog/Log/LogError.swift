import KafkaWire

/// Why a log could not do what was asked.
package enum LogError: Error, Hashable, Sendable {
    case offsetOutOfRange(requested: Int64, start: Int64, end: Int64)
    /// The disk refused; the log is as it was before the call.
    case storage(StorageError)
    /// What lies on the disk is not what was written there.
    case corrupt(path: String, position: Int64, RecordBatchError)
    /// An earlier failure left it unknown what the disk holds: nothing is appended until the log is opened anew.
    case offline(reason: String)
}

extension LogError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .offsetOutOfRange(let requested, let start, let end):
            "offset \(requested) is outside of the log, which holds \(start) up to \(end)"
        case .storage(let error): error.description
        case .corrupt(let path, let position, let error): "\(path) is corrupt at byte \(position): \(error)"
        case .offline(let reason): "the log is offline: \(reason)"
        }
    }
}

/// Runs what the disk may refuse, its refusal becoming the log's.
@inline(__always)
func storing<Value>(_ body: () throws(StorageError) -> Value) throws(LogError) -> Value {
    do {
        return try body()
    } catch {
        throw .storage(error)
    }
}
