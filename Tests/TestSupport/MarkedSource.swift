import Diagnostics

/// A source written with marks: `⟦` and `⟧` are taken out, and what stood between them is an expected range.
///
///     let source = MarkedSource("name: ⟦orders⟧")
///     source.file       // name: orders
///     source.ranges[0]  // 1:7 to 1:13
///
/// Ranges are in the order in which they open; they may nest. `⟦⟧` is an empty range.
package struct MarkedSource {
    package let file: SourceFile
    package let ranges: [SourceRange]

    package init(_ marked: String, path: String = "test.yaml") {
        var bytes: [UInt8] = []
        var position = SourcePosition.start
        var starts: [SourcePosition] = []
        var ends: [Int: SourcePosition] = [:]
        var open: [Int] = []
        var previous: Unicode.Scalar = " "
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦":
                open.append(starts.count)
                starts.append(position)
            case "⟧":
                precondition(!open.isEmpty, "a mark closes that never opened")
                ends[open.removeLast()] = position
            default:
                bytes += Array(String(scalar).utf8)
                var line = Int(position.line)
                var column = Int(position.column) + 1
                if scalar == "\n" {
                    if previous != "\r" { line += 1 }
                    column = 1
                } else if scalar == "\r" {
                    line += 1
                    column = 1
                }
                position = SourcePosition(offset: bytes.count, line: line, column: column)
                previous = scalar
            }
        }
        precondition(open.isEmpty, "a mark opens that never closes")
        let file = SourceFile(path: path, bytes: bytes)
        self.file = file
        ranges = starts.indices.map { SourceRange(file: file, start: starts[$0], end: ends[$0] ?? starts[$0]) }
    }
}

extension SourceRange {
    /// What stands there.
    package var text: String {
        String(decoding: file.bytes[Int(start.offset)..<Int(end.offset)], as: UTF8.self)
    }
}

/// A text with edits carried out, last place first so that earlier ones stay where they are.
package func applying(_ edits: [TextEdit], to file: SourceFile) -> String {
    var bytes = file.bytes
    for edit in edits.sorted(by: { $0.range.start > $1.range.start }) {
        bytes.replaceSubrange(Int(edit.range.start.offset)..<Int(edit.range.end.offset), with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
}
