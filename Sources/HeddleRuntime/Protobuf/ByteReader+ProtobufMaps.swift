/// Entries of maps: key 1, value 2, either or both not there.
///
/// An entry that holds anything else, or a number that a closed enum does not list, goes to the unknown fields as a whole: what such a
/// writer meant by it is not known, and nothing of it is lost.
extension ByteReader {
    /// A key that is known already gets the new value.
    @inlinable
    public mutating func readEntry<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, _ field: UInt32, into map: inout [Key.Value: Value.Value], unknown: inout UnknownFields
    ) throws(CodecError) {
        if map.isEmpty { map.reserveCapacity(countRun(field)) }
        if let entry = try readEntry(Key.self, Value.self, field, unknown: &unknown) { map[entry.key] = entry.value }
    }

    /// `maps: pairs`: a key that comes twice is there twice.
    @inlinable
    public mutating func readEntry<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, _ field: UInt32, into map: inout [ProtobufMapEntry<Key.Value, Value.Value>], unknown: inout UnknownFields
    ) throws(CodecError) {
        if map.isEmpty { map.reserveCapacity(countRun(field)) }
        if let entry = try readEntry(Key.self, Value.self, field, unknown: &unknown) { map.append(entry) }
    }

    /// `unknownFields: false`: only an entry whose number a closed enum does not list is passed over.
    @inlinable
    public mutating func readEntry<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, _ field: UInt32, into map: inout [Key.Value: Value.Value]
    ) throws(CodecError) {
        if map.isEmpty { map.reserveCapacity(countRun(field)) }
        var dropped = UnknownFields()
        if let entry = try readEntry(Key.self, Value.self, field, unknown: &dropped, keeps: false) { map[entry.key] = entry.value }
    }

    @inlinable
    public mutating func readEntry<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, _ field: UInt32, into map: inout [ProtobufMapEntry<Key.Value, Value.Value>]
    ) throws(CodecError) {
        if map.isEmpty { map.reserveCapacity(countRun(field)) }
        var dropped = UnknownFields()
        if let entry = try readEntry(Key.self, Value.self, field, unknown: &dropped, keeps: false) { map.append(entry) }
    }

    @inlinable @inline(__always)
    mutating func readEntry<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, _ field: UInt32, unknown: inout UnknownFields, keeps: Bool = true
    ) throws(CodecError) -> ProtobufMapEntry<Key.Value, Value.Value>? {
        let outer = try enterPart()
        var key: Key.Value?
        var value: Value.Value?
        var strange = UnknownFields()
        while true {
            let tag = try readTag()
            if tag == 8 | Key.wireType {
                key = try Key.read(from: &self)
            } else if tag == 16 | Value.wireType {
                let start = next
                if try !Value.mergeListed(into: &value, from: &self) {
                    strange.append(tag: tag, UnsafeRawBufferPointer(start: start, count: next - start))
                }
            } else if tag == 0 {
                break
            } else {
                guard try readUnknown(tag, into: &strange) else { break }
            }
        }
        leave(outer)
        if !strange.isEmpty, !keeps {
            if value == nil, !strange.values(of: 2).isEmpty { return nil }
        } else if !strange.isEmpty {
            try unknown.append(Key.self, Value.self, field, key, value, strange)
            return nil
        }
        if key == nil { key = try Key.missing() }
        if value == nil { value = try Value.missing() }
        guard let key, let value else { return nil }
        return ProtobufMapEntry(key: key, value: value)
    }
}

extension UnknownFields {
    /// An entry as Google's libraries keep it: the key and the value, if they were there, then the rest as it came.
    @inline(never) @usableFromInline
    mutating func append<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, _ field: UInt32, _ key: Key.Value?, _ value: Value.Value?, _ rest: UnknownFields
    ) throws(CodecError) {
        var writer = ByteWriter()
        writer.sortsMaps = true
        let start = writer.beginPart(field)
        if let key { try Key.write(8 | Key.wireType, key, into: &writer) }
        if let value { try Value.write(16 | Value.wireType, value, into: &writer) }
        rest.encode(into: &writer)
        writer.endPart(start)
        append(UnsafeRawBufferPointer(start: writer.base, count: writer.written))
    }
}
