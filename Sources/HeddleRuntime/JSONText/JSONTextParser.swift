struct JSONTextParser {
    let bytes: [UInt8]
    private var next = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    typealias Failure = JSONText.Failure

    mutating func document() throws(Failure) -> JSONText {
        let value = try value(depth: 0)
        skipBlanks()
        guard next == bytes.count else { throw failure("has text behind its end") }
        return value
    }

    private func failure(_ message: String) -> Failure { Failure(message: message, offset: next) }

    private mutating func skipBlanks() {
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x0A || bytes[next] == 0x0D || bytes[next] == 0x09 { next += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next < bytes.count, bytes[next] == byte else { return false }
        next += 1
        return true
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONText {
        guard depth <= JSONText.maximumDepth else { throw failure("is nested deeper than \(JSONText.maximumDepth) levels") }
        skipBlanks()
        let start = next
        guard next < bytes.count else { throw failure("ends too early") }
        let content: JSONText.Content =
            switch bytes[next] {
            case UInt8(ascii: "{"): try object(depth: depth)
            case UInt8(ascii: "["): try array(depth: depth)
            case UInt8(ascii: "\""): .string(try string())
            case UInt8(ascii: "t"): try word("true", .boolean(true))
            case UInt8(ascii: "f"): try word("false", .boolean(false))
            case UInt8(ascii: "n"): try word("null", .null)
            default: try number()
            }
        return JSONText(content: content, range: start..<next)
    }

    private mutating func word(_ word: StaticString, _ content: JSONText.Content) throws(Failure) -> JSONText.Content {
        for offset in 0..<word.utf8CodeUnitCount {
            guard take(word.utf8Start[offset]) else { throw failure("has something that is no value") }
        }
        return content
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONText.Content {
        next += 1
        var items: [JSONText] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array(items) }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return .array(items) }
            guard take(UInt8(ascii: ",")) else { throw failure("lacks a ',' or ']'") }
        }
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONText.Content {
        next += 1
        var members: [(key: String, value: JSONText)] = []
        var keys: Set<String> = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipBlanks()
            guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else { throw failure("lacks a key") }
            let key = try string()
            guard keys.insert(key).inserted else { throw failure("has the key '\(key)' twice") }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw failure("lacks a ':'") }
            members.append((key, try value(depth: depth + 1)))
            skipBlanks()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw failure("lacks a ',' or '}'") }
        }
    }

    private mutating func number() throws(Failure) -> JSONText.Content {
        let start = next
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return .number(String(decoding: bytes[start..<next], as: UTF8.self))
    }

    private mutating func digits() throws(Failure) {
        let start = next
        while next < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[next]) { next += 1 }
        guard next > start else { throw failure("has something that is no value") }
    }

    private mutating func string() throws(Failure) -> String {
        next += 1
        let start = next
        while next < bytes.count, bytes[next] != UInt8(ascii: "\""), bytes[next] != UInt8(ascii: "\\"), bytes[next] >= 0x20 { next += 1 }
        if next < bytes.count, bytes[next] == UInt8(ascii: "\"") {
            defer { next += 1 }
            return try text(bytes[start..<next])
        }
        var unescaped = Array(bytes[start..<next])
        while next < bytes.count {
            let byte = bytes[next]
            next += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(unescaped[...])
            case UInt8(ascii: "\\"): try escape(&unescaped)
            case ..<0x20: throw failure("has a control character in a string")
            default: unescaped.append(byte)
            }
        }
        throw failure("ends in a string")
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(Failure) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw failure("has a string that is not UTF-8") }
        return text
    }

    private mutating func escape(_ text: inout [UInt8]) throws(Failure) {
        guard next < bytes.count else { throw failure("ends in a string") }
        let byte = bytes[next]
        next += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"):
            var code = try fourDigits()
            if (0xD800..<0xDC00).contains(code), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
                let low = try fourDigits()
                guard (0xDC00..<0xE000).contains(low) else { throw failure("has half of a surrogate pair") }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw failure("has half of a surrogate pair") }
            text += Array(String(scalar).utf8)
        default: throw failure("has an escape that there is not")
        }
    }

    private mutating func fourDigits() throws(Failure) -> UInt32 {
        guard next + 4 <= bytes.count else { throw failure("ends in a string") }
        var code: UInt32 = 0
        for byte in bytes[next..<next + 4] {
            guard let digit = hexadecimalDigit(byte) ?? hexadecimalDigit(byte | 0x20) else { throw failure("has an escape that there is not") }
            code = code << 4 | UInt32(digit)
        }
        next += 4
        return code
    }
}
