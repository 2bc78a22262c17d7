import CChecksum
import NIOCore

/// Whole batches of format 2 whose headers and checksums were found right: what a log takes.
package struct CheckedRecords: Sendable {
    /// From the reader index on, batch after batch and nothing else.
    package let bytes: ByteBuffer
    /// One for each batch, as sent: the broker's offsets are not in them yet. Only a maximum timestamp that is
    /// not what the records say is set right here, and in the bytes when the broker rewrites them.
    package let headers: [RecordBatchHeader]

    package var recordCount: Int { headers.reduce(0) { $0 + Int($1.recordCount) } }
    package var sizeInBytes: Int { bytes.readableBytes }

    fileprivate init(bytes: ByteBuffer, headers: [RecordBatchHeader]) {
        self.bytes = bytes
        self.headers = headers
    }
}

/// What is asked of batches beyond being whole.
package struct RecordBatchRules: Hashable, Sendable {
    /// Who wrote them. Clients' batches begin at offset 0, hold no control records and have a record for each offset.
    package enum Origin: Hashable, Sendable {
        case client
        case broker
    }

    package var origin: Origin
    /// The topic's `max.message.bytes`: of one batch, its header included.
    package var maximumBatchBytes: Int
    /// Produce 3 and later carry exactly one.
    package var allowsManyBatches: Bool
    /// Produce before 7 has no zstd.
    package var allowsZstandard: Bool
    /// Walk through the records of uncompressed batches, so that a consumer never gets what it cannot read.
    package var walksRecords: Bool
    /// Compacted topics need them. Seen in uncompressed batches, and only if the records are walked.
    package var requiresKeys: Bool

    package init(
        origin: Origin = .client,
        maximumBatchBytes: Int = Int(Int32.max),
        allowsManyBatches: Bool = true,
        allowsZstandard: Bool = true,
        walksRecords: Bool = true,
        requiresKeys: Bool = false
    ) {
        self.origin = origin
        self.maximumBatchBytes = maximumBatchBytes
        self.allowsManyBatches = allowsManyBatches
        self.allowsZstandard = allowsZstandard
        self.walksRecords = walksRecords
        self.requiresKeys = requiresKeys
    }
}

/// Checks the `records` field of a Produce request, or what the broker built itself.
///
/// Nothing is copied. The first fault found is thrown; `RecordBatchError.kind` names the protocol's answer.
package func checkRecords(_ bytes: ByteBuffer, rules: RecordBatchRules) throws(RecordBatchError) -> CheckedRecords {
    let checked = bytes.withUnsafeReadableBytes { raw in
        Result { () throws(RecordBatchError) -> [RecordBatchHeader] in
            var headers: [RecordBatchHeader] = []
            var recordsBefore = 0
            var keyless: [Int] = []
            var position = 0
            while position < raw.count {
                let rest = UnsafeRawBufferPointer(rebasing: raw[position...])
                var header = try RecordBatchHeader.read(rest).get()
                guard headers.isEmpty || rules.allowsManyBatches else { throw .moreThanOneBatch }
                guard header.sizeInBytes <= rules.maximumBatchBytes else {
                    throw .tooLarge(bytes: header.sizeInBytes, limit: rules.maximumBatchBytes)
                }
                guard header.sizeInBytes <= rest.count else {
                    throw .truncated(available: rest.count, needed: header.sizeInBytes)
                }
                let batch = UnsafeRawBufferPointer(rebasing: rest[..<header.sizeInBytes])
                try checkChecksum(of: batch, header: header)
                try checkHeader(header, rules: rules)
                if rules.walksRecords, header.attributes.compressionCode == 0 {
                    let records = UnsafeRawBufferPointer(rebasing: batch[RecordBatchHeader.size...])
                    header.maxTimestamp = try walkRecords(records, of: header) { index, record in
                        if rules.requiresKeys, !record.hasKey, keyless.count < 100 {
                            keyless.append(recordsBefore + index)
                        }
                    }
                }
                headers.append(header)
                recordsBefore += Int(header.recordCount)
                position += header.sizeInBytes
            }
            guard !headers.isEmpty else { throw .noBatches }
            guard keyless.isEmpty else { throw .keysMissing(records: keyless) }
            return headers
        }
    }
    return CheckedRecords(bytes: bytes, headers: try checked.get())
}

/// Compares the checksum over everything after it with the one that the header holds.
package func checkChecksum(of batch: UnsafeRawBufferPointer, header: RecordBatchHeader) throws(RecordBatchError) {
    let computed = heddle_crc32c(
        batch.baseAddress.map { $0 + RecordBatchHeader.checksumStart }, batch.count - RecordBatchHeader.checksumStart
    )
    guard computed == header.crc else { throw .checksumMismatch(stored: header.crc, computed: computed) }
}

private func checkHeader(_ header: RecordBatchHeader, rules: RecordBatchRules) throws(RecordBatchError) {
    let attributes = header.attributes
    guard let compression = attributes.compression, compression != .zstd || rules.allowsZstandard else {
        throw .unsupportedCompression(code: attributes.compressionCode)
    }
    guard rules.origin == .client else { return }
    guard header.baseOffset == 0 else { throw .baseOffsetNotZero(header.baseOffset) }
    guard !attributes.isControl else { throw .controlBatchFromClient }
    guard attributes.timestampType == .createTime else { throw .logAppendTimeFromClient }
    guard header.recordCount > 0, header.recordCount - 1 == header.lastOffsetDelta else {
        throw .recordCountMismatch(declared: header.recordCount, offsets: Int64(header.lastOffsetDelta) + 1)
    }
    let fits =
        header.hasProducerID
        ? header.producerEpoch >= 0 && header.baseSequence >= 0
        : !attributes.isTransactional
    guard fits else {
        throw .producerFields(
            id: header.producerID, epoch: header.producerEpoch, sequence: header.baseSequence,
            isTransactional: attributes.isTransactional
        )
    }
}
