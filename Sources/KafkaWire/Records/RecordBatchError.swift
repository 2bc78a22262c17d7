/// What is wrong with record batches that somebody sent, or that a file holds.
package enum RecordBatchError: Error, Hashable, Sendable {
    case noBatches
    case moreThanOneBatch
    case truncated(available: Int, needed: Int)
    case impossibleLength(Int32)
    case impossibleOffsets(base: Int64, lastDelta: Int32)
    case unsupportedMagic(Int8)
    case checksumMismatch(stored: UInt32, computed: UInt32)
    case tooLarge(bytes: Int, limit: Int)
    case unsupportedCompression(code: UInt8)
    case recordCountMismatch(declared: Int32, offsets: Int64)
    case baseOffsetNotZero(Int64)
    case controlBatchFromClient
    case logAppendTimeFromClient
    case producerFields(id: Int64, epoch: Int16, sequence: Int32, isTransactional: Bool)
    /// `record` counts from 0 within the batch.
    case malformedRecord(record: Int, problem: RecordProblem)
    /// Records without a key for a compacted topic: the first hundred of them, counted from 0 over all batches.
    case keysMissing(records: [Int])

    package enum RecordProblem: Error, Hashable, Sendable {
        case endsTooEarly
        case badVarint
        case negativeLength
        /// The length in front of the record is not what its fields take up.
        case lengthMismatch
        case offsetDelta
        case timestampDelta
        case bytesAfterLastRecord
        case tooManyHeaders
    }

    /// The protocol's error that answers it.
    package enum Kind: Hashable, Sendable {
        case corruptMessage
        case invalidRecord
        case unsupportedForMessageFormat
        case messageTooLarge
        case unsupportedCompressionType
        case invalidTimestamp
    }

    package var kind: Kind {
        switch self {
        case .truncated, .impossibleLength, .checksumMismatch: .corruptMessage
        case .unsupportedMagic: .unsupportedForMessageFormat
        case .tooLarge: .messageTooLarge
        case .unsupportedCompression: .unsupportedCompressionType
        case .logAppendTimeFromClient: .invalidTimestamp
        case .noBatches, .moreThanOneBatch, .impossibleOffsets, .recordCountMismatch, .baseOffsetNotZero,
            .controlBatchFromClient, .producerFields, .malformedRecord, .keysMissing:
            .invalidRecord
        }
    }
}

extension RecordBatchError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noBatches: "there is no record batch"
        case .moreThanOneBatch: "there is more than one record batch"
        case .truncated(let available, let needed): "a batch needs \(needed) bytes but \(available) are there"
        case .impossibleLength(let length): "a batch cannot be of length \(length)"
        case .impossibleOffsets(let base, let delta): "base offset \(base) with last offset delta \(delta) is impossible"
        case .unsupportedMagic(let magic): "message format \(magic) is not supported, only format 2"
        case .checksumMismatch(let stored, let computed):
            "the checksum is 0x\(String(computed, radix: 16)) but the batch says 0x\(String(stored, radix: 16))"
        case .tooLarge(let bytes, let limit): "a batch of \(bytes) bytes exceeds the limit of \(limit)"
        case .unsupportedCompression(let code): "compression type \(code) is not supported here"
        case .recordCountMismatch(let declared, let offsets): "\(declared) records are declared for \(offsets) offsets"
        case .baseOffsetNotZero(let offset): "the base offset must be 0 but is \(offset)"
        case .controlBatchFromClient: "clients may not write control records"
        case .logAppendTimeFromClient: "clients may not set the timestamp type LogAppendTime"
        case .producerFields(let id, let epoch, let sequence, let isTransactional):
            "producer id \(id), epoch \(epoch) and sequence \(sequence) do not fit together"
                + (isTransactional ? " in a transactional batch" : "")
        case .malformedRecord(let record, let problem): "record \(record) is malformed: \(problem)"
        case .keysMissing(let records): "\(records.count) or more records have no key, the first is record \(records.first ?? 0)"
        }
    }
}
