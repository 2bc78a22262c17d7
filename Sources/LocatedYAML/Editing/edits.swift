import Diagnostics

// Edits for fix-its. All else in the text, comments too, stays as it was written.

/// Puts another value where a scalar, or a collection, stands.
package func replacing(_ node: YAMLNode, with value: YAMLValue) -> TextEdit {
    let text = yamlText(of: value)
    // A value that was left out stands right behind its ':' or '-'.
    return TextEdit(replace: node.range, with: node.range.length == 0 ? " " + text : text)
}

/// Renames a key. Quotes are kept where there were some.
package func renaming(key: YAMLNode, to name: String) -> TextEdit {
    let plain = yamlText(of: .string(name))
    let isPlain = !plain.hasPrefix("\"")
    let text =
        switch key.scalar?.style {
        case .doubleQuoted where isPlain: "\"\(name)\""
        case .singleQuoted where isPlain: "'\(name)'"
        default: plain
        }
    return TextEdit(replace: key.range, with: text)
}

/// Adds `key: value` as the last entry of a mapping; nil where `mapping` is none, or is written so that nothing can be
/// added without changing what is round it.
package func inserting(key: String, _ value: YAMLValue, into mapping: YAMLNode) -> TextEdit? {
    guard case .mapping(let entries) = mapping.content, mapping.range.length > 0 else { return nil }
    let file = mapping.range.file
    let entry = "\(yamlText(of: .string(key))): \(yamlText(of: value))"

    if file.bytes[Int(mapping.range.start.offset)] == UInt8(ascii: "{") {
        guard let last = entries.map(\.value.useRange.end).filter({ $0 < mapping.range.end }).max() else {
            return TextEdit(replace: mapping.range, with: "{ \(entry) }")
        }
        return TextEdit(replace: SourceRange(file: file, start: last, end: last), with: ", \(entry)")
    }

    // Behind the last entry's line, in the column of the first key.
    let end = mapping.range.end
    guard let lineEnd = endOfLine(file.bytes, behind: Int(end.offset)) else { return nil }
    let columns = lineEnd.column(from: end)
    let place = SourcePosition(offset: lineEnd.offset, line: Int(end.line), column: columns)
    let indent = String(repeating: " ", count: Int(mapping.range.start.column) - 1)
    return TextEdit(replace: SourceRange(file: file, start: place, end: place), with: "\n\(indent)\(entry)")
}

private struct LineEnd {
    var offset: Int
    var scalars: Int

    func column(from start: SourcePosition) -> Int { Int(start.column) + scalars }
}

/// The end of a line on which nothing but blanks and a comment follows; nil where more does.
private func endOfLine(_ bytes: [UInt8], behind start: Int) -> LineEnd? {
    var end = start
    var scalars = 0
    var isComment = false
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
        if bytes[end] == UInt8(ascii: "#"), end > start { isComment = true }
        guard isComment || bytes[end] == 0x20 || bytes[end] == 0x09 else { return nil }
        if bytes[end] & 0xC0 != 0x80 { scalars += 1 }
        end += 1
    }
    return LineEnd(offset: end, scalars: scalars)
}
