/// `google.protobuf.Int64Value` and its like: a scalar in a message of its own, so that it can be absent.
public struct ProtobufWrapper<Wire: ProtobufWrapped>: ProtobufMessage {
    public var value: Wire.Value
    public var unknownFields = UnknownFields()

    public init(_ value: Wire.Value = Wire.zero) { self.value = value }

    public static var contract: ContractIdentity { .wellKnown(Wire.wrapperName) }

    @inlinable
    public init(from reader: inout ByteReader) throws(CodecError) {
        self.init()
        try merge(from: &reader)
    }

    @inlinable
    public mutating func merge(from reader: inout ByteReader) throws(CodecError) {
        while true {
            let tag = try reader.readTag()
            if tag == 0 { return }
            if tag == 8 | Wire.wireType {
                value = try Wire.read(from: &reader)
            } else {
                guard try reader.readUnknown(tag, into: &unknownFields) else { return }
            }
        }
    }

    @inlinable
    public borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        if !Wire.isZero(value) { try Wire.write(8 | Wire.wireType, value, into: &writer) }
        unknownFields.encode(into: &writer)
    }
}

extension ProtobufWrapper: Encodable where Wire.Value: Encodable {
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension ProtobufWrapper: Decodable where Wire.Value: Decodable {
    public init(from decoder: any Decoder) throws { self.init(try Wire.Value(from: decoder)) }
}

/// A scalar that google/protobuf/wrappers.proto has a message for.
public protocol ProtobufWrapped: ProtobufWireType {
    static var wrapperName: String { get }
    static var zero: Value { get }
    /// By its bits: -0.0 is written.
    static func isZero(_ value: Value) -> Bool
}

extension ProtobufWire.Double: ProtobufWrapped {
    public static var wrapperName: Swift.String { "google.protobuf.DoubleValue" }
    public static var zero: Swift.Double { 0 }
    public static func isZero(_ value: Swift.Double) -> Swift.Bool { value.bitPattern == 0 }
}

extension ProtobufWire.Float: ProtobufWrapped {
    public static var wrapperName: Swift.String { "google.protobuf.FloatValue" }
    public static var zero: Swift.Float { 0 }
    public static func isZero(_ value: Swift.Float) -> Swift.Bool { value.bitPattern == 0 }
}

extension ProtobufWire.Int64: ProtobufWrapped {
    public static var wrapperName: Swift.String { "google.protobuf.Int64Value" }
    public static var zero: Swift.Int64 { 0 }
    public static func isZero(_ value: Swift.Int64) -> Swift.Bool { value == 0 }
}

extension ProtobufWire.UInt64: ProtobufWrapped {
    public static var wrapperName: Swift.String { "google.protobuf.UInt64Value" }
    public static var zero: Swift.UInt64 { 0 }
    public static func isZero(_ value: Swift.UInt64) -> Swift.Bool { value == 0 }
}

extension ProtobufWire.Int32: ProtobufWrapped {
    public static var wrapperName: Swift.String { "google.protobuf.Int32Value" }
    public static var zero: Swift.Int32 { 0 }
    public static func isZero(_ value: Swift.Int32) -> Swift.Bool { value == 0 }
}

extension ProtobufWire.UInt32: ProtobufWrapped {
    public static var wrapperName: Swift.String { "google.protobuf.UInt32Value" }
    public static var zero: Swift.UInt32 { 0 }
    public static func isZero(_ value: Swift.UInt32) -> Swift.Bool { value == 0 }
}

extension ProtobufWire.Bool: ProtobufWrapped {
    public static var wrapperName: Swift.String { "google.protobuf.BoolValue" }
    public static var zero: Swift.Bool { false }
    public static func isZero(_ value: Swift.Bool) -> Swift.Bool { !value }
}

extension ProtobufWire.Text: ProtobufWrapped {
    public static var wrapperName: Swift.String { "google.protobuf.StringValue" }
    public static var zero: Swift.String { "" }
    public static func isZero(_ value: Swift.String) -> Swift.Bool { value.isEmpty }
}

extension ProtobufWire.Bytes: ProtobufWrapped {
    public static var wrapperName: Swift.String { "google.protobuf.BytesValue" }
    public static var zero: [Swift.UInt8] { [] }
    public static func isZero(_ value: [Swift.UInt8]) -> Swift.Bool { value.isEmpty }
}

public typealias ProtobufDoubleValue = ProtobufWrapper<ProtobufWire.Double>
public typealias ProtobufFloatValue = ProtobufWrapper<ProtobufWire.Float>
public typealias ProtobufInt64Value = ProtobufWrapper<ProtobufWire.Int64>
public typealias ProtobufUInt64Value = ProtobufWrapper<ProtobufWire.UInt64>
public typealias ProtobufInt32Value = ProtobufWrapper<ProtobufWire.Int32>
public typealias ProtobufUInt32Value = ProtobufWrapper<ProtobufWire.UInt32>
public typealias ProtobufBoolValue = ProtobufWrapper<ProtobufWire.Bool>
public typealias ProtobufStringValue = ProtobufWrapper<ProtobufWire.Text>
public typealias ProtobufBytesValue = ProtobufWrapper<ProtobufWire.Bytes>
