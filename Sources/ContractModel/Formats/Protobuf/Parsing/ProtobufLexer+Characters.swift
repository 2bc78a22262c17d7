extension ProtobufLexer {
    enum CharacterClass {
        case letter, digit, quote, other
        case symbol(ProtobufToken.Kind)
    }

    /// What a token is that begins with a byte.
    static let classes: [CharacterClass] = (0..<256).map { value in
        let byte = UInt8(value)
        if isDigit(byte) { return .digit }
        if isNamePart(byte) { return .letter }
        switch Unicode.Scalar(byte) {
        case "\"", "'": return .quote
        case ".": return .symbol(.dot)
        case ",": return .symbol(.comma)
        case ";": return .symbol(.semicolon)
        case ":": return .symbol(.colon)
        case "=": return .symbol(.equals)
        case "-": return .symbol(.minus)
        case "/": return .symbol(.slash)
        case "(": return .symbol(.leftParenthesis)
        case ")": return .symbol(.rightParenthesis)
        case "{": return .symbol(.leftBrace)
        case "}": return .symbol(.rightBrace)
        case "[": return .symbol(.leftBracket)
        case "]": return .symbol(.rightBracket)
        case "<": return .symbol(.leftAngle)
        case ">": return .symbol(.rightAngle)
        default: return .other
        }
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isNamePart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
    }

    static func isHexDigit(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6 }

    /// Characters beyond ASCII are told as one, not byte by byte.
    static func continuesOther(_ byte: UInt8, after first: UInt8) -> Bool { first >= 0x80 && byte >= 0x80 }

    static func shown(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        guard let first = bytes.first else { return "nothing" }
        if first < 0x20 || first == 0x7F { return "the control character \(first)" }
        return "'\(String(decoding: bytes.prefix(32), as: UTF8.self))'"
    }

    /// Whether a text is one identifier.
    static func isIdentifier(_ text: some Collection<UInt8>) -> Bool {
        guard let first = text.first, isNamePart(first), !isDigit(first) else { return false }
        return text.allSatisfy(isNamePart)
    }
}
