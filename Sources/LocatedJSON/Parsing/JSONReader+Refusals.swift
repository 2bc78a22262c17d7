import Diagnostics

/// Where reading stops, and what is said about it.
extension JSONReader {
    private func refusal(
        _ code: String, _ message: String, at range: SourceRange, secondary: [Diagnostic.Label] = [], suggestion: String? = nil
    ) -> JSONProblem {
        JSONProblem(diagnostic: Diagnostic(code: code, message, at: range, secondary: secondary, suggestion: suggestion))
    }

    /// The character that stands here, or the text's end.
    private mutating func here() -> SourceRange {
        let start = position
        if current != nil {
            advance()
            while let byte = current, byte & 0xC0 == 0x80 { advance() }
        }
        return range(from: start)
    }

    mutating func unexpected(_ expectation: String) -> JSONProblem {
        guard let byte = current else { return endOfText(expectation) }
        if byte >= 0x80, let problem = invalidCharacter() { return problem }
        let range = here()
        let text = String(decoding: bytes[Int(range.start.offset)..<Int(range.end.offset)], as: UTF8.self)
        let shown = byte < 0x20 || byte == 0x7F ? "the control character U+00\(hexadecimal(byte))" : "'\(text)'"
        return refusal("json/syntax", "\(shown) cannot stand here; \(expectation)", at: range)
    }

    mutating func endOfText(_ expectation: String) -> JSONProblem {
        refusal("json/syntax", "the text ends; \(expectation)", at: here())
    }

    mutating func missingSeparator(end: UInt8, opened: SourcePosition) -> JSONProblem {
        let closing = end == UInt8(ascii: "}") ? "}" : "]"
        var problem = unexpected("',' or '\(closing)' is expected")
        let opening = SourcePosition(offset: Int(opened.offset) + 1, line: Int(opened.line), column: Int(opened.column) + 1)
        problem.diagnostic.secondary.append(.init("opened here", at: SourceRange(file: file, start: opened, end: opening)))
        return problem
    }

    mutating func missingColon(after key: String, at range: SourceRange) -> JSONProblem {
        var problem = unexpected("':' is expected")
        problem.diagnostic.secondary.append(.init("after this key", at: range))
        return problem
    }

    mutating func trailingText() -> JSONProblem {
        refusal("json/trailing-text", "the text goes on after its value", at: here(), suggestion: "a JSON text is one value")
    }

    mutating func tooLarge() -> JSONProblem {
        refusal(
            "json/too-large", "the text has \(bytes.count) bytes; at most \(limits.maximumBytes) are read",
            at: SourceRange(file: file, start: .start, end: .start))
    }

    mutating func tooManyValues() -> JSONProblem {
        refusal("json/too-large", "the text has more than \(limits.maximumValues) values", at: here())
    }

    mutating func tooDeep() -> JSONProblem {
        refusal("json/too-deep", "arrays and objects are nested more than \(limits.maximumDepth) deep", at: here())
    }

    mutating func numberTooLong(from start: SourcePosition) -> JSONProblem {
        refusal("json/too-large", "a number has more than \(JSONLimits.longestNumber) characters", at: range(from: start))
    }

    mutating func badNumber(_ mistake: NumberScan<Slice<UnsafeBufferPointer<UInt8>>>.Mistake, from start: SourcePosition)
        -> JSONProblem
    {
        while let byte = current,
            isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        {
            advance()
        }
        let range = range(from: start)
        let written = excerpt(String(decoding: bytes[Int(start.offset)..<offset], as: UTF8.self))
        switch mistake {
        case .leadingZero:
            return refusal(
                "json/bad-number", "the number '\(written)' begins with 0", at: range,
                suggestion: "write it without the leading zeros")
        case .noFraction: return refusal("json/bad-number", "the number '\(written)' has no digits after its point", at: range)
        case .noExponent: return refusal("json/bad-number", "the number '\(written)' has no digits in its exponent", at: range)
        case .exponentTooLong:
            return refusal(
                "json/too-large", "the exponent of '\(written)' has more than \(JSONLimits.longestExponent) digits", at: range)
        case .noDigit:
            return refusal(
                "json/bad-number", "'\(written)' is no JSON number", at: range,
                suggestion: "a number looks like -12, 0.5 or 6.1e23")
        }
    }

    mutating func badEscape(from start: SourcePosition) -> JSONProblem {
        if current != nil { _ = here() }
        return refusal(
            "json/bad-escape", "this is no escape that JSON knows", at: range(from: start),
            suggestion: #"after '\' stands one of " \ / b f n r t, or u and four hexadecimal digits"#)
    }

    mutating func loneSurrogate(from start: SourcePosition) -> JSONProblem {
        refusal("json/lone-surrogate", "half of a surrogate pair stands alone and is no character", at: range(from: start))
    }

    mutating func unterminatedString(opened: SourcePosition) -> JSONProblem {
        refusal(
            "json/unterminated-string", "this string has no end", at: range(from: opened),
            suggestion: "close it with a double quote")
    }

    mutating func controlCharacter(_ byte: UInt8, opened: SourcePosition) -> JSONProblem {
        if byte == 0x0A || byte == 0x0D { return unterminatedString(opened: opened) }
        return refusal(
            "json/control-character", "the control character U+00\(hexadecimal(byte)) stands in a string", at: here(),
            suggestion: byte == 0x09 ? #"write '\t'"# : #"write '\u00\#(hexadecimal(byte))'"#)
    }

    /// Bytes of a string from `begin` on are not UTF-8: says which.
    mutating func invalidUTF8(from begin: Int, opened: SourcePosition) -> JSONProblem {
        let columnStart = Int(opened.offset)
        var rest = bytes[begin...]
        while let (scalar, next) = decodeScalar(rest) {
            if scalar == "\"" { break }
            rest = bytes[next...]
        }
        let skipped = bytes[columnStart..<rest.startIndex].count { $0 & 0xC0 != 0x80 }
        let start = SourcePosition(offset: rest.startIndex, line: Int(opened.line), column: Int(opened.column) + skipped)
        let end = SourcePosition(
            offset: min(rest.startIndex + 1, bytes.count), line: Int(opened.line), column: Int(start.column) + 1)
        return refusal(
            "json/invalid-utf8", "the byte \(rest.first.map(hexadecimal) ?? "") is not UTF-8 here",
            at: SourceRange(file: file, start: start, end: end), suggestion: "save the file as UTF-8")
    }

    private mutating func invalidCharacter() -> JSONProblem? {
        if decodeScalar(bytes[offset...]) != nil { return nil }
        let byte = bytes[offset]
        return refusal(
            "json/invalid-utf8", "the byte \(hexadecimal(byte)) is not UTF-8 here", at: here(),
            suggestion: "save the file as UTF-8")
    }

    private func decodeScalar(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> (Unicode.Scalar, next: Int)? {
        var decoder = UTF8()
        var bytes = rest.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
        return (scalar, rest.startIndex + UTF8.width(scalar))
    }
}

private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
}

/// What others wrote, short enough for a sentence.
func excerpt(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))) + "…"
}
