extension ByteReader {
    /// Owned text. Escapes are resolved; half a surrogate pair is refused, and so are bytes that are not UTF-8.
    @inline(never)
    @_lifetime(self: copy self)
    public mutating func readJSONString() throws(CodecError) -> String {
        guard peekJSON() == UInt8(ascii: "\"") else { throw jsonFailure("a string") }
        let first = next + 1
        let (stop, isASCII) = plainJSONText(from: first)
        guard stop < end, stop.load(as: UInt8.self) == UInt8(ascii: "\"") else { return try readEscapedJSONString() }
        let span = Span<UInt8>(_unsafeStart: first.assumingMemoryBound(to: UInt8.self), count: stop - first)
        if isASCII {
            next = stop + 1
            return String(copying: unsafe UTF8Span(unchecked: span, isKnownASCII: true))
        }
        guard let text = try? UTF8Span(validating: span) else { throw failure(.invalidText) }
        next = stop + 1
        return String(copying: text)
    }

    /// As far as no byte says anything special: up to a quote, a backslash, a control character or the end.
    @inline(__always)
    func plainJSONText(from first: UnsafeRawPointer) -> (stop: UnsafeRawPointer, isASCII: Bool) {
        var place = first
        var seen: UInt64 = 0
        while end - place >= 8 {
            let word = JSONScan.load(place)
            let specials = JSONScan.specials(word)
            if specials != 0 {
                let bits = specials.trailingZeroBitCount &- 7
                seen |= word & ((1 &<< UInt64(truncatingIfNeeded: bits)) &- 1)
                return (place + bits &>> 3, seen & JSONScan.highBits == 0)
            }
            seen |= word
            place += 8
        }
        while place < end {
            let byte = place.load(as: UInt8.self)
            if JSONScan.isSpecial(byte) { break }
            seen |= UInt64(byte)
            place += 1
        }
        return (place, seen & JSONScan.highBits == 0)
    }

    /// At the opening quote.
    @inline(never)
    @_lifetime(self: copy self)
    mutating func readEscapedJSONString() throws(CodecError) -> String {
        var text: [UInt8] = []
        try readJSONTextBytes(into: &text)
        let isText: Bool = { if let _ = try? UTF8Span(validating: text.span) { true } else { false } }()
        guard isText else { throw failure(.invalidText) }
        return String(decoding: text, as: UTF8.self)
    }

    /// From the opening quote past the closing one; escapes resolved, UTF-8 not looked at.
    @_lifetime(self: copy self)
    mutating func readJSONTextBytes(into text: inout [UInt8]) throws(CodecError) {
        next += 1
        while true {
            let (stop, _) = plainJSONText(from: next)
            text.append(contentsOf: UnsafeRawBufferPointer(start: next, count: stop - next))
            next = stop
            guard next < end else { throw endOfInput() }
            switch next.load(as: UInt8.self) {
            case UInt8(ascii: "\""):
                next += 1
                return
            case UInt8(ascii: "\\"):
                next += 1
                try readJSONEscape(into: &text)
            default: throw failure(.malformed(expected: "no control character in a string"))
            }
        }
    }

    /// After the backslash.
    @_lifetime(self: copy self)
    private mutating func readJSONEscape(into text: inout [UInt8]) throws(CodecError) {
        switch try readByte() {
        case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"):
            var code = try readFourHexDigits()
            if (0xD800...0xDBFF).contains(code) {
                guard try readByte() == UInt8(ascii: "\\"), try readByte() == UInt8(ascii: "u") else { throw loneSurrogate() }
                let low = try readFourHexDigits()
                guard (0xDC00...0xDFFF).contains(low) else { throw loneSurrogate() }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw loneSurrogate() }
            text.append(contentsOf: UTF8.encode(scalar)!)
        default:
            next -= 1
            throw failure(.malformed(expected: "an escape of JSON after the backslash"))
        }
    }

    private func loneSurrogate() -> CodecError { failure(.malformed(expected: "both halves of a surrogate pair")) }

    @_lifetime(self: copy self)
    private mutating func readFourHexDigits() throws(CodecError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = try readByte()
            guard let digit = hexDigit(byte) else {
                next -= 1
                throw failure(.malformed(expected: "four hexadecimal digits"))
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// The bytes of a string without escapes, not yet known to be UTF-8; nil, and nothing read, where it has escapes or does not end.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func readPlainJSONText() throws(CodecError) -> UnsafeRawBufferPointer? {
        guard peekJSON() == UInt8(ascii: "\"") else { throw jsonFailure("a string") }
        let first = next + 1
        let (stop, _) = plainJSONText(from: first)
        guard stop < end, stop.load(as: UInt8.self) == UInt8(ascii: "\"") else { return nil }
        next = stop + 1
        return UnsafeRawBufferPointer(start: first, count: stop - first)
    }

    /// Reads a string by its bytes, escapes resolved. What is no ASCII is the reader's to refuse.
    ///
    /// - Parameters:
    ///   - expected: what the string must be: `a date such as 2024-02-29`.
    ///   - parse: nil where it is not.
    @inline(__always)
    @_lifetime(self: copy self)
    mutating func readJSONText<Value>(_ expected: StaticString, _ parse: (UnsafeRawBufferPointer) -> Value?) throws(CodecError) -> Value {
        let start = next
        if let plain = try readPlainJSONText() {
            if let value = parse(plain) { return value }
        } else {
            var text: [UInt8] = []
            try readJSONTextBytes(into: &text)
            if let value = text.withUnsafeBytes(parse) { return value }
        }
        next = start
        throw jsonFailure(expected.description)
    }
}

@inline(__always)
func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    default: nil
    }
}
