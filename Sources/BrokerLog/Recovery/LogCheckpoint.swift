import NIOCore

/// What a log remembers of itself across restarts. It is never wrong, only old: everything below the
/// recovery point was on the medium, and found right, when it was written. A log that was closed in order
/// has its end for recovery point, so that nothing is left to check when it is opened.
struct LogCheckpoint: Hashable, Sendable {
    var logStartOffset: Int64
    var recoveryOffset: Int64
    /// The same as a place: a segment, and how many of its bytes need no check.
    var recoverySegment: Int64
    var recoveryPosition: Int64

    static let fileName = "checkpoint"
    private static let version: UInt8 = 1

    var bytes: ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(Self.version)
        buffer.writeMultipleIntegers(logStartOffset, recoveryOffset, recoverySegment, recoveryPosition)
        return buffer
    }

    init(logStartOffset: Int64, recoveryOffset: Int64, recoverySegment: Int64, recoveryPosition: Int64) {
        self.logStartOffset = logStartOffset
        self.recoveryOffset = recoveryOffset
        self.recoverySegment = recoverySegment
        self.recoveryPosition = recoveryPosition
    }

    /// nil for a version that we do not know: the log is then checked from its start.
    init?(_ bytes: ByteBuffer) {
        var bytes = bytes
        guard bytes.readInteger(as: UInt8.self) == Self.version,
            let fields = bytes.readMultipleIntegers(as: (Int64, Int64, Int64, Int64).self),
            fields.0 >= 0, fields.1 >= fields.2, fields.2 >= 0, fields.3 >= 0
        else { return nil }
        (logStartOffset, recoveryOffset, recoverySegment, recoveryPosition) = fields
    }
}
