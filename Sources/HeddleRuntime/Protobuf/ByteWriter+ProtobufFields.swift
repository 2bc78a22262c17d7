/// Whole fields, as generated code writes them. Nothing is written of what is empty.
extension ByteWriter {
    @inlinable
    public mutating func writePacked<Wire: ProtobufPackable>(_: Wire.Type, _ tag: UInt32, _ values: [Wire.Value]) {
        guard !values.isEmpty else { return }
        let start = beginPart(tag)
        let span = values.span
        for index in span.indices { Wire.write(span[index], into: &self) }
        endPart(start)
    }

    @inlinable
    public mutating func writeRepeated<Wire: ProtobufWireType>(
        _: Wire.Type, _ tag: UInt32, _ values: [Wire.Value]
    ) throws(CodecError) {
        let span = values.span
        for index in span.indices { try Wire.write(tag, span[index], into: &self) }
    }

    @inlinable
    public mutating func writeGroups<M: ProtobufMessage>(_ tag: UInt32, _ values: [M]) throws(CodecError) {
        let span = values.span
        for index in span.indices { try ProtobufWire.Group<M>.write(tag, span[index], into: &self) }
    }

    /// In the order that the dictionary has by chance, or by keys where `sortsMaps` asks.
    @inlinable
    public mutating func writeMap<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, _ tag: UInt32, _ map: [Key.Value: Value.Value]
    ) throws(CodecError) {
        if sortsMaps, map.count > 1 {
            for key in ProtobufKeyOrder.sorted(Array(map.keys)) {
                if let value = map[key] { try writeEntry(Key.self, Value.self, tag, key, value) }
            }
        } else {
            for (key, value) in map { try writeEntry(Key.self, Value.self, tag, key, value) }
        }
    }

    /// `maps: pairs`: in the order that they have.
    @inlinable
    public mutating func writeMap<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, _ tag: UInt32, _ map: [ProtobufMapEntry<Key.Value, Value.Value>]
    ) throws(CodecError) {
        let span = map.span
        for index in span.indices { try writeEntry(Key.self, Value.self, tag, span[index].key, span[index].value) }
    }

    @inlinable @inline(__always)
    mutating func writeEntry<Key: ProtobufWireType, Value: ProtobufWireType>(
        _: Key.Type, _: Value.Type, _ tag: UInt32, _ key: Key.Value, _ value: Value.Value
    ) throws(CodecError) {
        let start = beginPart(tag)
        try Key.write(8 | Key.wireType, key, into: &self)
        try Value.write(16 | Value.wireType, value, into: &self)
        endPart(start)
    }
}

/// Keys of maps in the order of deterministic output: numbers by size, false before true, texts by their UTF-8.
@usableFromInline
enum ProtobufKeyOrder {
    @inline(never) @usableFromInline
    static func sorted<Key>(_ keys: [Key]) -> [Key] {
        switch keys {
        case let texts as [String]: (texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } as? [Key]) ?? keys
        case let flags as [Bool]: (flags.sorted { !$0 && $1 } as? [Key]) ?? keys
        case let numbers as [Int32]: (numbers.sorted() as? [Key]) ?? keys
        case let numbers as [Int64]: (numbers.sorted() as? [Key]) ?? keys
        case let numbers as [UInt32]: (numbers.sorted() as? [Key]) ?? keys
        case let numbers as [UInt64]: (numbers.sorted() as? [Key]) ?? keys
        default: keys
        }
    }
}
