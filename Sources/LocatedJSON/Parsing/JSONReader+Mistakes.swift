import Diagnostics

/// What only resembles JSON and has a plain meaning: told, then read as it was meant.
extension JSONReader {
    mutating func report(_ diagnostic: Diagnostic) throws(JSONProblem) {
        if limits.maximumDiagnostics == 0 { throw JSONProblem(diagnostic: diagnostic) }
        if diagnostics.count >= limits.maximumDiagnostics {
            throw JSONProblem(
                diagnostic: Diagnostic(
                    code: "json/too-many-errors", "there are more than \(limits.maximumDiagnostics) mistakes; reading stops here",
                    at: diagnostic.range))
        }
        diagnostics.append(diagnostic)
    }

    mutating func skipByteOrderMark() throws(JSONProblem) {
        guard bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        offset = 3
        narrow(by: 3)
        let range = SourceRange(file: file, start: .start, end: position)
        try report(
            Diagnostic(
                code: "json/byte-order-mark", "the text begins with a byte order mark, which JSON does not allow", at: range,
                suggestion: "save the file as UTF-8 without a byte order mark", fixIts: [TextEdit(replace: range, with: "")]))
    }

    /// False where no comment begins here.
    mutating func skipComment() throws(JSONProblem) -> Bool {
        let start = position
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        if current == UInt8(ascii: "#") || next == UInt8(ascii: "/") {
            while let byte = current, byte != 0x0A, byte != 0x0D { advance() }
        } else if next == UInt8(ascii: "*") {
            advance()
            advance()
            var previous: UInt8 = 0
            while let byte = current {
                advance()
                if previous == UInt8(ascii: "*"), byte == UInt8(ascii: "/") { break }
                previous = byte
            }
        } else {
            return false
        }
        let range = range(from: start)
        try report(
            Diagnostic(
                code: "json/comment", "a comment stands here, which JSON does not allow", at: range,
                suggestion: "remove it, or put it into a member such as \"$comment\"",
                fixIts: [TextEdit(replace: range, with: "")]))
        return true
    }

    mutating func reportTrailingComma(at range: SourceRange) throws(JSONProblem) {
        try report(
            Diagnostic(
                code: "json/trailing-comma", "nothing follows this comma", at: range, suggestion: "remove it",
                fixIts: [TextEdit(replace: range, with: "")]))
    }

    mutating func reportDuplicateKey(_ key: String, at range: SourceRange, first: SourceRange) throws(JSONProblem) {
        try report(
            Diagnostic(
                code: "json/duplicate-key", "the key '\(excerpt(key))' stands twice in this object", at: range,
                secondary: [.init("first given here", at: first)], suggestion: "remove one of the two"))
    }

    /// A key that does not begin with a double quote.
    mutating func readMistakenKey() throws(JSONProblem) -> String {
        guard let byte = current else { throw endOfText("a key in double quotes or '}' is expected") }
        if byte == UInt8(ascii: "'") { return try readSingleQuoted() }
        guard isWordByte(byte), byte < 0x80 else { throw unexpected("a key in double quotes or '}' is expected") }
        let start = position
        let word = readBareWord()
        let range = range(from: start)
        try report(
            Diagnostic(
                code: "json/unquoted-key", "the key '\(excerpt(word))' is not in double quotes", at: range,
                suggestion: "write \"\(excerpt(word))\"", fixIts: [TextEdit(replace: range, with: jsonText(word))]))
        return word
    }

    /// A value that JSON does not know.
    mutating func readMistakenValue() throws(JSONProblem) -> JSONNode.Content {
        guard let byte = current else { throw endOfText("a value is expected") }
        let start = position
        if byte == UInt8(ascii: "'") { return .string(try readSingleQuoted()) }
        if byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") { throw badNumber(.noDigit, from: start) }
        guard isWordByte(byte), byte < 0x80 else { throw unexpected("a value is expected") }
        let word = readBareWord()
        let range = range(from: start)
        if word == "NaN" || word == "Infinity" || word == "inf" || word == "nan" {
            try report(
                Diagnostic(
                    code: "json/bad-number", "JSON has no number '\(word)'", at: range, suggestion: "write null or a string"))
            return .null
        }
        let meant = ["true": "true", "false": "false", "null": "null", "none": "null", "nil": "null", "undefined": "null"][
            word.lowercased()]
        throw JSONProblem(
            diagnostic: Diagnostic(
                code: "json/syntax", "'\(excerpt(word))' is no JSON value", at: range,
                suggestion: meant.map { "did you mean '\($0)'?" } ?? "put a string into double quotes"))
    }

    private mutating func readBareWord() -> String {
        let begin = offset
        while let byte = current, isWordByte(byte) || byte == UInt8(ascii: "-") { advance() }
        return String(decoding: bytes[begin..<offset], as: UTF8.self)
    }

    private mutating func readSingleQuoted() throws(JSONProblem) -> String {
        let start = position
        advance()
        let begin = offset
        while let byte = current, byte != UInt8(ascii: "'"), byte >= 0x20 { advance() }
        guard current == UInt8(ascii: "'") else { throw unterminatedString(opened: start) }
        let text = String(decoding: bytes[begin..<offset], as: UTF8.self)
        advance()
        let range = range(from: start)
        try report(
            Diagnostic(
                code: "json/single-quotes", "a string stands in single quotes", at: range, suggestion: "use double quotes",
                fixIts: [TextEdit(replace: range, with: jsonText(text))]))
        return text
    }
}
