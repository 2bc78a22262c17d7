/// Diagnostics for people, as good compilers print them:
///
///     manifests/orders.yaml:4:3: error: the key 'kind' is given twice in the same mapping [yaml/duplicate-key]
///       4 | kind: Topic
///         | ^~~~
///       1 | kind: Contract
///         | ---- first given here
///         = help: remove one of the two
package struct TextRenderer: Sendable {
    /// Colours by ANSI escapes.
    package var usesColor: Bool
    /// Columns of source that are shown; longer lines are cut round what is underlined.
    package var width: Int

    package init(usesColor: Bool = false, width: Int = 120) {
        self.usesColor = usesColor
        self.width = max(20, width)
    }

    /// All diagnostics with an empty line between, then the summary. Ends in a line break.
    package func render(_ report: DiagnosticReport) -> String {
        (report.diagnostics.map(render) + [report.summary + "\n"]).joined(separator: "\n")
    }

    /// One diagnostic. Ends in a line break.
    package func render(_ diagnostic: Diagnostic) -> String {
        var lines = [headline(diagnostic)]
        let labels = labels(diagnostic)
        let gutter = labels.map { String($0.range.end.line).count }.max() ?? 0
        var shownFile = diagnostic.range?.file.path
        for group in groupedByLine(labels) {
            if group[0].range.file.path != shownFile {
                shownFile = group[0].range.file.path
                lines.append(paint(.gutter, padding(gutter) + "--> ") + printable(group[0].range.location))
            }
            lines += excerpt(group, gutter: gutter)
        }
        for note in diagnostic.notes { lines.append(remark("note", note, gutter)) }
        if let suggestion = diagnostic.suggestion { lines.append(remark("help", suggestion, gutter)) }
        return lines.map { $0 + "\n" }.joined()
    }
}

// MARK: - Parts

extension TextRenderer {
    /// Something to underline.
    private struct Underline {
        var range: SourceRange
        var text: String?
        var isPrimary: Bool
    }

    private func headline(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.range.map { printable($0.location) + ": " } ?? ""
        let severity = paint(.severity(diagnostic.severity), "\(diagnostic.severity.rawValue):")
        return "\(paint(.strong, place))\(severity) \(paint(.strong, printable(diagnostic.message))) "
            + paint(.faint, "[\(diagnostic.code)]")
    }

    private func labels(_ diagnostic: Diagnostic) -> [Underline] {
        var labels: [Underline] = []
        if let range = diagnostic.range {
            labels.append(Underline(range: range, text: diagnostic.label, isPrimary: true))
        }
        return labels + diagnostic.secondary.map { Underline(range: $0.range, text: $0.text, isPrimary: false) }
    }

    /// Labels of the same line share it; groups stay in the order of their first label.
    private func groupedByLine(_ labels: [Underline]) -> [[Underline]] {
        var groups: [[Underline]] = []
        for label in labels {
            if let home = groups.firstIndex(where: { canShareLine($0[0].range, label.range) }) {
                groups[home].append(label)
            } else {
                groups.append([label])
            }
        }
        return groups
    }

    /// Not those so far from each other that a window may show one only.
    private func canShareLine(_ first: SourceRange, _ second: SourceRange) -> Bool {
        first.file.path == second.file.path && first.start.line == second.start.line
            && isOneLine(first) && isOneLine(second)
            && abs(Int(first.start.column) - Int(second.start.column)) < width / 3
    }

    private func isOneLine(_ range: SourceRange) -> Bool { range.start.line == range.end.line }

    private func excerpt(_ group: [Underline], gutter: Int) -> [String] {
        let first = group[0]
        let bytes = first.range.file.bytes
        let severity = first.isPrimary
        guard !bytes.isEmpty else { return [] }
        if isOneLine(first.range) {
            let places = group.map { Int($0.range.start.offset)..<Int($0.range.end.offset) }
            let excerpt = SourceExcerpt(of: bytes, underlining: places, width: width)
            let rows = zip(group, excerpt.underlines).map { underline($1, $0.text, $0.isPrimary, gutter) }
            return [source(excerpt.text, first.range.start.line, gutter)] + rows
        }
        // Several lines: the first from where the range starts, the last up to where it ends.
        let start = Int(first.range.start.offset)
        let end = Int(first.range.end.offset)
        let firstLine = start..<endOfLine(bytes, from: start)
        let lastLine = startOfText(bytes, lineOf: end, notBefore: start)..<end
        let head = SourceExcerpt(of: bytes, underlining: [firstLine], width: width)
        let tail = SourceExcerpt(of: bytes, underlining: [lastLine], width: width)
        var lines = [
            source(head.text, first.range.start.line, gutter),
            underline(head.underlines[0], nil, severity, gutter),
        ]
        if first.range.end.line - first.range.start.line > 1 {
            lines.append(paint(.gutter, "  \(padding(gutter)) ⋮"))
        }
        if lastLine.isEmpty { return lines }
        lines.append(source(tail.text, first.range.end.line, gutter))
        lines.append(underline(tail.underlines[0], first.text, severity, gutter, continues: true))
        return lines
    }

    private func source(_ text: String, _ line: UInt32, _ gutter: Int) -> String {
        let number = String(line)
        return paint(.gutter, "  \(padding(gutter - number.count))\(number) |") + (text.isEmpty ? "" : " " + text)
    }

    private func underline(
        _ columns: Range<Int>,
        _ text: String?,
        _ isPrimary: Bool,
        _ gutter: Int,
        continues: Bool = false
    ) -> String {
        let marks = isPrimary
            ? (continues ? "~" : "^") + String(repeating: "~", count: columns.count - 1)
            : String(repeating: "-", count: columns.count)
        let label = text.map { " " + printable($0) } ?? ""
        return paint(.gutter, "  \(padding(gutter)) |") + " " + padding(columns.lowerBound)
            + paint(isPrimary ? .primary : .gutter, marks + label)
    }

    private func remark(_ kind: String, _ text: String, _ gutter: Int) -> String {
        let indent = padding(gutter + 3)
        let body = printable(text).split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\n\(indent)  \(padding(kind.count + 2))")
        return paint(.gutter, "\(indent)= ") + paint(.strong, "\(kind): ") + body
    }

    private func paint(_ role: ANSIStyle, _ text: String) -> String {
        usesColor && !text.isEmpty ? role.escape + text + ANSIStyle.reset : text
    }
}

private func padding(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

private func endOfLine(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
}

/// The first byte of a line that is no blank.
private func startOfText(_ bytes: [UInt8], lineOf offset: Int, notBefore limit: Int) -> Int {
    var start = offset
    while start > limit, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    while start < offset, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    return start
}
