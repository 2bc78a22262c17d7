/// Two small letters or digits a byte, as digests and ids are written.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// What `hexadecimal` writes, back to bytes; nil where a digit is none, or its pair is missing.
///
/// - Parameter capitals: whether `A` to `F` are digits too.
package func fromHexadecimal(_ text: some Sequence<UInt8>, capitals: Bool = false) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text {
        guard let digit = hexadecimalDigit(character), capitals || character > UInt8(ascii: "Z") || digit < 10 else { return nil }
        if let first = high {
            bytes.append(first << 4 | digit)
            high = nil
        } else {
            high = digit
        }
    }
    return high == nil ? bytes : nil
}

/// 0 to 15; nil for what is no digit. Letters may be large or small.
package func hexadecimalDigit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    default: nil
    }
}
