extension JSONValue {
    /// For people and for `git diff`: what fits on one line stands on one, everything else a member a line.
    package var readableText: [UInt8] {
        var printer = JSONTextPrinter()
        printer.printReadable(self, indent: 0)
        printer.bytes.append(UInt8(ascii: "\n"))
        return printer.bytes
    }

    /// On one line, in the order given.
    package var compactText: [UInt8] {
        var printer = JSONTextPrinter()
        printer.printCompact(self, sorted: false)
        return printer.bytes
    }

    /// RFC 8785: without space, members sorted by the UTF-16 code units of their keys.
    package var canonicalText: [UInt8] {
        var printer = JSONTextPrinter()
        printer.printCompact(self, sorted: true)
        return printer.bytes
    }
}

private struct JSONTextPrinter {
    var bytes: [UInt8] = []

    static let longestLine = 140

    mutating func printReadable(_ value: JSONValue, indent: Int) {
        guard value.isNested, value.width(within: Self.longestLine - indent) == nil else { return printSpaced(value) }
        switch value {
        case .object(let members):
            append("{")
            for (index, member) in members.enumerated() {
                newLine(indent + 2, after: index > 0)
                print(member.key)
                append(": ")
                printReadable(member.value, indent: indent + 2)
            }
            newLine(indent)
            append("}")
        case .array(let elements):
            append("[")
            for (index, element) in elements.enumerated() {
                newLine(indent + 2, after: index > 0)
                printReadable(element, indent: indent + 2)
            }
            newLine(indent)
            append("]")
        default: printSpaced(value)
        }
    }

    private mutating func newLine(_ indent: Int, after comma: Bool = false) {
        append(comma ? ",\n" : "\n")
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }

    /// One line, with the spaces that people expect.
    private mutating func printSpaced(_ value: JSONValue) {
        switch value {
        case .object(let members):
            append("{")
            for (index, member) in members.enumerated() {
                if index > 0 { append(", ") }
                print(member.key)
                append(": ")
                printSpaced(member.value)
            }
            append("}")
        case .array(let elements):
            append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { append(", ") }
                printSpaced(element)
            }
            append("]")
        default: printScalar(value)
        }
    }

    mutating func printCompact(_ value: JSONValue, sorted: Bool) {
        switch value {
        case .object(let members):
            let members = sorted ? members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) } : members
            append("{")
            for (index, member) in members.enumerated() {
                if index > 0 { append(",") }
                print(member.key)
                append(":")
                printCompact(member.value, sorted: sorted)
            }
            append("}")
        case .array(let elements):
            append("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { append(",") }
                printCompact(element, sorted: sorted)
            }
            append("]")
        default: printScalar(value)
        }
    }

    private mutating func printScalar(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .string(let string): print(string)
        case .array, .object: return
        }
    }

    /// Only what must be escaped is (RFC 8785, 3.2.2.2).
    private mutating func print(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            bytes.append(contentsOf: string.utf8)
            bytes.append(UInt8(ascii: "\""))
            return
        }
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0x08: append("\\b")
            case 0x09: append("\\t")
            case 0x0A: append("\\n")
            case 0x0C: append("\\f")
            case 0x0D: append("\\r")
            case 0x00..<0x10: append("\\u000" + String(byte, radix: 16))
            case 0x10..<0x20: append("\\u00" + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

extension JSONValue {
    fileprivate var isNested: Bool {
        switch self {
        case .object(let members): !members.isEmpty
        case .array(let elements): !elements.isEmpty
        default: false
        }
    }

    /// How long it is on one line; nil beyond `limit`. Looks no further than that.
    fileprivate func width(within limit: Int) -> Int? {
        var left = limit
        return take(from: &left) ? limit - left : nil
    }

    private func take(from left: inout Int) -> Bool {
        switch self {
        case .null, .bool: left -= 5
        case .number: left -= 8
        case .string(let string): left -= string.utf8.count + 2
        case .array(let elements):
            left -= 2
            for element in elements {
                left -= 2
                guard left >= 0, element.take(from: &left) else { return false }
            }
        case .object(let members):
            left -= 2
            for member in members {
                left -= member.key.utf8.count + 6
                guard left >= 0, member.value.take(from: &left) else { return false }
            }
        }
        return left >= 0
    }
}
