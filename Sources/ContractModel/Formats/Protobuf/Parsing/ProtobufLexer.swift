/// Bytes → tokens, with protoc's lexical rules.
///
/// Works over a buffer that outlives it. What is wrong is kept as `problems`, in order.
struct ProtobufLexer {
    struct Problem {
        var code: ProtobufCode
        var message: String
        var span: ProtobufSpan
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private var offset: Int
    var problems: [Problem] = []
    /// A file of noise has millions.
    private static let mostProblems = 200

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        // A byte order mark is passed over.
        offset = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    mutating func next(names: inout ProtobufNames) -> ProtobufToken {
        skipSpaceAndComments()
        guard offset < bytes.count else { return token(.end, from: offset) }
        let start = offset
        let byte = bytes[offset]
        switch Self.classes[Int(byte)] {
        case .letter:
            repeat { offset += 1 } while offset < bytes.count && Self.isNamePart(bytes[offset])
            var token = token(.identifier, from: start)
            token.name = names.id(of: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
            return token
        case .digit:
            return number()
        case .quote:
            return string(quote: byte)
        case .symbol(let kind):
            if kind == .dot, offset + 1 < bytes.count, Self.isDigit(bytes[offset + 1]) { return number() }
            offset += 1
            return token(kind, from: start)
        case .other:
            repeat { offset += 1 } while offset < bytes.count && Self.continuesOther(bytes[offset], after: byte)
            let token = token(.broken, from: start)
            let shown = problems.count < Self.mostProblems ? Self.shown(bytes[start..<offset]) : ""
            report(.invalidCharacter, "no token begins with \(shown)", token.span)
            return token
        }
    }

    private func token(_ kind: ProtobufToken.Kind, from start: Int) -> ProtobufToken {
        ProtobufToken(kind: kind, span: span(from: start))
    }

    func span(from start: Int) -> ProtobufSpan {
        ProtobufSpan(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: offset))
    }

    mutating func report(_ code: ProtobufCode, _ message: String, _ span: ProtobufSpan) {
        if problems.count < Self.mostProblems { problems.append(Problem(code: code, message: message, span: span)) }
    }

    private mutating func skipSpaceAndComments() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D:
                offset += 1
            case UInt8(ascii: "/") where offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "/"):
                while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
            case UInt8(ascii: "/") where offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "*"):
                skipBlockComment()
            default:
                return
            }
        }
    }

    private mutating func skipBlockComment() {
        let start = offset
        offset += 2
        while offset + 1 < bytes.count {
            if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") {
                offset += 2
                return
            }
            offset += 1
        }
        offset = bytes.count
        report(
            .unterminatedComment, "a comment begins here and never ends",
            ProtobufSpan(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start + 2)))
    }

    // MARK: Numbers

    /// `12`, `0x1F`, `017`, `1.5`, `.5`, `1e10`. A value is made from the text by `ProtobufLiterals`.
    private mutating func number() -> ProtobufToken {
        let start = offset
        var isFloat = false
        if bytes[offset] == UInt8(ascii: "0"), offset + 1 < bytes.count, bytes[offset + 1] | 0x20 == UInt8(ascii: "x") {
            offset += 2
            let digits = offset
            while offset < bytes.count, Self.isHexDigit(bytes[offset]) { offset += 1 }
            if digits == offset { return brokenNumber(from: start, "'0x' is followed by no digit") }
        } else {
            while offset < bytes.count, Self.isDigit(bytes[offset]) { offset += 1 }
            if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
                isFloat = true
                offset += 1
                while offset < bytes.count, Self.isDigit(bytes[offset]) { offset += 1 }
            }
            if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
                isFloat = true
                offset += 1
                if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
                let digits = offset
                while offset < bytes.count, Self.isDigit(bytes[offset]) { offset += 1 }
                if digits == offset { return brokenNumber(from: start, "the exponent has no digits") }
            }
            if !isFloat, offset - start > 1, bytes[start] == UInt8(ascii: "0"),
                bytes[start..<offset].contains(where: { $0 > UInt8(ascii: "7") })
            {
                return brokenNumber(from: start, "a number that begins with 0 is octal, and has digits from 0 to 7")
            }
        }
        if offset < bytes.count, Self.isNamePart(bytes[offset]) {
            return brokenNumber(from: start, "a number and a name stand without a space between them")
        }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            return brokenNumber(from: start, isFloat ? "a number has two points" : "a hexadecimal or octal number has no fraction")
        }
        return token(isFloat ? .float : .integer, from: start)
    }

    private mutating func brokenNumber(from start: Int, _ message: String) -> ProtobufToken {
        while offset < bytes.count, Self.isNamePart(bytes[offset]) || bytes[offset] == UInt8(ascii: ".") { offset += 1 }
        let token = token(.broken, from: start)
        report(.invalidNumber, message, token.span)
        return token
    }

    // MARK: Strings

    private mutating func string(quote: UInt8) -> ProtobufToken {
        let start = offset
        offset += 1
        while offset < bytes.count {
            switch bytes[offset] {
            case quote:
                offset += 1
                return token(.string, from: start)
            case 0x0A:
                let token = token(.broken, from: start)
                report(.invalidString, "a string ends on the line where it begins", token.span)
                return token
            case UInt8(ascii: "\\"):
                offset += offset + 1 < bytes.count && bytes[offset + 1] != 0x0A ? 2 : 1
            case 0:
                report(.invalidCharacter, "a string holds the character NUL: write it as \\0", span(from: offset))
                offset += 1
            default:
                offset += 1
            }
        }
        let token = token(.broken, from: start)
        report(.invalidString, "a string begins here and never ends", token.span)
        return token
    }
}
