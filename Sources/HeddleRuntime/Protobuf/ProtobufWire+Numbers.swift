extension ProtobufWire {
    public enum Int32: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 0 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> Swift.Int32 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.Int32 {
            Swift.Int32(truncatingIfNeeded: try reader.readVarint())
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.Int32, into writer: inout ByteWriter) {
            writer.writeVarint(Swift.UInt64(bitPattern: Swift.Int64(value)))
        }
    }

    public enum Int64: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 0 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> Swift.Int64 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.Int64 {
            Swift.Int64(bitPattern: try reader.readVarint())
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.Int64, into writer: inout ByteWriter) {
            writer.writeVarint(Swift.UInt64(bitPattern: value))
        }
    }

    public enum UInt32: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 0 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> Swift.UInt32 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.UInt32 {
            Swift.UInt32(truncatingIfNeeded: try reader.readVarint())
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.UInt32, into writer: inout ByteWriter) {
            writer.writeVarint(Swift.UInt64(value))
        }
    }

    public enum UInt64: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 0 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> Swift.UInt64 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.UInt64 {
            try reader.readVarint()
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.UInt64, into writer: inout ByteWriter) {
            writer.writeVarint(value)
        }
    }

    public enum SInt32: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 0 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> Swift.Int32 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.Int32 {
            unzigzag(Swift.UInt32(truncatingIfNeeded: try reader.readVarint()))
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.Int32, into writer: inout ByteWriter) {
            writer.writeVarint(Swift.UInt64(Swift.UInt32(bitPattern: value &<< 1 ^ value &>> 31)))
        }
    }

    public enum SInt64: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 0 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> Swift.Int64 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.Int64 {
            unzigzag(try reader.readVarint())
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.Int64, into writer: inout ByteWriter) {
            writer.writeVarint(Swift.UInt64(bitPattern: value &<< 1 ^ value &>> 63))
        }
    }

    public enum Bool: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 0 }
        @inlinable public static var leastSize: Int { 1 }
        @inlinable public static func missing() -> Swift.Bool { false }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.Bool {
            try reader.readVarint() != 0
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.Bool, into writer: inout ByteWriter) {
            writer.writeVarint(value ? 1 : 0)
        }
    }

    public enum Fixed32: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 5 }
        @inlinable public static var leastSize: Int { 4 }
        @inlinable public static func missing() -> Swift.UInt32 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.UInt32 {
            try reader.readFixed32()
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.UInt32, into writer: inout ByteWriter) {
            writer.writeFixed32(value)
        }
    }

    public enum SFixed32: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 5 }
        @inlinable public static var leastSize: Int { 4 }
        @inlinable public static func missing() -> Swift.Int32 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.Int32 {
            Swift.Int32(bitPattern: try reader.readFixed32())
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.Int32, into writer: inout ByteWriter) {
            writer.writeFixed32(Swift.UInt32(bitPattern: value))
        }
    }

    public enum Float: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 5 }
        @inlinable public static var leastSize: Int { 4 }
        @inlinable public static func missing() -> Swift.Float { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.Float {
            Swift.Float(bitPattern: try reader.readFixed32())
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.Float, into writer: inout ByteWriter) {
            writer.writeFixed32(value.bitPattern)
        }
    }

    public enum Fixed64: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 1 }
        @inlinable public static var leastSize: Int { 8 }
        @inlinable public static func missing() -> Swift.UInt64 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.UInt64 {
            try reader.readFixed64()
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.UInt64, into writer: inout ByteWriter) {
            writer.writeFixed64(value)
        }
    }

    public enum SFixed64: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 1 }
        @inlinable public static var leastSize: Int { 8 }
        @inlinable public static func missing() -> Swift.Int64 { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.Int64 {
            Swift.Int64(bitPattern: try reader.readFixed64())
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.Int64, into writer: inout ByteWriter) {
            writer.writeFixed64(Swift.UInt64(bitPattern: value))
        }
    }

    public enum Double: ProtobufPackable {
        @inlinable public static var wireType: Swift.UInt32 { 1 }
        @inlinable public static var leastSize: Int { 8 }
        @inlinable public static func missing() -> Swift.Double { 0 }

        @inlinable @inline(__always)
        public static func read(from reader: inout ByteReader) throws(CodecError) -> Swift.Double {
            Swift.Double(bitPattern: try reader.readFixed64())
        }

        @inlinable @inline(__always)
        public static func write(_ value: Swift.Double, into writer: inout ByteWriter) {
            writer.writeFixed64(value.bitPattern)
        }
    }

    @inlinable @inline(__always)
    static func unzigzag(_ value: Swift.UInt32) -> Swift.Int32 { Swift.Int32(bitPattern: value &>> 1) ^ -Swift.Int32(bitPattern: value & 1) }

    @inlinable @inline(__always)
    static func unzigzag(_ value: Swift.UInt64) -> Swift.Int64 { Swift.Int64(bitPattern: value &>> 1) ^ -Swift.Int64(bitPattern: value & 1) }
}
