import LocatedJSON

/// A value in a sentence: itself where it is short, its kind otherwise.
func excerpt(_ value: JSONNode) -> String {
    switch value.content {
    case .null: return "null"
    case .bool(let bool): return bool ? "true" : "false"
    case .number(let number): return number.text.utf8.count <= 40 ? number.text : "\(number.text.prefix(39))…"
    case .string(let text):
        return
            "'\(text.unicodeScalars.count <= 60 ? text : "\(String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))))…")'"
    case .array(let elements): return elements.isEmpty ? "an empty array" : "an array"
    case .object(let members): return members.isEmpty ? "an empty object" : "an object"
    }
}

func described(_ value: JSONNode) -> String {
    switch value.content {
    case .null: "null"
    case .bool, .number: "the \(value.kind == .bool ? "boolean" : "number") \(excerpt(value))"
    case .string: "the string \(excerpt(value))"
    case .array, .object: value.kind.description
    }
}

func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }

/// `a, b or c`.
func list(_ words: [String], _ conjunction: String) -> String {
    guard let last = words.last else { return "nothing" }
    return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
