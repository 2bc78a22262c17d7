import LocatedJSON

/// JSON that is to be written. Members stand in the order given.
package indirect enum JSONOutput: Sendable {
    case object([(String, JSONOutput)])
    case array([JSONOutput])
    case string(String)
    case integer(Int)
    case bool(Bool)
    case null
    /// What is JSON already.
    case written(String)

    package var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .object(let members):
            text += "{"
            for (index, (name, value)) in members.enumerated() {
                if index > 0 { text += "," }
                text += jsonText(name)
                text += ":"
                value.write(to: &text)
            }
            text += "}"
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .string(let string): text += jsonText(string)
        case .integer(let value): text += String(value)
        case .bool(let value): text += value ? "true" : "false"
        case .null: text += "null"
        case .written(let json): text += json
        }
    }

    static func integers(_ values: some Sequence<Int>) -> JSONOutput { .array(values.map { .integer($0) }) }

    static func strings(_ values: some Sequence<String>) -> JSONOutput { .array(values.map { .string($0) }) }
}
