import HeddleRuntime

/// An element that the contract says nothing more of, as text that stands for itself: every prefix in it is declared in it.
public struct XMLFragment: Sendable, Hashable, Codable {
    public let text: String

    /// Takes one element with what is in it, without a declaration or a document type.
    public init(_ text: String) throws(CodecError) {
        let bytes = Array(text.utf8)
        var reader = ByteReader(bytes.span.bytes)
        var xml = try XMLReader(from: &reader)
        self = xml.fragment()
    }

    init(unchecked text: String) { self.text = text }
}

/// What an element with attributes holds that may say `xsi:nil`: a value, or the attributes alone, which stay as they were.
public enum XMLNillable<Value: Sendable & Hashable>: Sendable, Hashable {
    case value(Value)
    case null([XMLQName: String])

    /// Nil for null.
    public var value: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension XMLNillable: Codable where Value: Codable {}

/// Holds a value of a recursive type, which could not lie in itself.
@propertyWrapper
public struct Indirect<Value: Sendable & Hashable>: Sendable, Hashable {
    private indirect enum Storage: Sendable, Hashable { case value(Value) }
    private var storage: Storage

    public init(wrappedValue: Value) { storage = .value(wrappedValue) }

    public var wrappedValue: Value {
        get {
            switch storage {
            case .value(let value): value
            }
        }
        set { storage = .value(newValue) }
    }
}

extension Indirect: Codable where Value: Codable {
    public init(from decoder: any Decoder) throws { self.init(wrappedValue: try decoder.singleValueContainer().decode(Value.self)) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wrappedValue)
    }
}
