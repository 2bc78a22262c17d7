/// Bytes of the Protobuf wire format. Source: https://protobuf.dev/programming-guides/encoding
struct ProtobufWriter {
    private(set) var bytes: [UInt8] = []

    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func tag(_ number: Int32, wireType: UInt8) { varint(UInt64(UInt32(bitPattern: number)) << 3 | UInt64(wireType)) }

    /// A field of int32, int64 or an enum: negative numbers take ten bytes.
    mutating func integer(_ number: Int32, _ value: Int64) {
        tag(number, wireType: 0)
        varint(UInt64(bitPattern: value))
    }

    mutating func bool(_ number: Int32, _ value: Bool) { integer(number, value ? 1 : 0) }

    mutating func string(_ number: Int32, _ value: String) {
        tag(number, wireType: 2)
        varint(UInt64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    mutating func data(_ number: Int32, _ value: [UInt8]) {
        tag(number, wireType: 2)
        varint(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// A message of which the closure writes the inside.
    mutating func message(_ number: Int32, _ write: (inout ProtobufWriter) -> Void) {
        var inner = ProtobufWriter()
        write(&inner)
        data(number, inner.bytes)
    }

    mutating func raw(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    mutating func little<Value: FixedWidthInteger>(_ value: Value) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

extension ProtobufSchema {
    /// The wire form of a value: fields in the order of their numbers, as protoc writes them.
    package func encode(_ message: ProtobufMessageValue) -> [UInt8] { encode(message, isPacking: true) }

    /// Values of options, which protoc never packs, as it writes each `option` statement for itself.
    func encodeOptions(_ message: ProtobufMessageValue) -> [UInt8] { encode(message, isPacking: false) }

    private func encode(_ message: ProtobufMessageValue, isPacking: Bool) -> [UInt8] {
        var writer = ProtobufWriter()
        for value in message.fields.sorted(by: { $0.number < $1.number }) { encode(value, isPacking: isPacking, into: &writer) }
        return writer.bytes
    }

    private func encode(_ value: ProtobufMessageValue.Field, isPacking: Bool, into writer: inout ProtobufWriter) {
        let field = self[value.id]
        if self[field.message].isMessageSet {
            for case .message(let inner) in value.values {
                // group Item = 1 { type_id = 2, message = 3 }
                writer.tag(1, wireType: 3)
                writer.integer(2, Int64(field.number))
                writer.data(3, encode(inner))
                writer.tag(1, wireType: 4)
            }
        } else if field.isPacked, isPacking, !value.values.isEmpty {
            var inner = ProtobufWriter()
            for element in value.values { encode(element, of: field, into: &inner) }
            writer.data(field.number, inner.bytes)
        } else {
            for element in value.values {
                switch element {
                case .message(let inner) where field.isDelimited:
                    writer.tag(field.number, wireType: 3)
                    writer.raw(encode(inner))
                    writer.tag(field.number, wireType: 4)
                case .message(let inner): writer.data(field.number, encode(inner))
                case .string(let bytes), .bytes(let bytes): writer.data(field.number, bytes)
                default:
                    writer.tag(field.number, wireType: field.wireType)
                    encode(element, of: field, into: &writer)
                }
            }
        }
    }

    private func encode(_ value: ProtobufValue, of field: ProtobufField, into writer: inout ProtobufWriter) {
        switch value {
        case .bool(let value): writer.varint(value ? 1 : 0)
        case .enumeration(let value): writer.varint(UInt64(bitPattern: Int64(value)))
        case .float(let value): writer.little(value.bitPattern)
        case .double(let value): writer.little(value.bitPattern)
        case .signed(let value):
            switch field.type {
            case .scalar(.sint32), .scalar(.sint64): writer.varint(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
            case .scalar(.sfixed32): writer.little(Int32(truncatingIfNeeded: value))
            case .scalar(.sfixed64): writer.little(value)
            default: writer.varint(UInt64(bitPattern: value))
            }
        case .unsigned(let value):
            switch field.type {
            case .scalar(.fixed32): writer.little(UInt32(truncatingIfNeeded: value))
            case .scalar(.fixed64): writer.little(value)
            default: writer.varint(value)
            }
        case .string, .bytes, .message: break
        }
    }
}

extension ProtobufField {
    /// Of one value that is not packed; of a message, that of a length.
    package var wireType: UInt8 {
        switch type {
        case .scalar(let scalar): scalar.wireType
        case .enumeration: 0
        case .message: isDelimited ? 3 : 2
        case .unresolved: 2
        }
    }
}
