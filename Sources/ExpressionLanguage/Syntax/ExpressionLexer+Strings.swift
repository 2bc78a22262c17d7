extension ExpressionLexer {
    struct StringPrefix {
        var isRaw = false
        var isBytes = false
        var length = 0
    }

    /// Whether a string begins here: `'`, `"`, or one of them behind `r` and `b` in either case.
    func stringPrefix() -> StringPrefix? {
        var prefix = StringPrefix()
        while true {
            switch byte(prefix.length) {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): return prefix
            case UInt8(ascii: "r"), UInt8(ascii: "R"):
                if prefix.isRaw { return nil }
                prefix.isRaw = true
            case UInt8(ascii: "b"), UInt8(ascii: "B"):
                if prefix.isBytes { return nil }
                prefix.isBytes = true
            default: return nil
            }
            prefix.length += 1
        }
    }

    mutating func string(_ prefix: StringPrefix) throws(SyntaxProblem) -> Token.Kind {
        let start = place
        place += prefix.length
        let quote = byte()
        let isTriple = byte(1) == quote && byte(2) == quote
        place += isTriple ? 3 : 1
        var content: [UInt8] = []
        while true {
            guard place < bytes.count else { throw unended(start) }
            let next = bytes[place]
            if next == quote, !isTriple || byte(1) == quote && byte(2) == quote {
                place += isTriple ? 3 : 1
                break
            }
            if next == 0x0A || next == 0x0D, !isTriple { throw unended(start) }
            if next == UInt8(ascii: "\\"), !prefix.isRaw {
                try escape(into: &content, isBytes: prefix.isBytes)
            } else if next == 0x0D {
                // Line ends are one character, however the file ends its lines.
                content.append(0x0A)
                place += byte(1) == 0x0A ? 2 : 1
            } else {
                content.append(next)
                place += 1
            }
        }
        return prefix.isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
    }

    private func unended(_ start: Int) -> SyntaxProblem {
        SyntaxProblem(
            ExpressionCode.syntax, "the string does not end on its line", at: ExpressionSpan(start, place),
            suggestion: "close it with the quote that it begins with; strings in three quotes may have line breaks")
    }

    private mutating func escape(into content: inout [UInt8], isBytes: Bool) throws(SyntaxProblem) {
        let start = place
        place += 1
        let letter = byte()
        place += 1
        switch letter {
        case UInt8(ascii: "a"): content.append(0x07)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "v"): content.append(0x0B)
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): content.append(letter)
        case UInt8(ascii: "x"), UInt8(ascii: "X"): try append(try hexDigits(2, start), to: &content, isBytes: isBytes, start)
        case UInt8(ascii: "u") where !isBytes: try append(try hexDigits(4, start), to: &content, isBytes: false, start)
        case UInt8(ascii: "U") where !isBytes: try append(try hexDigits(8, start), to: &content, isBytes: false, start)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            var value = UInt32(letter - UInt8(ascii: "0"))
            for _ in 0..<2 {
                guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte()) else { throw unknownEscape(start) }
                value = value * 8 + UInt32(byte() - UInt8(ascii: "0"))
                place += 1
            }
            try append(value, to: &content, isBytes: isBytes, start)
        default: throw unknownEscape(start)
        }
    }

    private mutating func hexDigits(_ count: Int, _ start: Int) throws(SyntaxProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = hexValue(byte()) else { throw unknownEscape(start) }
            value = value << 4 | digit
            place += 1
        }
        return value
    }

    private func append(_ value: UInt32, to content: inout [UInt8], isBytes: Bool, _ start: Int) throws(SyntaxProblem) {
        if isBytes {
            content.append(UInt8(truncatingIfNeeded: value))
        } else if let scalar = Unicode.Scalar(value) {
            content.append(contentsOf: Array(String(scalar).utf8))
        } else {
            throw SyntaxProblem(ExpressionCode.syntax, "the escape names no Unicode character", at: ExpressionSpan(start, place))
        }
    }

    private func unknownEscape(_ start: Int) -> SyntaxProblem {
        SyntaxProblem(
            ExpressionCode.syntax, "the backslash begins no escape that there is", at: ExpressionSpan(start, min(place, bytes.count)),
            suggestion: "write '\\\\' for a backslash, or r'…' for a string in which it means itself")
    }
}
