import Diagnostics

/// libyaml's error together with the text round it: what the rules in `explainSyntax` look at.
struct SyntaxProblem {
    let file: SourceFile
    let problem: LibYAMLProblem
    /// Where reading stopped; one character, empty at a line's end.
    let place: SourceRange
    /// Where the construct began that could not be read, if libyaml says so and it is not `place`.
    let context: SourceRange?

    /// The `[` or `{` of the innermost list or mapping that is open and was opened so.
    let opening: SourceRange?

    /// The byte at `place`; nil at the end of the file.
    var byte: UInt8? { byte(at: Int(place.start.offset)) }

    var contextByte: UInt8? { context.flatMap { byte(at: Int($0.start.offset)) } }

    func byte(at offset: Int) -> UInt8? {
        file.bytes.indices.contains(offset) ? file.bytes[offset] : nil
    }

    /// Reading stopped because the document or the file ended.
    var isAtEndOfDocument: Bool {
        guard byte != nil else { return true }
        let rest = file.bytes[Int(place.start.offset)...].prefix(3)
        return place.start.column == 1 && (rest.elementsEqual("---".utf8) || rest.elementsEqual("...".utf8))
    }

    /// The text of `place`'s line before it, blanks at both ends cut.
    var before: Substring { trimmed(text(lineStart(Int(place.start.offset))..<Int(place.start.offset))) }

    /// The column in which `place`'s line begins.
    var columnOfLine: Int {
        let start = lineStart(Int(place.start.offset))
        return text(start..<Int(place.start.offset)).prefix { $0 == " " || $0 == "\t" }.count + 1
    }

    /// The last line above `place` that is not blank, with the position of its first character.
    var lineAbove: (text: Substring, start: SourcePosition)? {
        var line = Int(place.start.line)
        var end = lineStart(Int(place.start.offset))
        while end > 0 {
            end -= end > 1 && file.bytes[end - 1] == 0x0A && file.bytes[end - 2] == 0x0D ? 2 : 1
            let start = lineStart(end)
            line -= 1
            let whole = text(start..<end)
            let content = trimmed(whole)
            if !content.isEmpty {
                let indent = whole.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
                return (content, SourcePosition(offset: start + indent, line: line, column: indent + 1))
            }
            end = start
        }
        return nil
    }

    /// From a range's start to the end of its line.
    func restOfLine(_ range: SourceRange) -> SourceRange {
        var end = Int(range.start.offset)
        while let byte = byte(at: end), byte != 0x0A, byte != 0x0D, end - Int(range.start.offset) < 200 { end += 1 }
        while let byte = byte(at: end), byte & 0xC0 == 0x80 { end -= 1 }
        while end > Int(range.start.offset), file.bytes[end - 1] <= 0x20 { end -= 1 }
        return stretch(from: range.start, to: end)
    }

    /// A stretch of one line.
    func stretch(from start: SourcePosition, to end: Int) -> SourceRange {
        let columns = text(Int(start.offset)..<max(end, Int(start.offset))).unicodeScalars.count
        return SourceRange(
            file: file, start: start,
            end: SourcePosition(offset: end, line: Int(start.line), column: Int(start.column) + columns))
    }

    func emptyRange(behind range: SourceRange) -> SourceRange {
        SourceRange(file: file, start: range.end, end: range.end)
    }

    func text(_ range: SourceRange) -> Substring { text(Int(range.start.offset)..<Int(range.end.offset)) }

    private func text(_ bytes: Range<Int>) -> Substring { Substring(decoding: file.bytes[bytes], as: UTF8.self) }

    private func trimmed(_ text: Substring) -> Substring {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
        let tail = text.drop(while: isBlank)
        return tail.lastIndex { !isBlank($0) }.map { tail[...$0] } ?? ""
    }

    /// The start of the line in which the byte `offset` stands.
    private func lineStart(_ offset: Int) -> Int {
        var start = min(offset, file.bytes.count)
        while start > 0, file.bytes[start - 1] != 0x0A, file.bytes[start - 1] != 0x0D { start -= 1 }
        return start
    }
}

extension MarkReader {
    /// libyaml's error in our words, and the byte offset from whose line on a next document may be looked for.
    mutating func diagnose(_ problem: LibYAMLProblem, in open: [OpenCollection]) -> (Diagnostic, resumeAt: Int) {
        let place = point(problem.mark)
        let flow = open.last { [UInt8(ascii: "["), UInt8(ascii: "{")].contains(bytes[Int($0.start.offset)]) }
        let hasContext = problem.context != nil && problem.contextMark < problem.mark
        let syntax = SyntaxProblem(
            file: file, problem: problem, place: place, context: hasContext ? point(problem.contextMark) : nil,
            opening: flow.map { point($0.start) })
        return (explainSyntax(syntax), Int(place.start.offset))
    }
}
