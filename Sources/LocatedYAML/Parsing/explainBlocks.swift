import Diagnostics

/// Tabs, and lines that begin in a column where nothing can.
func explainIndentation(_ syntax: SyntaxProblem) -> Diagnostic? {
    switch syntax.problem.problem {
    case "found character that cannot start any token",
        "found a tab character that violates indentation",
        "found a tab character where an indentation space is expected":
        guard syntax.byte == UInt8(ascii: "\t") else { return nil }
        var end = Int(syntax.place.start.offset)
        while syntax.byte(at: end) == UInt8(ascii: "\t") { end += 1 }
        let tabs = syntax.stretch(from: syntax.place.start, to: end)
        return Diagnostic(
            code: YAMLCode.tabIndentation.rawValue,
            "a tab cannot indent a line of YAML",
            at: tabs,
            suggestion: "indent with spaces",
            fixIts: [TextEdit(replace: tabs, with: String(repeating: "  ", count: tabs.length))])
    case "did not find expected key":
        let start = syntax.context.map { [Diagnostic.Label("the mapping begins here", at: $0)] } ?? []
        if let quote = syntax.before.last, quote == "\"" || quote == "'" {
            return error(
                "text follows the closing quote", at: syntax.restOfLine(syntax.place),
                suggestion: "put the whole value into one pair of quotes, and write a quote inside as \\\" or ''")
        }
        if syntax.byte == UInt8(ascii: "-") {
            return error(
                "a list item cannot stand among the keys of a mapping", at: syntax.restOfLine(syntax.place),
                secondary: start, suggestion: "indent the list below the key that it belongs to")
        }
        return error(
            "expected a key: this line's indentation fits no mapping above",
            at: syntax.restOfLine(syntax.place), secondary: start,
            suggestion: syntax.context.map { "begin it in column \($0.start.column), as the other keys do" })
    case "did not find expected '-' indicator":
        return error(
            "expected a list item: this line is neither '- …' nor indented below one",
            at: syntax.restOfLine(syntax.place),
            secondary: syntax.context.map { [.init("the list begins here", at: $0)] } ?? [],
            suggestion: "begin it with '- ', or move it out of the list")
    default: return nil
    }
}

/// Colons too many, too few, or without their space.
func explainMapping(_ syntax: SyntaxProblem) -> Diagnostic? {
    switch syntax.problem.problem {
    case "mapping values are not allowed in this context":
        if let above = syntax.lineAbove, let diagnostic = missingSpace(syntax, in: above.text, at: above.start) {
            return diagnostic
        }
        if syntax.before.contains(": ") {
            return error(
                "a second ': ' in one line", at: syntax.place,
                suggestion: "quote the value if the colon belongs to it; else begin the mapping on a line of its own")
        }
        if let above = syntax.lineAbove, !above.text.hasSuffix(":") {
            let line = syntax.stretch(from: above.start, to: Int(above.start.offset) + above.text.utf8.count)
            if above.start.column >= syntax.columnOfLine {
                return error(
                    "expected ':' after this key", at: line,
                    suggestion: "write 'key: value'; indent a value's further lines deeper than its key")
            }
            return error(
                "a key cannot stand here: the line above already has a value", at: syntax.place,
                secondary: [.init("this value goes on below, since the next line is indented deeper", at: line)],
                suggestion: "give both lines the same indentation, or quote the value if the colon belongs to it")
        }
        return error(
            "a mapping cannot begin here", at: syntax.place, suggestion: "put the key on a line of its own")
    case "could not find expected ':'":
        let key = syntax.restOfLine(syntax.context ?? syntax.place)
        return missingSpace(syntax, in: syntax.text(key), at: key.start)
            ?? error(
                "expected ':' after this key", at: key,
                suggestion: "write 'key: value'; indent a value's further lines deeper than its key")
    case "found unexpected ':'":
        return error(
            "a space is missing after ':'", at: syntax.place, suggestion: "write ': ' before the value",
            fixIts: [TextEdit(replace: syntax.emptyRange(behind: syntax.place), with: " ")])
    case "mapping keys are not allowed in this context":
        return error(
            "'? ' begins a key, and a key cannot stand here", at: syntax.place,
            suggestion: "put it on a line of its own, or quote the text")
    case "block sequence entries are not allowed in this context":
        return error(
            "a list item cannot begin here", at: syntax.place,
            suggestion: "put the list on lines of its own, one '- …' a line, or quote the text")
    default: return nil
    }
}

/// `name:orders`: one word for YAML, a key and a value for whoever wrote it.
private func missingSpace(_ syntax: SyntaxProblem, in line: Substring, at start: SourcePosition) -> Diagnostic? {
    var key = line[...]
    while key.hasPrefix("- ") { key = key.dropFirst(2).drop { $0 == " " } }
    guard let colon = key.firstIndex(of: ":"), colon > key.startIndex, !line.contains(": "), !line.hasSuffix(":"),
        key[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || "._-$".contains($0) })
    else { return nil }
    let offset = Int(start.offset) + line[..<colon].utf8.count
    let columns = line[..<colon].unicodeScalars.count
    let at = SourcePosition(offset: offset, line: Int(start.line), column: Int(start.column) + columns)
    let range = syntax.stretch(from: at, to: offset + 1)
    return error(
        "a space is missing after ':'", at: range, suggestion: "write '\(key[..<colon]): …'",
        fixIts: [TextEdit(replace: syntax.emptyRange(behind: range), with: " ")])
}
