import HeddleRuntime

/// Texts, blanks taken away as their types say, as values. What is no value of the type is `malformed`, what is beyond it `outOfRange`.
extension XMLReader {
    public borrowing func boolean(_ text: String) throws(CodecError) -> Bool {
        switch text {
        case "true", "1": return true
        case "false", "0": return false
        default: throw failure(.malformed(expected: "true or false"))
        }
    }

    public borrowing func integer<Value: FixedWidthInteger>(_ text: String, _: Value.Type) throws(CodecError) -> Value {
        if let value = Value(text) { return value }
        guard let decimal = XMLDecimal(text), !text.utf8.contains(UInt8(ascii: ".")) else { throw failure(.malformed(expected: "an integer")) }
        guard let value = Value(exactly: decimal) else { throw failure(.outOfRange("an integer that \(Value.self) cannot hold")) }
        return value
    }

    public borrowing func decimal(_ text: String) throws(CodecError) -> XMLDecimal {
        guard let value = XMLDecimal(text) else { throw failure(.malformed(expected: "a decimal")) }
        return value
    }

    /// One of the integers without bounds.
    public borrowing func wholeDecimal(_ text: String) throws(CodecError) -> XMLDecimal {
        guard let value = XMLDecimal(text), !text.utf8.contains(UInt8(ascii: ".")) else { throw failure(.malformed(expected: "an integer")) }
        return value
    }

    public borrowing func double(_ text: String) throws(CodecError) -> Double { try number(text, Double.self) }
    public borrowing func float(_ text: String) throws(CodecError) -> Float { try number(text, Float.self) }

    private borrowing func number<Value: BinaryFloatingPoint & LosslessStringConvertible>(
        _ text: String, _: Value.Type
    ) throws(CodecError) -> Value {
        switch text {
        case "INF": return .infinity
        case "-INF": return -.infinity
        case "NaN": return .nan
        default: break
        }
        // Swift reads more than XML Schema: hexadecimal digits, `inf`, `nan`.
        let isPlain = text.utf8.allSatisfy { isDigit($0) || ".+-eE".utf8.contains($0) }
        let digits = text.hasPrefix(".") || text.contains("-.") || text.contains("+.") || text.contains(".e") || text.contains(".E") || text.hasSuffix(".")
        guard isPlain, let value = Value(digits ? completed(text) : text) else { throw failure(.malformed(expected: "a floating-point number")) }
        return value
    }

    /// `.5` and `5.` are numbers there, and not here.
    private func completed(_ text: String) -> String {
        var result = ""
        var before: Character?
        for character in text {
            if character == ".", before == nil || before == "-" || before == "+" { result += "0" }
            if before == ".", character == "e" || character == "E" { result += "0" }
            result.append(character)
            before = character
        }
        return before == "." && text.contains(where: \.isNumber) ? result + "0" : text == "." ? text : result
    }

    public borrowing func dateTime(_ text: String) throws(CodecError) -> XMLDateTime {
        guard let value = XMLDateTime(text) else { throw failure(.malformed(expected: "a date and time")) }
        return value
    }

    public borrowing func date(_ text: String) throws(CodecError) -> XMLDate {
        guard let value = XMLDate(text) else { throw failure(.malformed(expected: "a date")) }
        return value
    }

    public borrowing func time(_ text: String) throws(CodecError) -> XMLTime {
        guard let value = XMLTime(text) else { throw failure(.malformed(expected: "a time of day")) }
        return value
    }

    public borrowing func partialDate(_ text: String, _ kind: XMLPartialDate.Kind) throws(CodecError) -> XMLPartialDate {
        guard let value = XMLPartialDate(text, kind) else { throw failure(.malformed(expected: "a date of the kind \(kind)")) }
        return value
    }

    public borrowing func duration(_ text: String) throws(CodecError) -> XMLDuration {
        guard let value = XMLDuration(text) else { throw failure(.malformed(expected: "a duration")) }
        return value
    }

    public borrowing func hexBinary(_ text: String) throws(CodecError) -> [UInt8] {
        guard let value = bytes(fromHex: text) else { throw failure(.malformed(expected: "pairs of hexadecimal digits")) }
        return value
    }

    public borrowing func base64Binary(_ text: String) throws(CodecError) -> [UInt8] {
        guard let value = bytes(fromBase64: text) else { throw failure(.malformed(expected: "Base64")) }
        return value
    }
}
