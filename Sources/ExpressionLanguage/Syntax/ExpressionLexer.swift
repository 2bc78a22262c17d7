/// Cuts an expression's text into tokens (CEL specification, "Syntax").
struct ExpressionLexer {
    let bytes: [UInt8]
    var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func tokens() throws(SyntaxProblem) -> [Token] {
        if let place = firstInvalidUTF8(bytes) {
            throw SyntaxProblem(ExpressionCode.syntax, "the expression is not UTF-8", at: ExpressionSpan(place, place))
        }
        var tokens: [Token] = []
        while true {
            skipBlanks()
            let start = place
            let kind = try nextKind()
            tokens.append(Token(kind: kind, span: ExpressionSpan(start, place)))
            if kind == .end { return tokens }
        }
    }

    func byte(_ ahead: Int = 0) -> UInt8 { place + ahead < bytes.count ? bytes[place + ahead] : 0 }

    private mutating func skipBlanks() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20: place += 1
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                while place < bytes.count, bytes[place] != 0x0A { place += 1 }
            default: return
            }
        }
    }

    private mutating func nextKind() throws(SyntaxProblem) -> Token.Kind {
        guard place < bytes.count else { return .end }
        let first = bytes[place]
        if isDigit(first) || first == UInt8(ascii: ".") && isDigit(byte(1)) { return try number() }
        if let prefix = stringPrefix() { return try string(prefix) }
        if isLetter(first) {
            let start = place
            while isLetter(byte()) || isDigit(byte()) { place += 1 }
            let word = String(decoding: bytes[start..<place], as: UTF8.self)
            return ExpressionWords.symbols.contains(word) ? .symbol(word) : .identifier(word)
        }
        if first == UInt8(ascii: "`") { return try quotedIdentifier() }
        return try symbol()
    }

    private mutating func quotedIdentifier() throws(SyntaxProblem) -> Token.Kind {
        let start = place
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "`") {
            let character = bytes[place]
            guard isLetter(character) || isDigit(character) || "-./ ".utf8.contains(character) else {
                throw SyntaxProblem(
                    ExpressionCode.syntax, "a name in backticks has letters, digits, '_', '-', '.', '/' and blanks only",
                    at: ExpressionSpan(start, place + 1))
            }
            place += 1
        }
        guard place < bytes.count, place > start + 1 else {
            throw SyntaxProblem(ExpressionCode.syntax, "a name in backticks does not end", at: ExpressionSpan(start, place))
        }
        place += 1
        return .quotedIdentifier(String(decoding: bytes[start + 1..<place - 1], as: UTF8.self))
    }

    private mutating func symbol() throws(SyntaxProblem) -> Token.Kind {
        let two = String(decoding: bytes[place..<min(place + 2, bytes.count)], as: UTF8.self)
        if ["==", "!=", "<=", ">=", "&&", "||"].contains(two) {
            place += 2
            return .symbol(two)
        }
        let one = UnicodeScalar(bytes[place])
        if "+-*/%!<>?:.,()[]{}".unicodeScalars.contains(one) {
            place += 1
            return .symbol(String(one))
        }
        throw unexpectedCharacter()
    }

    private func unexpectedCharacter() -> SyntaxProblem {
        var length = 1
        while place + length < bytes.count, bytes[place + length] & 0xC0 == 0x80 { length += 1 }
        let character = String(decoding: bytes[place..<place + length], as: UTF8.self)
        let suggestion: String? =
            switch character {
            case "=": "write '==' to compare"
            case "&": "write '&&'"
            case "|": "write '||'"
            case "“", "”", "‘", "’": "write straight quotes: '\"' or \"'\""
            default: nil
            }
        let shown = character.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F } ? "'\(character)'" : "a control character"
        return SyntaxProblem(
            ExpressionCode.syntax, "\(shown) is not part of the language", at: ExpressionSpan(place, place + length),
            suggestion: suggestion)
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
        || byte == UInt8(ascii: "_")
}

func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
}

/// Where the bytes stop being UTF-8; nil where they do not.
private func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var place = 0
    while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): place += UTF8.width(scalar)
        case .emptyInput: return nil
        case .error: return place
        }
    }
}
