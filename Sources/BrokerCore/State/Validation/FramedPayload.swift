import KafkaWire

/// Which side of a record is meant.
package enum RecordPart: String, Sendable, CaseIterable {
    case key, value

    /// The header in which clients may name the schema instead of in front of the payload.
    var schemaHeader: [UInt8] { Array("__\(rawValue)_schema_id".utf8) }
    static let keyHeader = RecordPart.key.schemaHeader
    static let valueHeader = RecordPart.value.schemaHeader
}

/// A payload that names its schema, taken apart (Confluent's wire format). The bytes are those of the record, and do not
/// outlive its check.
package struct FramedPayload {
    package var schema: SchemaReference
    /// What comes after the schema's name. Of Protobuf: the message's indexes first, unless they are in `headerRest`.
    package var payload: UnsafeRawBufferPointer
    /// Where a record's header names the schema, what comes after it there: Protobuf's message indexes.
    package var headerRest: UnsafeRawBufferPointer?

    package init(schema: SchemaReference, payload: UnsafeRawBufferPointer, headerRest: UnsafeRawBufferPointer? = nil) {
        self.schema = schema
        self.payload = payload
        self.headerRest = headerRest
    }
}

/// Why a payload names no schema.
enum FrameProblem: Error, Equatable {
    case empty
    /// Neither 0, an id, nor 1, a GUID.
    case noMagic(UInt8)
    case truncated(Int, needed: Int)
    case badHeader(name: String)

    /// Ends a sentence that begins with the part.
    var message: String {
        switch self {
        case .empty: return "is empty, and names no schema"
        case .noMagic(let byte):
            let hex = "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            let sign = (0x21...0x7E).contains(byte) ? " ('\(Character(UnicodeScalar(byte)))')" : ""
            return "names no schema: it begins with \(hex)\(sign), not with the magic byte 0x00 and a schema id"
        case .truncated(let count, let needed): return "has \(count) bytes, and naming a schema takes \(needed)"
        case .badHeader(let name): return "has a header \(name) that names no schema"
        }
    }
}

extension FramedPayload {
    /// Magic 0 and an id of four bytes, or magic 1 and a GUID of sixteen; in the record's header, or else in front of the
    /// payload.
    init(_ payload: UnsafeRawBufferPointer, of part: RecordPart, in record: RecordView) throws(FrameProblem) {
        if let header = record.header(part == .key ? RecordPart.keyHeader : RecordPart.valueHeader) {
            guard let (schema, size) = try? Self.schema(in: header) else {
                throw .badHeader(name: "__\(part.rawValue)_schema_id")
            }
            self.init(schema: schema, payload: payload, headerRest: UnsafeRawBufferPointer(rebasing: header[size...]))
        } else {
            let (schema, size) = try Self.schema(in: payload)
            self.init(schema: schema, payload: UnsafeRawBufferPointer(rebasing: payload[size...]))
        }
    }

    private static func schema(in bytes: UnsafeRawBufferPointer) throws(FrameProblem) -> (SchemaReference, size: Int) {
        guard let magic = bytes.first else { throw .empty }
        switch magic {
        case 0:
            guard bytes.count >= 5 else { throw .truncated(bytes.count, needed: 5) }
            return (.id(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 1, as: Int32.self))), 5)
        case 1:
            guard bytes.count >= 17 else { throw .truncated(bytes.count, needed: 17) }
            return (
                .guid(KafkaUUID(
                    high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 1, as: UInt64.self)),
                    low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 9, as: UInt64.self)))), 17)
        default: throw .noMagic(magic)
        }
    }
}
