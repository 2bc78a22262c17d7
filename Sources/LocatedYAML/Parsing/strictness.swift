import Diagnostics

// What libyaml, which reads YAML 1.1, lets pass and YAML 1.2 does not. Editors mark these as errors, so we do too.

extension MarkReader {
    /// - Parameter range: of the scalar without its properties.
    mutating func strictness(
        of style: YAMLScalar.Style,
        _ text: UnsafeBufferPointer<UInt8>,
        at range: SourceRange
    ) -> Diagnostic? {
        switch style {
        case .singleQuoted, .doubleQuoted: return commentTooNear(Int(range.end.offset))
        case .literal, .folded:
            var offset = Int(range.start.offset) + 1
            while offset < bytes.count, blockHeader.contains(bytes[offset]) { offset += 1 }
            return commentTooNear(offset)
        case .plain:
            guard text.count == 1, text[0] == UInt8(ascii: "-") else { return nil }
            return error(
                "a lone '-' is no value", at: range, suggestion: "put it in quotes to mean the text")
        }
    }

    /// A `#` right behind a value is neither part of it nor a comment (YAML 1.2.2, section 6.6).
    mutating func commentTooNear(_ offset: Int) -> Diagnostic? {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "#") else { return nil }
        let place = point(positions.position(ofByte: offset))
        let before = SourceRange(file: file, start: place.start, end: place.start)
        return error(
            "a comment needs a space before its '#'", at: place, suggestion: "put a space before the '#'",
            fixIts: [TextEdit(replace: before, with: " ")])
    }

    /// Directives can only follow the end of a document that is marked as such (YAML 1.2.2, section 9.1.3).
    mutating func directiveInsideDocument(_ event: YAMLEvent) -> Diagnostic {
        error(
            "a line with '%' cannot follow a document that was not ended", at: range(event),
            suggestion: "end that document with a line '...', or remove the directives; manifests need none")
    }
}

/// What may follow `|` or `>`.
private let blockHeader = Array("+-0123456789".utf8)
