extension JSONNode {
    package var isNull: Bool {
        if case .null = content { true } else { false }
    }

    package var bool: Bool? {
        if case .bool(let value) = content { value } else { nil }
    }

    package var number: JSONNumber? {
        if case .number(let number) = content { number } else { nil }
    }

    /// A number without a fraction that fits, however written: `1e3` is 1000.
    package var int64: Int64? { number?.int64 }

    package var string: String? {
        if case .string(let string) = content { string } else { nil }
    }

    package var array: [JSONNode]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    package var object: [JSONMember]? {
        if case .object(let members) = content { members } else { nil }
    }

    /// Nil where this is no object or has no such key. Where duplicate keys were allowed, the last one counts.
    package func member(_ key: String) -> JSONMember? {
        object?.last { $0.key.isSameText(as: key) }
    }

    package subscript(key: String) -> JSONNode? { member(key)?.value }

    /// Nil where this is no array or has no such element.
    package subscript(index: Int) -> JSONNode? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }

    package var kind: JSONKind {
        switch content {
        case .null: .null
        case .bool: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

package enum JSONKind: Sendable, Hashable {
    case null, bool, number, string, array, object

    /// As a sentence has it: "expected an array, found a string".
    package var description: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
