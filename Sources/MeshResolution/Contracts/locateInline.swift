import Diagnostics
import MeshModel

/// A diagnostic of a schema that stands in a manifest, moved to the manifest.
///
/// In a literal block (`|`) every line of the schema is a line of the manifest, indented; there places can be told
/// exactly. Any other scalar has been unescaped or folded, and only the whole of it can be pointed at.
func locate(_ diagnostic: Diagnostic, in contract: ContractSpec) -> Diagnostic {
    var located = diagnostic
    let block = LiteralBlock(contract.schemaRange)
    func move(_ range: SourceRange) -> SourceRange {
        guard range.file === contract.schema else { return range }
        return block?.range(range) ?? contract.schemaRange
    }
    if block == nil, let range = diagnostic.range, range.file === contract.schema {
        located.notes.append("in the schema's line \(range.start.line), column \(range.start.column)")
    }
    located.range = diagnostic.range.map(move)
    located.secondary = diagnostic.secondary.map { Diagnostic.Label($0.text, at: move($0.range)) }
    located.fixIts = []
    return located
}

private struct LiteralBlock {
    let file: SourceFile
    /// Of the line after the header.
    let firstLine: Int
    let firstOffset: Int
    let indentation: Int

    init?(_ range: SourceRange) {
        let bytes = range.file.bytes
        let start = Int(range.start.offset)
        guard start < bytes.count, bytes[start] == UInt8(ascii: "|"),
            let lineEnd = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        file = range.file
        firstLine = Int(range.start.line) + 1
        firstOffset = lineEnd + 1
        // The first line that is not blank decides; a header that gives the indentation is for those that are.
        var indentation = 0
        for byte in bytes[firstOffset...] {
            if byte == UInt8(ascii: "\n") {
                indentation = 0
            } else if byte == UInt8(ascii: " ") {
                indentation += 1
            } else {
                break
            }
        }
        self.indentation = indentation
    }

    func range(_ range: SourceRange) -> SourceRange? {
        guard let start = position(range.start), let end = position(range.end) else { return nil }
        return SourceRange(file: file, start: start, end: end)
    }

    private func position(_ position: SourcePosition) -> SourcePosition? {
        var offset = firstOffset
        for _ in 1..<max(1, Int(position.line)) {
            guard let end = file.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            offset = end + 1
        }
        let line = file.bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }
        // Offsets count bytes and columns scalars: walk the line.
        var column = 1
        var cursor = offset
        while column < Int(position.column) + indentation, cursor < offset + line.count {
            cursor += 1
            while cursor < offset + line.count, file.bytes[cursor] & 0xC0 == 0x80 { cursor += 1 }
            column += 1
        }
        return SourcePosition(offset: cursor, line: firstLine + Int(position.line) - 1, column: column)
    }
}
