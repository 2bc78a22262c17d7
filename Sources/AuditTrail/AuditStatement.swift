/// What the log was, up to an offset: made by an event of all before it, or noted by somebody elsewhere.
///
///     4711:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
package struct AuditStatement: Sendable, Hashable, CustomStringConvertible {
    /// Everything before it is meant.
    package var offset: Int64
    /// 32 bytes.
    package var digest: [UInt8]

    package init(offset: Int64, digest: [UInt8]) {
        self.offset = offset
        self.digest = digest
    }

    /// nil where they are not an offset and 64 hexadecimal digits.
    package init?(offset: Int64, hexadecimal text: String) {
        guard offset >= 0, text.utf8.count == 64 else { return nil }
        var digest: [UInt8] = []
        var high: UInt8?
        for byte in text.utf8 {
            guard let digit = Self.value(of: byte) else { return nil }
            if let first = high {
                digest.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        self.init(offset: offset, digest: digest)
    }

    /// nil where it is not `OFFSET:DIGEST`.
    package init?(parsing text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let offset = Int64(parts[0]) else { return nil }
        self.init(offset: offset, hexadecimal: String(parts[1]))
    }

    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    package var description: String { "\(offset):\(hexadecimal)" }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
