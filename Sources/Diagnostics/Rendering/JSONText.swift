/// JSON whose keys stay in the order given, so that the same report is the same text.
indirect enum JSONText: ExpressibleByStringLiteral {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([JSONText])
    case object([(String, JSONText?)])

    init(stringLiteral value: String) { self = .string(value) }

    /// Indented by two spaces; members that are nil are left out. Ends in a line break.
    func rendered() -> String {
        var text = ""
        write(to: &text, indent: 0)
        return text + "\n"
    }

    private func write(to text: inout String, indent: Int) {
        let inner = "\n" + String(repeating: "  ", count: indent + 1)
        let outer = "\n" + String(repeating: "  ", count: indent)
        switch self {
        case .string(let value): text += quotedJSON(value)
        case .integer(let value): text += String(value)
        case .boolean(let value): text += String(value)
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                text += (index == 0 ? "" : ",") + inner
                element.write(to: &text, indent: indent + 1)
            }
            text += elements.isEmpty ? "]" : outer + "]"
        case .object(let members):
            let present = members.compactMap { name, value in value.map { (name, $0) } }
            text += "{"
            for (index, member) in present.enumerated() {
                text += (index == 0 ? "" : ",") + inner + quotedJSON(member.0) + ": "
                member.1.write(to: &text, indent: indent + 1)
            }
            text += present.isEmpty ? "}" : outer + "}"
        }
    }
}

private func quotedJSON(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
            || scalar.value == 0x2029:
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
