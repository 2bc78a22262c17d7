import ContractModel

/// Writes a value in Avro's binary encoding (Avro 1.12, "Binary Encoding").
///
/// - Throws: `mismatched` where the value is none of the schema's.
package func encodeAvro(_ value: AvroValue, _ schema: AvroSchema) throws(PayloadError) -> [UInt8] {
    var encoding = AvroEncoding(schema: schema)
    try encoding.write(value, schema.root)
    return encoding.bytes
}

private struct AvroEncoding {
    let schema: AvroSchema
    private(set) var bytes: [UInt8] = []
    private var path: [PayloadStep] = []

    init(schema: AvroSchema) { self.schema = schema }

    mutating func write(_ value: AvroValue, _ type: AvroType) throws(PayloadError) {
        switch (type, value) {
        case (.primitive(.null, _), .null): break
        case (.primitive(.boolean, _), .boolean(let value)): bytes.append(value ? 1 : 0)
        case (.primitive(.int, _), .int(let value)): write(Int64(value))
        case (.primitive(.long, _), .long(let value)): write(value)
        case (.primitive(.float, _), .float(let value)): write(littleEndian: value.bitPattern)
        case (.primitive(.double, _), .double(let value)): write(littleEndian: value.bitPattern)
        case (.primitive(.bytes, _), .bytes(let value)):
            write(Int64(value.count))
            bytes += value
        case (.primitive(.string, _), .string(let text)): write(text)
        case (.array(let item), .array(let items)):
            if !items.isEmpty { write(Int64(items.count)) }
            for (number, element) in items.enumerated() { try write(element, item, at: .item(number)) }
            bytes.append(0)
        case (.map(let inner), .map(let members)):
            if !members.isEmpty { write(Int64(members.count)) }
            for member in members {
                write(member.name)
                try write(member.value, inner, at: .key(member.name))
            }
            bytes.append(0)
        case (.union(let branches), .union(let number, let inner)) where branches.indices.contains(number):
            write(Int64(number))
            try write(inner, branches[number])
        case (.named(let name), _): try write(value, named: name)
        default: throw mismatch(type.branchName)
        }
    }

    private mutating func write(_ value: AvroValue, named name: String) throws(PayloadError) {
        switch (schema.types[name]?.content, value) {
        case (.fixed(let size, _), .fixed(let value)) where value.count == size: bytes += value
        case (.enumeration(let symbols, _), .enumeration(let symbol)):
            guard let number = symbols.firstIndex(of: symbol) else { throw mismatch(name) }
            write(Int64(number))
        case (.record(let fields), .record(let members)) where members.count == fields.count:
            for (field, member) in zip(fields, members) {
                guard field.name == member.name else { throw mismatch(name) }
                try write(member.value, field.type, at: .field(field.name))
            }
        default: throw mismatch(name)
        }
    }

    private mutating func write(_ value: AvroValue, _ type: AvroType, at step: PayloadStep) throws(PayloadError) {
        path.append(step)
        try write(value, type)
        path.removeLast()
    }

    private func mismatch(_ type: String) -> PayloadError { PayloadError(.mismatched, "is no value of '\(type)'", path: path.path) }

    private mutating func write(_ value: Int64) {
        var rest = UInt64(bitPattern: (value << 1) ^ (value >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func write(_ text: String) {
        write(Int64(text.utf8.count))
        bytes += text.utf8
    }

    private mutating func write(littleEndian value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
}
