/// JSON as it stands in a text, for what is read once: schemas and envelopes of events, not payloads.
///
/// Depth and size are bounded; everything else is as RFC 8259 has it. A key that comes twice is refused.
struct JSONText {
    indirect enum Content {
        case null
        case boolean(Bool)
        /// As it was written.
        case number(String)
        case string(String)
        case array([JSONText])
        case object([(key: String, value: JSONText)])
    }

    var content: Content
    /// Of the bytes that were read.
    var range: Range<Int>

    struct Failure: Error {
        var message: String
        var offset: Int
    }

    static let maximumDepth = 256
    static let maximumSize = 16 << 20

    init(_ bytes: [UInt8]) throws(Failure) {
        guard bytes.count <= Self.maximumSize else { throw Failure(message: "is longer than \(Self.maximumSize) bytes", offset: 0) }
        var parser = JSONTextParser(bytes: bytes)
        self = try parser.document()
    }

    init(content: Content, range: Range<Int>) {
        self.content = content
        self.range = range
    }
}

extension JSONText {
    subscript(key: String) -> JSONText? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }

    var string: String? { if case .string(let text) = content { text } else { nil } }
    var array: [JSONText]? { if case .array(let items) = content { items } else { nil } }
    var isNull: Bool { if case .null = content { true } else { false } }
    /// A number without fraction and exponent.
    var integer: Int64? { if case .number(let text) = content { Int64(text) } else { nil } }
}
