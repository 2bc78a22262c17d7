import Diagnostics

extension JSONReader {
    /// From the opening quote past the closing one.
    mutating func readString() throws(JSONProblem) -> String {
        let opened = position
        offset += 1
        let begin = offset
        var isASCII = true
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                let text = UnsafeBufferPointer(rebasing: bytes[begin..<offset])
                offset += 1
                if isASCII { return String(decoding: text, as: UTF8.self) }
                narrow(by: text.count { $0 & 0xC0 == 0x80 })
                guard let string = String(validating: text, as: UTF8.self) else { throw invalidUTF8(from: begin, opened: opened) }
                return string
            }
            if byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            if byte >= 0x80 { isASCII = false }
            offset += 1
        }
        narrow(by: bytes[begin..<offset].count { $0 & 0xC0 == 0x80 })
        return try readEscapedString(from: begin, opened: opened)
    }

    /// The rest of a string that is not simply what stands there, from its first escape on.
    private mutating func readEscapedString(from begin: Int, opened: SourcePosition) throws(JSONProblem) -> String {
        var text = Array(bytes[begin..<offset])
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                guard let string = String(validating: text, as: UTF8.self) else { throw invalidUTF8(from: begin, opened: opened) }
                return string
            case UInt8(ascii: "\\"):
                try readEscape(into: &text)
            case 0..<0x20:
                throw controlCharacter(byte, opened: opened)
            default:
                text.append(byte)
                advance()
            }
        }
        throw unterminatedString(opened: opened)
    }

    private mutating func readEscape(into text: inout [UInt8]) throws(JSONProblem) {
        let start = position
        offset += 1
        guard let byte = current else { throw badEscape(from: start) }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            let first = try readHexadecimal(from: start)
            if let scalar = Unicode.Scalar(first) {
                text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
                return
            }
            // Half of a pair: the other half must follow at once.
            guard first < 0xDC00, current == UInt8(ascii: "\\"), offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "u")
            else { throw loneSurrogate(from: start) }
            offset += 2
            let second = try readHexadecimal(from: start)
            guard (0xDC00...0xDFFF).contains(second) else { throw loneSurrogate(from: start) }
            let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
            guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate(from: start) }
            text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        default:
            offset -= 1
            throw badEscape(from: start)
        }
    }

    private mutating func readHexadecimal(from start: SourcePosition) throws(JSONProblem) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = current else { throw badEscape(from: start) }
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw badEscape(from: start)
            }
            value = value << 4 | UInt16(digit)
            offset += 1
        }
        return value
    }

    mutating func readNumber() throws(JSONProblem) -> JSONNumber {
        let start = position
        var scan = NumberScan(bytes[offset...])
        let mistake = scan.run()
        let begin = offset
        offset = scan.end
        if let mistake { throw badNumber(mistake, from: start) }
        if let byte = current, isWordByte(byte) || byte == UInt8(ascii: ".") { throw badNumber(.noDigit, from: start) }
        if scan.length > JSONLimits.longestNumber { throw numberTooLong(from: start) }
        return JSONNumber(checked: String(decoding: bytes[begin..<offset], as: UTF8.self))
    }
}
