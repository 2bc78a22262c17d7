/// JSON to be written, keys in the order given.
indirect enum JSONValue: Sendable {
    case boolean(Bool)
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// Indented by two, with a line break at the end.
    var text: String {
        var text = ""
        write(to: &text, margin: "")
        return text + "\n"
    }

    private func write(to text: inout String, margin: String) {
        let inner = margin + "  "
        switch self {
        case .boolean(let value): text += "\(value)"
        case .integer(let value): text += "\(value)"
        case .string(let value): text += Self.quoted(value)
        case .array(let items):
            if items.isEmpty { text += "[]" }
            for (index, item) in items.enumerated() {
                text += (index == 0 ? "[\n" : ",\n") + inner
                item.write(to: &text, margin: inner)
            }
            if !items.isEmpty { text += "\n\(margin)]" }
        case .object(let members):
            if members.isEmpty { text += "{}" }
            for (index, (name, value)) in members.enumerated() {
                text += (index == 0 ? "{\n" : ",\n") + inner + Self.quoted(name) + ": "
                value.write(to: &text, margin: inner)
            }
            if !members.isEmpty { text += "\n\(margin)}" }
        }
    }

    private static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    init(stringLiteral value: String) { self = .string(value) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
    init(integerLiteral value: Int64) { self = .integer(value) }
}
