/// JSON on its way out. Whole numbers alone: nothing that is written here has a fraction.
enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Int64)
    case string(String)
    case array([JSONValue])
    /// In the order in which people read them; the canonical form has its own.
    case object([JSONPair])

    static func number(_ value: Int) -> Self { .number(Int64(value)) }

    /// Members that are nil are left out.
    static func record(_ members: (String, JSONValue?)...) -> Self {
        .object(members.compactMap { name, value in value.map { JSONPair(name, $0) } })
    }

    /// By key, ascending by bytes.
    static func map<Value>(_ values: [String: Value], _ encode: (Value) -> JSONValue) -> Self {
        .object(
            values.map { JSONPair($0.key, encode($0.value)) }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    }

    /// Sorted by what they say, for sets.
    static func set(_ values: some Sequence<JSONValue>) -> Self {
        .array(values.map { (text: $0.compactText, value: $0) }.sorted { $0.text.lexicographicallyPrecedes($1.text) }.map(\.value))
    }

    static func strings(_ values: some Sequence<String>) -> Self { .array(values.map { .string($0) }) }
}

struct JSONPair: Sendable, Equatable {
    var key: String
    var value: JSONValue

    init(_ key: String, _ value: JSONValue) {
        self.key = key
        self.value = value
    }
}

extension Optional {
    func json(_ encode: (Wrapped) -> JSONValue) -> JSONValue? { map(encode) }
}

extension Optional<String> {
    var json: JSONValue? { map { .string($0) } }
}

extension Optional<Int> {
    var json: JSONValue? { map { .number($0) } }
}

extension Optional<Int64> {
    var json: JSONValue? { map { .number($0) } }
}

extension JSONValue {
    /// Present only where it is true.
    static func flag(_ value: Bool) -> JSONValue? { value ? .bool(true) : nil }
}
