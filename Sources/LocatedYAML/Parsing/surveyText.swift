import Diagnostics

/// Why a file's bytes are no text that YAML can be read from.
enum TextProblem: Error {
    case unsupportedEncoding(String)
    /// Well-formed up to the place where `length` bytes are not UTF-8.
    case invalidUTF8(at: SourcePosition, length: Int)
    case controlCharacter(Unicode.Scalar, at: SourcePosition, length: Int)
}

/// One pass over the bytes: that they are UTF-8 and printable (YAML 1.2.2, section 5.1), and where the lines begin.
func surveyText(_ bytes: UnsafeBufferPointer<UInt8>) throws(TextProblem) -> TextPositions {
    if let encoding = foreignEncoding(bytes) { throw .unsupportedEncoding(encoding) }
    let textStart = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    var lineBytes: [UInt32] = [UInt32(textStart)]
    var lineScalars: [UInt32] = [0]
    lineBytes.reserveCapacity(bytes.count / 32)
    lineScalars.reserveCapacity(bytes.count / 32)
    /// Bytes so far that start no scalar.
    var continuations = textStart
    func positions() -> TextPositions {
        let isASCII = continuations == textStart
        return TextPositions(
            bytes: bytes, textStart: textStart, lineBytes: lineBytes, lineScalars: isASCII ? [] : lineScalars)
    }
    func position(_ offset: Int) -> SourcePosition {
        var positions = positions()
        return positions.position(ofByte: offset)
    }

    var index = textStart
    while index < bytes.count {
        let byte = bytes[index]
        if byte >= 0x20 && byte < 0x7F {
            index += 1
        } else if byte == 0x0A || byte == 0x0D {
            index += 1
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            lineBytes.append(UInt32(truncatingIfNeeded: index))
            lineScalars.append(UInt32(truncatingIfNeeded: index - continuations))
        } else if byte == 0x09 {
            index += 1
        } else if byte < 0x80 {
            throw .controlCharacter(Unicode.Scalar(byte), at: position(index), length: 1)
        } else {
            let (scalar, length) = decodeScalar(bytes, at: index)
            guard let scalar else {
                throw .invalidUTF8(at: position(index), length: length)
            }
            guard isPrintable(scalar) else {
                throw .controlCharacter(scalar, at: position(index), length: length)
            }
            continuations += length - 1
            index += length
        }
    }
    return positions()
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F: scalar.value == 0x85
    case 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
}

/// The scalar at `index`, or nil and the length of what is malformed.
private func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar?, length: Int) {
    let lead = bytes[index]
    let (length, bits, least): (Int, UInt32, UInt32) =
        switch lead {
        case 0xC2...0xDF: (2, UInt32(lead & 0x1F), 0x80)
        case 0xE0...0xEF: (3, UInt32(lead & 0x0F), 0x800)
        case 0xF0...0xF4: (4, UInt32(lead & 0x07), 0x10000)
        default: (1, 0, 1)
        }
    guard length > 1 else { return (nil, 1) }
    var value = bits
    for step in 1..<length {
        guard index + step < bytes.count, bytes[index + step] & 0xC0 == 0x80 else { return (nil, step) }
        value = value << 6 | UInt32(bytes[index + step] & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (nil, length) }
    return (scalar, length)
}

/// UTF-16 and UTF-32 by their byte order marks, or by the zero bytes that ASCII has there.
private func foreignEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count >= 2 else { return nil }
    let head = (bytes[0], bytes[1], bytes.count > 2 ? bytes[2] : 1, bytes.count > 3 ? bytes[3] : 1)
    switch head {
    case (0x00, 0x00, 0xFE, 0xFF), (0x00, 0x00, 0x00, 0x01...0x7F): return "UTF-32"
    case (0xFF, 0xFE, 0x00, 0x00), (0x01...0x7F, 0x00, 0x00, 0x00): return "UTF-32"
    case (0xFE, 0xFF, _, _), (0xFF, 0xFE, _, _): return "UTF-16"
    case (0x00, 0x09...0x7E, 0x00, _), (0x09...0x7E, 0x00, _, 0x00): return "UTF-16"
    default: return nil
    }
}
