extension [UInt8] {
    /// The text as a string of JSON, in quotes.
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): self += [UInt8(ascii: "\\"), byte]
            case ..<0x20: self += Array("\\u\(hexadecimalText(UInt64(byte), digits: 4))".utf8)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
