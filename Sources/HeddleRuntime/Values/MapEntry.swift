/// An entry of a map that keeps the order of the wire (`maps: pairs`).
public struct MapEntry<Value> {
    public var key: String
    public var value: Value

    @inlinable
    public init(key: String, value: Value) {
        self.key = key
        self.value = value
    }
}

extension MapEntry: Sendable where Value: Sendable {}
extension MapEntry: Equatable where Value: Equatable {}
extension MapEntry: Hashable where Value: Hashable {}
extension MapEntry: Encodable where Value: Encodable {}
extension MapEntry: Decodable where Value: Decodable {}
