#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ProtobufWire {
    /// `google.protobuf.Timestamp` as a `Date` (`dates: foundation`), to the microsecond, which is what a `Date` of our time can tell apart:
    /// milliseconds and microseconds come back as they were. Fields that a timestamp does not have are dropped.
    public enum FoundationDate: ProtobufWireType {
        public static var wireType: Swift.UInt32 { 2 }
        public static var leastSize: Int { 1 }
        public static func missing() -> Date { Date(timeIntervalSince1970: 0) }

        public static func read(from reader: inout ByteReader) throws(CodecError) -> Date {
            try Message<ProtobufTimestamp>.read(from: &reader).date
        }

        public static func merge(into value: inout Date?, from reader: inout ByteReader) throws(CodecError) {
            var timestamp = value.map { rounded($0) }
            try Message<ProtobufTimestamp>.merge(into: &timestamp, from: &reader)
            value = timestamp?.date
        }

        public static func write(_ tag: Swift.UInt32, _ value: borrowing Date, into writer: inout ByteWriter) throws(CodecError) {
            try Message<ProtobufTimestamp>.write(tag, rounded(copy value), into: &writer)
        }

        static func rounded(_ date: Date) -> ProtobufTimestamp {
            var timestamp = ProtobufTimestamp(date)
            timestamp.nanos = (timestamp.nanos + 500) / 1_000 * 1_000
            if timestamp.nanos == 1_000_000_000 {
                let (next, overflow) = timestamp.seconds.addingReportingOverflow(1)
                timestamp.seconds = overflow ? timestamp.seconds : next
                timestamp.nanos = overflow ? 999_999_999 : 0
            }
            return timestamp
        }
    }
}
