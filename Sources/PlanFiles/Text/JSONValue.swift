/// JSON on its way out. Whole numbers alone: nothing that is written here has a fraction.
package enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Int64)
    case string(String)
    case array([JSONValue])
    /// In the order in which people read them; the canonical form has its own.
    case object([JSONPair])

    package static func number(_ value: Int) -> Self { .number(Int64(value)) }

    /// Members that are nil are left out.
    package static func record(_ members: (String, JSONValue?)...) -> Self {
        .object(members.compactMap { name, value in value.map { JSONPair(name, $0) } })
    }

    /// By key, ascending by bytes.
    package static func map<Value>(_ values: [String: Value], _ encode: (Value) -> JSONValue) -> Self {
        .object(
            values.map { JSONPair($0.key, encode($0.value)) }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    }

    /// Sorted by what they say, for sets.
    package static func set(_ values: some Sequence<JSONValue>) -> Self {
        .array(values.map { (text: $0.compactText, value: $0) }.sorted { $0.text.lexicographicallyPrecedes($1.text) }.map(\.value))
    }

    package static func strings(_ values: some Sequence<String>) -> Self { .array(values.map { .string($0) }) }
}

package struct JSONPair: Sendable, Equatable {
    package var key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
        self.key = key
        self.value = value
    }
}

extension Optional {
    package func json(_ encode: (Wrapped) -> JSONValue) -> JSONValue? { map(encode) }
}

extension Optional<String> {
    package var json: JSONValue? { map { .string($0) } }
}

extension Optional<Int> {
    package var json: JSONValue? { map { .number($0) } }
}

extension Optional<Int64> {
    package var json: JSONValue? { map { .number($0) } }
}

extension JSONValue {
    /// Present only where it is true.
    package static func flag(_ value: Bool) -> JSONValue? { value ? .bool(true) : nil }
}
