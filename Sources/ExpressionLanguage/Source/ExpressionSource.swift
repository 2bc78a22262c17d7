import Diagnostics

/// The text of an expression, and where in a file a person wrote it.
///
/// An expression mostly stands in a scalar of a manifest, where quotes, escapes and indentation lie between its text and the
/// file's bytes. `range(of:)` gives the place in the file, so that messages underline what was written.
///
///     let source = ExpressionSource("topic.partitions >= 3")                      // of its own
///     let source = ExpressionSource(node.text, writtenAt: node.range)             // a scalar in YAML
package final class ExpressionSource: Sendable {
    package let text: String
    let bytes: [UInt8]
    let file: SourceFile
    private let anchor: SourcePosition
    /// For each byte of the text, and its end, the offset in the file. Nil where the text is the file.
    private let offsets: [UInt32]?
    /// What is shown where the text's place within the scalar is not known.
    private let whole: SourceRange?

    /// A text of its own. Lines and columns count from its start.
    package init(_ text: String, path: String = "expression") {
        self.text = text
        bytes = Array(text.utf8)
        file = SourceFile(path: path, bytes: bytes)
        anchor = .start
        offsets = nil
        whole = nil
    }

    /// A whole file. Bytes that are no UTF-8 are a syntax error.
    package init(_ file: SourceFile) {
        text = String(decoding: file.bytes, as: UTF8.self)
        bytes = file.bytes
        self.file = file
        anchor = .start
        offsets = nil
        whole = nil
    }

    /// The text of a YAML scalar that stands at a place of a file, quotes, or `|` or `>`, included.
    package init(_ text: String, writtenAt range: SourceRange) {
        self.text = text
        bytes = Array(text.utf8)
        file = range.file
        anchor = range.start
        offsets = alignScalar(bytes, within: range)
        whole = offsets == nil ? range : nil
    }

    /// Where the span stands in the file.
    package func range(of span: ExpressionSpan) -> SourceRange {
        if let whole { return whole }
        var position = anchor
        advance(&position, to: offset(Int(span.start)))
        let start = position
        // The end of a span is behind its last byte; what the scalar's notation puts between that and the next is not meant.
        let end = span.end > span.start ? offset(Int(span.end) - 1) + 1 : offset(Int(span.start))
        advance(&position, to: end)
        return SourceRange(file: file, start: start, end: position)
    }

    private func offset(_ index: Int) -> Int {
        guard let offsets else { return min(index, bytes.count) }
        return Int(offsets[min(max(index, 0), offsets.count - 1)])
    }

    private func advance(_ position: inout SourcePosition, to offset: Int) {
        var (index, line, column) = (Int(position.offset), Int(position.line), Int(position.column))
        while index < min(offset, file.bytes.count) {
            let byte = file.bytes[index]
            let isBreak =
                byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r") && !(index + 1 < file.bytes.count && file.bytes[index + 1] == UInt8(ascii: "\n"))
            if isBreak {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            index += 1
        }
        position = SourcePosition(offset: index, line: line, column: column)
    }
}
