extension ProtobufWire {
    /// A string that must be UTF-8.
    public enum Text: ProtobufWireType {
        @inlinable public static var wireType: Swift.UInt32 { 2 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> String { "" }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> String { try reader.readProtobufString() }

        @inlinable @inline(__always)
        public static func write(_ tag: Swift.UInt32, _ value: borrowing String, into writer: inout ByteWriter) {
            writer.writeProtobufString(tag, value)
        }
    }

    /// A string that may be anything, as proto2's: what is not UTF-8 is read as U+FFFD.
    public enum LooseText: ProtobufWireType {
        @inlinable public static var wireType: Swift.UInt32 { 2 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> String { "" }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> String { try reader.readProtobufStringRepairing() }

        @inlinable @inline(__always)
        public static func write(_ tag: Swift.UInt32, _ value: borrowing String, into writer: inout ByteWriter) {
            writer.writeProtobufString(tag, value)
        }
    }

    public enum Bytes: ProtobufWireType {
        @inlinable public static var wireType: Swift.UInt32 { 2 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> [UInt8] { [] }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> [UInt8] { try reader.readProtobufBytes() }

        @inlinable @inline(__always)
        public static func write(_ tag: Swift.UInt32, _ value: borrowing [UInt8], into writer: inout ByteWriter) {
            writer.writeProtobufBytes(tag, value)
        }
    }
}
