/// An entry of a map that keeps the order of the wire (`maps: pairs`).
public struct ProtobufMapEntry<Key, Value> {
    public var key: Key
    public var value: Value

    @inlinable
    public init(key: Key, value: Value) {
        self.key = key
        self.value = value
    }
}

extension ProtobufMapEntry: Sendable where Key: Sendable, Value: Sendable {}
extension ProtobufMapEntry: Equatable where Key: Equatable, Value: Equatable {}
extension ProtobufMapEntry: Hashable where Key: Hashable, Value: Hashable {}
extension ProtobufMapEntry: Encodable where Key: Encodable, Value: Encodable {}
extension ProtobufMapEntry: Decodable where Key: Decodable, Value: Decodable {}
