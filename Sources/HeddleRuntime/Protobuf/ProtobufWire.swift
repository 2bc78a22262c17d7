/// How values of one Protobuf type lie on the wire: what repeated fields and maps are read and written with.
public protocol ProtobufWireType: Sendable {
    associatedtype Value: Hashable & Sendable

    /// 0 varint, 1 eight bytes, 2 with its length, 5 four bytes.
    static var wireType: UInt32 { get }
    /// Bytes that a value takes at the least.
    static var leastSize: Int { get }
    /// Of a map's entry that does not have it.
    static func missing() throws(CodecError) -> Value
    static func read(from reader: inout ByteReader) throws(CodecError) -> Value
    /// What stands there already gives way, or is merged with.
    static func merge(into value: inout Value?, from reader: inout ByteReader) throws(CodecError)
    /// The same, but false of a number that a closed enum does not list.
    static func mergeListed(into value: inout Value?, from reader: inout ByteReader) throws(CodecError) -> Bool
    /// With its tag.
    static func write(_ tag: UInt32, _ value: borrowing Value, into writer: inout ByteWriter) throws(CodecError)
}

extension ProtobufWireType {
    @inlinable @inline(__always)
    public static func merge(into value: inout Value?, from reader: inout ByteReader) throws(CodecError) { value = try read(from: &reader) }

    @inlinable @inline(__always)
    public static func mergeListed(into value: inout Value?, from reader: inout ByteReader) throws(CodecError) -> Bool {
        try merge(into: &value, from: &reader)
        return true
    }
}

/// Those whose values can stand one after the other in one field.
public protocol ProtobufPackable: ProtobufWireType {
    static func write(_ value: Value, into writer: inout ByteWriter)
}

extension ProtobufPackable {
    @inlinable @inline(__always)
    public static func write(_ tag: UInt32, _ value: borrowing Value, into writer: inout ByteWriter) {
        writer.writeTag(tag)
        write(copy value, into: &writer)
    }
}

/// The types of the language, named as it names them.
public enum ProtobufWire {}
