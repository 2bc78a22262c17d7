extension ExpressionLexer {
    /// `17`, `0x11`, `17u`, `1.5`, `.5`, `1e3`.
    mutating func number() throws(SyntaxProblem) -> Token.Kind {
        let start = place
        if byte() == UInt8(ascii: "0"), byte(1) | 0x20 == UInt8(ascii: "x"), hexValue(byte(2)) != nil {
            place += 2
            var value: UInt64 = 0
            while let digit = hexValue(byte()) {
                guard value >> 60 == 0 else { throw tooLarge(start) }
                value = value << 4 | UInt64(digit)
                place += 1
            }
            return try ending(value, start)
        }
        skipDigits()
        var isDouble = false
        if byte() == UInt8(ascii: "."), isDigit(byte(1)) {
            isDouble = true
            place += 1
            skipDigits()
        }
        if byte() | 0x20 == UInt8(ascii: "e") {
            let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
            if isDigit(byte(1 + sign)) {
                isDouble = true
                place += 1 + sign
                skipDigits()
            }
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isDouble {
            try endOfNumber(start)
            guard let value = Double(text.hasPrefix(".") ? "0" + text : text) else { throw tooLarge(start) }
            return .double(value)
        }
        guard let value = UInt64(text) else { throw tooLarge(start) }
        return try ending(value, start)
    }

    private mutating func ending(_ value: UInt64, _ start: Int) throws(SyntaxProblem) -> Token.Kind {
        let isUnsigned = byte() | 0x20 == UInt8(ascii: "u")
        if isUnsigned { place += 1 }
        try endOfNumber(start)
        return isUnsigned ? .uint(value) : .int(value)
    }

    private mutating func skipDigits() {
        while isDigit(byte()) { place += 1 }
    }

    private mutating func endOfNumber(_ start: Int) throws(SyntaxProblem) {
        guard isLetter(byte()) || isDigit(byte()) else { return }
        while isLetter(byte()) || isDigit(byte()) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        throw SyntaxProblem(ExpressionCode.syntax, "'\(text)' is no number", at: ExpressionSpan(start, place))
    }

    private func tooLarge(_ start: Int) -> SyntaxProblem {
        SyntaxProblem(ExpressionCode.syntax, "the number is too large for 64 bits", at: ExpressionSpan(start, place))
    }
}
