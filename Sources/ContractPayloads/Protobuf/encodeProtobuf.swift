import ContractModel

/// Writes a message in the wire format: fields by number, packed where the contract has it so.
package func encodeProtobuf(_ datum: ProtobufDatum, in schema: ProtobufSchema) -> [UInt8] {
    var writer = ProtobufBytesWriter()
    writer.write(datum, schema)
    return writer.bytes
}

struct ProtobufBytesWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ datum: ProtobufDatum, _ schema: ProtobufSchema) {
        for entry in datum.fields {
            let field = schema[entry.id]
            if field.isPacked, field.isRepeated {
                if entry.values.isEmpty { continue }
                var inner = ProtobufBytesWriter()
                for value in entry.values { inner.write(value, field, schema) }
                tag(field.number, 2)
                data(inner.bytes)
                continue
            }
            for value in entry.values {
                tag(field.number, field.wireType)
                write(value, field, schema)
                if field.isDelimited { tag(field.number, 4) }
            }
        }
    }

    private mutating func write(_ value: ProtobufDatumValue, _ field: ProtobufField, _ schema: ProtobufSchema) {
        switch value {
        case .bool(let value): varint(value ? 1 : 0)
        case .signed(let value):
            switch field.type {
            case .scalar(.sint32), .scalar(.sint64): varint(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
            case .scalar(.sfixed32): littleEndian(Int32(truncatingIfNeeded: value))
            case .scalar(.sfixed64): littleEndian(value)
            default: varint(UInt64(bitPattern: value))
            }
        case .unsigned(let value):
            switch field.type {
            case .scalar(.fixed32): littleEndian(UInt32(truncatingIfNeeded: value))
            case .scalar(.fixed64): littleEndian(value)
            default: varint(value)
            }
        case .float(let value): littleEndian(value.bitPattern)
        case .double(let value): littleEndian(value.bitPattern)
        case .string(let text): data(Array(text.utf8))
        case .bytes(let bytes): data(bytes)
        case .enumeration(let number): varint(UInt64(bitPattern: Int64(number)))
        case .message(let inner):
            if field.isDelimited { return write(inner, schema) }
            var writer = ProtobufBytesWriter()
            writer.write(inner, schema)
            data(writer.bytes)
        }
    }

    private mutating func tag(_ number: Int32, _ wireType: UInt8) { varint(UInt64(number) << 3 | UInt64(wireType)) }

    private mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func data(_ content: [UInt8]) {
        varint(UInt64(content.count))
        bytes += content
    }

    private mutating func littleEndian(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
}
