import HeddleRuntime

/// A record of Avro, written by hand: `id` and `amount`; an older schema has no `amount`.
struct Order: ContractCodable {
    var id: String
    var amount: Int64

    static let schema = #"{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"string"},{"name":"amount","type":"long","default":7}]}"#
    static let oldSchema = #"{"type":"record","name":"Order","namespace":"shop","fields":[{"name":"id","type":"string"}]}"#
    static let contract = ContractIdentity(format: .avro, name: "shop.Order", schema: schema)

    init(id: String, amount: Int64) { (self.id, self.amount) = (id, amount) }

    borrowing func encode(into writer: inout ByteWriter) throws(CodecError) {
        writer.appendLong(Int64(id.utf8.count))
        writer.append(Array(id.utf8))
        writer.appendLong(amount)
    }

    init(from reader: inout ByteReader) throws(CodecError) {
        id = try readText(&reader)
        amount = try readLong(&reader)
    }

    static func decoder(
        writtenBy schema: String, references: [ContractIdentity.Reference]
    ) throws(SchemaResolutionError) -> ContractDecoder<Order> {
        if schema.contains("amount") {
            return ContractDecoder { (reader: inout ByteReader) throws(CodecError) -> Order in try Order(from: &reader) }
        }
        guard schema.contains("\"id\"") else { throw SchemaResolutionError(path: "id", message: "the writer has no such field") }
        return ContractDecoder { (reader: inout ByteReader) throws(CodecError) -> Order in Order(id: try readText(&reader), amount: 7) }
    }
}

extension ByteWriter {
    fileprivate mutating func appendLong(_ value: Int64) {
        var bits = UInt64(bitPattern: value << 1 ^ value >> 63)
        while bits >= 0x80 {
            append(UInt8(truncatingIfNeeded: bits) | 0x80)
            bits >>= 7
        }
        append(UInt8(bits))
    }
}

private func readLong(_ reader: inout ByteReader) throws(CodecError) -> Int64 {
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
        let byte = try reader.readByte()
        bits |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1) }
    }
    throw reader.failure(.malformed(expected: "a long"))
}

private func readText(_ reader: inout ByteReader) throws(CodecError) -> String {
    let count = Int(try readLong(&reader))
    guard count >= 0, count <= reader.remaining else { throw reader.failure(.endOfInput) }
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes.append(try reader.readByte()) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw reader.failure(.invalidText) }
    return text
}
