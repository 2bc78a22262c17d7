/// A header of a record of Kafka: a name, which may come several times, and bytes or nothing.
///
///     RecordHeader("correlation-id", text: "4711")
public struct RecordHeader: Sendable, Hashable {
    public var name: String
    /// Nil is what Kafka's null is.
    public var value: [UInt8]?

    public init(name: String, value: [UInt8]?) {
        self.name = name
        self.value = value
    }

    public init(_ name: String, text: String) { self.init(name: name, value: Array(text.utf8)) }

    /// The value as text; nil where there is none or it is not UTF-8.
    public var text: String? { value.flatMap { String(validating: $0, as: UTF8.self) } }
}

extension Sequence<RecordHeader> {
    /// The text of the last header of that name: of several the last is valid, as Kafka's own clients have it.
    public func text(of name: String) -> String? {
        var found: RecordHeader?
        for header in self where header.name == name { found = header }
        return found?.text
    }
}
