/// A value on the heap: the last link of a type that would contain itself.
public struct ProtobufBox<Value: Sendable & Hashable>: Sendable, Hashable {
    private final class Storage: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private let storage: Storage

    public init(_ value: Value) { storage = Storage(value) }

    public var value: Value { storage.value }

    public static func == (left: Self, right: Self) -> Bool { left.storage === right.storage || left.value == right.value }

    public func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension ProtobufBox: CustomStringConvertible {
    public var description: String { String(describing: value) }
}

extension ProtobufBox: Encodable where Value: Encodable {
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension ProtobufBox: Decodable where Value: Decodable {
    public init(from decoder: any Decoder) throws { self.init(try Value(from: decoder)) }
}
