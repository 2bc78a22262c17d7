import Diagnostics

/// `'…'` and `"…"`.
func explainQuotes(_ syntax: SyntaxProblem) -> Diagnostic? {
    switch syntax.problem.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
        return error(
            "the quote that opens here is never closed", at: syntax.context ?? syntax.place,
            secondary: syntax.context == nil ? [] : [.init("the document ends here", at: syntax.place)],
            suggestion: "close it, or quote the whole text if the quote belongs to it")
    case "found unknown escape character":
        let end = Int(syntax.place.end.offset) + 1
        let escape = syntax.byte(at: end - 1).map { $0 < 0x80 && $0 > 0x20 } ?? false
            ? syntax.stretch(from: syntax.place.start, to: end) : syntax.place
        return error(
            "'\(syntax.text(escape))' is no escape of double quotes", at: escape,
            suggestion: "write '\\\\' for a backslash, or use single quotes, which know no escapes")
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
        return error(
            "this escape names no character", at: syntax.place,
            suggestion: "write \\xHH, \\uHHHH or \\UHHHHHHHH with as many hexadecimal digits")
    default: return nil
    }
}

/// `[…]` and `{…}`.
func explainFlow(_ syntax: SyntaxProblem) -> Diagnostic? {
    let isUnfinished: Bool
    switch syntax.problem.problem {
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": isUnfinished = true
    case "did not find expected node content": isUnfinished = false
    default: return nil
    }
    guard let opening = syntax.opening, isUnfinished || syntax.isAtEndOfDocument else {
        return error(
            "expected a value here", at: syntax.place,
            suggestion: "write the value, or quote it if it begins with this character")
    }
    let (name, close) = syntax.text(opening) == "[" ? ("list", "]") : ("mapping", "}")
    if syntax.isAtEndOfDocument {
        return error("this \(name) is never closed", at: opening, suggestion: "close it with '\(close)'")
    }
    return error(
        "expected ',' or '\(close)'", at: syntax.place,
        secondary: [.init("the \(name) opens here", at: opening)],
        suggestion: "put a ',' between two entries, close with '\(close)', or quote the text")
}
