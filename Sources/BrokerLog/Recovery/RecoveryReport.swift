import KafkaWire

/// What opening a log found and did: for the broker's own log, and for tests.
package struct RecoveryReport: Hashable, Sendable {
    /// How many bytes had to be gone through; 0 after a shutdown in order.
    package var checkedBytes: Int64 = 0
    package var cut: Cut?
    /// The medium lost what it had confirmed: records before this offset were safe and are gone.
    package var lostBelow: Int64?
    /// The remembered start and recovery point could not be read, so everything was gone through.
    package var checkpointWasMissing = false

    package init() {}

    /// The log ended in something that is no batch in sequence, which is usual after a crash in mid-write.
    package struct Cut: Hashable, Sendable {
        package var path: String
        package var position: Int64
        /// Over all segments.
        package var bytes: Int64
        package var fault: RecordBatchError?
    }
}
