/// A string as JSON writes it, with quotes; only what must be escaped is (RFC 8785, 3.2.2.2).
package func jsonText(_ string: String) -> String {
    var printer = JSONPrinter(order: .written, numbers: .written)
    printer.print(string)
    return printer.text
}

extension JSONNode {
    /// Without space, members and numbers as written.
    package var compactText: String {
        var printer = JSONPrinter(order: .written, numbers: .written)
        printer.print(self)
        return printer.text
    }

    /// One text for all that say the same: without space, members sorted by the UTF-16 code units of their keys, numbers in
    /// their shortest form. As RFC 8785 has it, but that numbers are exact: what a binary floating point number cannot hold
    /// is not rounded.
    package var canonicalText: String {
        var printer = JSONPrinter(order: .sorted, numbers: .shortest)
        printer.print(self)
        return printer.text
    }
}

struct JSONPrinter {
    enum Order { case written, sorted }
    enum Numbers { case written, shortest }

    let order: Order
    let numbers: Numbers
    private(set) var text = ""

    init(order: Order, numbers: Numbers) {
        self.order = order
        self.numbers = numbers
    }

    mutating func print(_ node: JSONNode) {
        switch node.content {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += numbers == .written ? number.text : number.decimal.shortestText
        case .string(let string): print(string)
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                print(element)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in inOrder(members).enumerated() {
                if index > 0 { text += "," }
                print(member.key)
                text += ":"
                print(member.value)
            }
            text += "}"
        }
    }

    private func inOrder(_ members: [JSONMember]) -> [JSONMember] {
        guard order == .sorted else { return members }
        return members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
    }

    mutating func print(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\u{8}": text += "\\b"
            case "\u{9}": text += "\\t"
            case "\u{A}": text += "\\n"
            case "\u{C}": text += "\\f"
            case "\u{D}": text += "\\r"
            case "\u{0}"..<"\u{10}": text += "\\u000" + String(scalar.value, radix: 16)
            case "\u{10}"..<"\u{20}": text += "\\u00" + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}

extension ExactDecimal {
    /// As ECMAScript writes numbers (ECMA-262, Number::toString), with every digit: plain from 10^-6 to below 10^21, with
    /// an exponent otherwise.
    package var shortestText: String {
        if isZero { return "0" }
        let sign = isNegative ? "-" : ""
        let written = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        let place = digits.count + exponent
        switch place {
        case ...21 where exponent >= 0: return sign + written + String(repeating: "0", count: exponent)
        case 1...21:
            let split = written.index(written.startIndex, offsetBy: place)
            return sign + written[..<split] + "." + written[split...]
        case -5...0: return sign + "0." + String(repeating: "0", count: -place) + written
        default:
            let rest = written.dropFirst()
            return sign + written.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e" + (place > 0 ? "+" : "") + String(place - 1)
        }
    }
}
