/// What AWS Glue's serializers write before a payload: `03`, how it is compressed, and the id of the schema's version.
///
/// Eighteen bytes. Payloads that they compressed (`05`, zlib) are refused, not read wrongly.
public struct GlueFrame: Sendable, Hashable {
    public var schemaVersion: SchemaGUID

    public init(schemaVersion: SchemaGUID) { self.schemaVersion = schemaVersion }

    public init(from reader: inout ByteReader) throws(FramingError) {
        let found = reader.remaining
        let version = try reader.framingByte(needed: 18)
        guard version == 3 else { throw .magicByte(version) }
        let compression = try reader.framingByte(needed: 18, found: found)
        guard compression == 0 else { throw .compression(compression) }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for _ in 0..<8 { high = high << 8 | UInt64(try reader.framingByte(needed: 18, found: found)) }
        for _ in 0..<8 { low = low << 8 | UInt64(try reader.framingByte(needed: 18, found: found)) }
        schemaVersion = SchemaGUID(high: high, low: low)
    }

    public func write(into writer: inout ByteWriter) {
        writer.append(3)
        writer.append(0)
        for half in [schemaVersion.high, schemaVersion.low] {
            for shift in stride(from: 56, through: 0, by: -8) { writer.append(UInt8(truncatingIfNeeded: half >> UInt64(shift))) }
        }
    }
}
