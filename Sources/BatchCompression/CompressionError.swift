import KafkaWire

/// Why compressed records cannot be read.
package enum CompressionError: Error, Hashable, Sendable {
    /// The bytes are not of this codec, or are damaged.
    case malformed(RecordCompression, reason: String)
    case truncated(RecordCompression)
    /// Some clients would read what comes after the first stream, others not: nobody is left in doubt.
    case bytesAfterEnd(RecordCompression, count: Int)
    /// The records would take more than `limit` bytes, or more memory than that to unpack.
    case tooLarge(limit: Int)
    /// The system's library refuses to work: no memory, mostly.
    case unavailable(RecordCompression, reason: String)
}

extension CompressionError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let codec, let reason): "the \(codec) data is malformed: \(reason)"
        case .truncated(let codec): "the \(codec) data ends too early"
        case .bytesAfterEnd(let codec, let count): "\(count) bytes come after the end of the \(codec) data"
        case .tooLarge(let limit): "decompressed it would take more than \(limit) bytes"
        case .unavailable(let codec, let reason): "\(codec) cannot be used: \(reason)"
        }
    }
}
