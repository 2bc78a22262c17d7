/// A value elsewhere in memory, for types that hold themselves.
public struct Box<Value> {
    @usableFromInline
    final class Storage {
        @usableFromInline let value: Value
        @usableFromInline init(_ value: Value) { self.value = value }
    }

    @usableFromInline let storage: Storage

    @inlinable public init(_ value: Value) { storage = Storage(value) }
    @inlinable public var value: Value { storage.value }
}

extension Box.Storage: Sendable where Value: Sendable {}
extension Box: Sendable where Value: Sendable {}

extension Box: Equatable where Value: Equatable {
    public static func == (left: Self, right: Self) -> Bool { left.storage === right.storage || left.value == right.value }
}

extension Box: Hashable where Value: Hashable {
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Box: Encodable where Value: Encodable {
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension Box: Decodable where Value: Decodable {
    public init(from decoder: any Decoder) throws { self.init(try Value(from: decoder)) }
}

extension Box: CustomStringConvertible {
    /// The value's own: that it lies elsewhere concerns nobody.
    public var description: String { "\(value)" }
}
