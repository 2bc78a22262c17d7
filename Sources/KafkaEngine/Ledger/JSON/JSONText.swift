/// JSON as records of the ledger hold it, read into a tree: strict, of whole numbers alone, and not deep.
///
/// Ledgers of sixty thousand entries are read before each plan; a general decoder takes most of a second for them.
enum JSONText: Sendable, Equatable {
    case object([Member])
    case array([JSONText])
    case string(String)
    case integer(Int64)
    case bool(Bool)
    /// Also numbers that are not whole, which no entry holds.
    case null

    struct Member: Sendable, Equatable {
        var name: String
        var value: JSONText
    }

    static let mostDepth = 16

    /// nil for what is not JSON, or deeper than `mostDepth`.
    init?(parsing bytes: [UInt8]) {
        let parsed = bytes.withUnsafeBufferPointer { bytes -> JSONText? in
            var parser = JSONParser(bytes: bytes)
            guard let value = parser.value(depth: 0) else { return nil }
            parser.skipSpace()
            return parser.isAtEnd ? value : nil
        }
        guard let parsed else { return nil }
        self = parsed
    }

    subscript(_ name: String) -> JSONText? {
        guard case .object(let members) = self else { return nil }
        for member in members where member.name == name { return member.value == .null ? nil : member.value }
        return nil
    }

    var string: String? { if case .string(let value) = self { value } else { nil } }
    var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    var array: [JSONText]? { if case .array(let values) = self { values } else { nil } }

    var strings: [String]? {
        guard let array else { return nil }
        let strings = array.compactMap(\.string)
        return strings.count == array.count ? strings : nil
    }

    /// An object whose values are strings, all of them.
    var dictionary: [String: String]? {
        guard case .object(let members) = self else { return nil }
        var values: [String: String] = [:]
        for member in members {
            guard case .string(let value) = member.value else { return nil }
            values[member.name] = value
        }
        return values
    }
}

private struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func value(depth: Int) -> JSONText? {
        skipSpace()
        guard let first = peek, depth < JSONText.mostDepth else { return nil }
        switch first {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map(JSONText.string)
        case UInt8(ascii: "t"): return takeWord("true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return takeWord("false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return takeWord("null") ? .null : nil
        default: return number()
        }
    }

    mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func takeWord(_ word: StaticString) -> Bool {
        guard bytes.count - position >= word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount where bytes[position + index] != word.utf8Start[index] { return false }
        position += word.utf8CodeUnitCount
        return true
    }

    private mutating func object(depth: Int) -> JSONText? {
        position += 1
        var members: [JSONText.Member] = []
        skipSpace()
        if take("}") { return .object(members) }
        while true {
            skipSpace()
            guard let name = string() else { return nil }
            skipSpace()
            guard take(":"), let value = value(depth: depth + 1) else { return nil }
            members.append(.init(name: name, value: value))
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { return nil }
        }
    }

    private mutating func array(depth: Int) -> JSONText? {
        position += 1
        var values: [JSONText] = []
        skipSpace()
        if take("]") { return .array(values) }
        while true {
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
            skipSpace()
            if take("]") { return .array(values) }
            guard take(",") else { return nil }
        }
    }

    private mutating func number() -> JSONText? {
        let start = position
        while let byte = peek, byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        guard position > start else { return nil }
        // A fraction or an exponent: a number all the same, and none that an entry holds.
        if let byte = peek, byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
            while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
            return .null
        }
        return Int64(String(decoding: bytes[start..<position], as: UTF8.self)).map(JSONText.integer)
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        let start = position
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return text(bytes[start..<position])
            case UInt8(ascii: "\\"):
                return escapedString(from: start)
            case ..<0x20: return nil
            default: position += 1
            }
        }
        return nil
    }

    private func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        String(validating: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }

    /// From the first backslash on, byte by byte.
    private mutating func escapedString(from start: Int) -> String? {
        var content = Array(bytes[start..<position])
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
            case UInt8(ascii: "\\"): guard appendEscape(to: &content) else { return nil }
            case ..<0x20: return nil
            default: content.append(byte)
            }
        }
        return nil
    }

    private mutating func appendEscape(to content: inout [UInt8]) -> Bool {
        guard let kind = peek else { return false }
        position += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(kind)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = escapedScalar() else { return false }
            content.append(contentsOf: String(Character(scalar)).utf8)
        default: return false
        }
        return true
    }

    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let first = fourDigits() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard takeWord("\\u"), let second = fourDigits(), (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    private mutating func fourDigits() -> UInt32? {
        guard bytes.count - position >= 4 else { return nil }
        var value: UInt32 = 0
        for byte in bytes[position..<position + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            value = value << 4 | UInt32(digit)
        }
        position += 4
        return value
    }
}
