/// Walks over a number as RFC 8259 has it.
///
///     number = [ "-" ] ( "0" / 1-9 *DIGIT ) [ "." 1*DIGIT ] [ ("e" / "E") [ "+" / "-" ] 1*DIGIT ]
struct NumberScan<Bytes: Collection> where Bytes.Element == UInt8 {
    enum Mistake {
        case noDigit, leadingZero, noFraction, noExponent, exponentTooLong
    }

    private let bytes: Bytes
    private(set) var end: Bytes.Index
    /// Bytes walked over.
    private(set) var length = 0

    init(_ bytes: Bytes) {
        self.bytes = bytes
        end = bytes.startIndex
    }

    var isAtEnd: Bool { end == bytes.endIndex }

    private var current: UInt8 { end == bytes.endIndex ? 0 : bytes[end] }

    private mutating func advance() {
        bytes.formIndex(after: &end)
        length += 1
    }

    private mutating func digits() -> Int {
        let before = length
        while current &- UInt8(ascii: "0") < 10 { advance() }
        return length - before
    }

    /// Nil where it is a number; `end` is then past it, and at the mistake otherwise.
    mutating func run() -> Mistake? {
        if current == UInt8(ascii: "-") { advance() }
        if current == UInt8(ascii: "0") {
            advance()
            if current &- UInt8(ascii: "0") < 10 { return .leadingZero }
        } else if digits() == 0 {
            return .noDigit
        }
        if current == UInt8(ascii: ".") {
            advance()
            if digits() == 0 { return .noFraction }
        }
        if current | 0x20 == UInt8(ascii: "e") {
            advance()
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { advance() }
            while current == UInt8(ascii: "0") {
                advance()
                if current &- UInt8(ascii: "0") >= 10 { return nil }
            }
            switch digits() {
            case 0: return .noExponent
            case 1...JSONLimits.longestExponent: return nil
            default: return .exponentTooLong
            }
        }
        return nil
    }
}
