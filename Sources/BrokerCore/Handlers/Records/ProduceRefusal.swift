import BatchCompression
import KafkaWire

/// Why the records of one partition are not taken.
struct ProduceRefusal: Error {
    var code: ErrorCode
    var message: String?
    /// The records that are to blame.
    var records: [BadRecord] = []

    init(_ code: ErrorCode, _ message: String? = nil, records: [BadRecord] = []) {
        self.code = code
        self.message = message
        self.records = records
    }

    init(_ error: RecordBatchError) {
        code = switch error.kind {
        case .corruptMessage: .corruptMessage
        case .invalidRecord: .invalidRecord
        case .unsupportedForMessageFormat: .unsupportedForMessageFormat
        case .messageTooLarge: .messageTooLarge
        case .unsupportedCompressionType: .unsupportedCompressionType
        case .invalidTimestamp: .invalidTimestamp
        }
        let text = "\(error)"
        message = text
        switch error {
        case .keysMissing(let missing):
            let text = "Compacted topic cannot accept message without key."
            records = missing.map { BadRecord(index: $0, message: text) }
            message = text
        case .malformedRecord(let record, _): records = [BadRecord(index: record, message: text)]
        default: break
        }
    }

    /// The checksum held: what cannot be unpacked was sent so, and would be sent so again.
    init(_ error: CompressionError) {
        code = switch error {
        case .tooLarge: .messageTooLarge
        case .unavailable: .unknownServerError
        case .malformed, .truncated, .bytesAfterEnd: .invalidRecord
        }
        message = "The batch cannot be decompressed: \(error)."
    }
}
