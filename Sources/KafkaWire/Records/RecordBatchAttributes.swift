/// The attributes of a record batch of format 2: bits 0-2 compression, 3 timestamp type, 4 transactional,
/// 5 control, 6 delete horizon (KIP-534: the base timestamp is then when tombstones may go).
package struct RecordBatchAttributes: RawRepresentable, Hashable, Sendable {
    package var rawValue: Int16

    package init(rawValue: Int16) {
        self.rawValue = rawValue
    }

    /// 0 none, 1 gzip, 2 snappy, 3 lz4, 4 zstd; 5 to 7 mean nothing.
    package var compressionCode: UInt8 { UInt8(rawValue & 0x07) }
    package var compression: RecordCompression? { RecordCompression(rawValue: compressionCode) }

    package var timestampType: RecordTimestampType {
        get { self[0x08] ? .logAppendTime : .createTime }
        set { self[0x08] = newValue == .logAppendTime }
    }
    package var isTransactional: Bool {
        get { self[0x10] }
        set { self[0x10] = newValue }
    }
    package var isControl: Bool {
        get { self[0x20] }
        set { self[0x20] = newValue }
    }
    package var hasDeleteHorizon: Bool {
        get { self[0x40] }
        set { self[0x40] = newValue }
    }

    private subscript(bit: Int16) -> Bool {
        get { rawValue & bit != 0 }
        set { rawValue = newValue ? rawValue | bit : rawValue & ~bit }
    }
}

/// How the records of a batch are compressed, by the code that the format gives it.
package enum RecordCompression: UInt8, Hashable, Sendable, CaseIterable {
    case none = 0
    case gzip = 1
    case snappy = 2
    case lz4 = 3
    case zstd = 4
}

/// Whose clock a record's timestamp is: the producer's, or the broker's when it appended the batch.
package enum RecordTimestampType: UInt8, Hashable, Sendable {
    case createTime = 0
    case logAppendTime = 1
}
