/// Enums that are closed: a number that they do not list goes to the unknown fields.
extension ByteReader {
    @inlinable
    public mutating func readClosed<E: ProtobufEnum>(_ tag: UInt32, _: E.Type, unknown: inout UnknownFields) throws(CodecError) -> E? {
        let start = next
        let number = try readVarint()
        if let value = E(rawValue: Int32(truncatingIfNeeded: number)) { return value }
        // The very bytes, if longer than need be.
        unknown.append(tag: tag, UnsafeRawBufferPointer(start: start, count: next - start))
        return nil
    }

    /// - Parameter tag: of the packed field. What is not listed is kept as single values, in the shortest form.
    @inlinable
    public mutating func readClosedPacked<E: ProtobufEnum>(_ tag: UInt32, into values: inout [E], unknown: inout UnknownFields) throws(CodecError) {
        let length = try readLength()
        let outer = end
        end = next + length
        while next < end {
            let number = try readVarint()
            if let value = E(rawValue: Int32(truncatingIfNeeded: number)) { values.append(value) } else { unknown.append(tag: tag & ~7, varint: number) }
        }
        end = outer
    }
}
