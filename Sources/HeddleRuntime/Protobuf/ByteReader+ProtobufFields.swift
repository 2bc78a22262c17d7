/// Whole fields, as generated code reads them.
extension ByteReader {
    /// Values that stand one after the other with one length.
    @inlinable
    public mutating func readPacked<Wire: ProtobufPackable>(_: Wire.Type, into values: inout [Wire.Value]) throws(CodecError) {
        let length = try readLength()
        let outer = end
        end = next + length
        // A varint takes at least a byte: no more room than the input could fill.
        values.reserveCapacity(Swift.max(values.count &+ length / Wire.leastSize, Swift.min(values.capacity, values.count &* 2)))
        while next < end { values.append(try Wire.read(from: &self)) }
        end = outer
    }

    /// An enum that is closed: a number that it does not list goes to the unknown fields.
    @inlinable
    public mutating func readClosed<E: ProtobufEnum>(_ tag: UInt32, _: E.Type, unknown: inout UnknownFields) throws(CodecError) -> E? {
        let number = try readVarint()
        if let value = E(rawValue: Int32(truncatingIfNeeded: number)) { return value }
        unknown.append(tag: tag, varint: number)
        return nil
    }

    @inlinable
    public mutating func readClosedPacked<E: ProtobufEnum>(_ tag: UInt32, into values: inout [E], unknown: inout UnknownFields) throws(CodecError) {
        let length = try readLength()
        let outer = end
        end = next + length
        while next < end {
            if let value = try readClosed(tag & ~7, E.self, unknown: &unknown) { values.append(value) }
        }
        end = outer
    }

    /// An entry of a map: key 1, value 2, either or both not there; a key that is known already gets the new value.
    @inlinable
    public mutating func readEntry<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, into map: inout [Key.Value: Value.Value]
    ) throws(CodecError) {
        let outer = try enterPart()
        var key: Key.Value?
        var value: Value.Value?
        while true {
            let tag = try readTag()
            if tag == 8 | Key.wireType {
                key = try Key.read(from: &self)
            } else if tag == 16 | Value.wireType {
                try Value.merge(into: &value, from: &self)
            } else if tag == 0 {
                break
            } else {
                guard try skipUnknown(tag) else { break }
            }
        }
        leave(outer)
        if key == nil { key = try Key.missing() }
        if value == nil { value = try Value.missing() }
        if let key { map[key] = value }
    }

    /// An entry whose value is of a closed enum: one that is not listed sends the whole entry to the unknown fields.
    @inlinable
    public mutating func readClosedEntry<Key: ProtobufWireType, E: ProtobufEnum>(
        _ field: UInt32, _: Key.Type, _: E.Type, into map: inout [Key.Value: E], unknown: inout UnknownFields
    ) throws(CodecError) {
        let start = next
        let outer = try enterPart()
        var key: Key.Value?
        var value: E? = E()
        while true {
            let tag = try readTag()
            if tag == 8 | Key.wireType {
                key = try Key.read(from: &self)
            } else if tag == 16 {
                value = E(rawValue: Int32(truncatingIfNeeded: try readVarint()))
            } else if tag == 0 {
                break
            } else {
                guard try skipUnknown(tag) else { break }
            }
        }
        leave(outer)
        if let value {
            if key == nil { key = try Key.missing() }
            if let key { map[key] = value }
        } else {
            unknown.append(tag: field, UnsafeRawBufferPointer(start: start, count: next - start))
        }
    }
}

extension CodecError {
    /// Proto2's required field that was not in the input.
    public static func missingField(_ name: String, at offset: Int) -> CodecError {
        CodecError(.malformed(expected: "the required field '\(name)'"), at: offset)
    }
}
