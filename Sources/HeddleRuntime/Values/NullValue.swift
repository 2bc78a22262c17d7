/// What a field holds whose type is null and nothing else.
public struct NullValue: Sendable, Hashable, Codable {
    @inlinable public init() {}
}
