import Diagnostics

/// Diagnostics about a file as a whole: its encoding and its size.
func diagnostic(for problem: TextProblem, in file: SourceFile) -> Diagnostic {
    switch problem {
    case .unsupportedEncoding(let encoding):
        return Diagnostic(
            code: YAMLCode.unsupportedEncoding.rawValue,
            "this file is \(encoding), and manifests are read as UTF-8",
            at: SourceRange(file: file, start: .start, end: .start),
            suggestion: "save the file as UTF-8")
    case .invalidUTF8(let place, let length):
        let offset = Int(place.offset)
        let bytes = file.bytes[offset..<offset + length].map { hexadecimal(UInt32($0), digits: 2) }
        return Diagnostic(
            code: YAMLCode.invalidUTF8.rawValue,
            "not UTF-8: \(length == 1 ? "the byte" : "the bytes") \(bytes.joined(separator: " ")) cannot stand here",
            at: range(place, length, file),
            suggestion: "save the file as UTF-8")
    case .controlCharacter(let scalar, let place, let length):
        let number = hexadecimal(scalar.value, digits: 4)
        let name = scalar.value == 0xFEFF ? "a byte order mark" : "the control character U+\(number)"
        return Diagnostic(
            code: YAMLCode.controlCharacter.rawValue,
            "\(name) cannot stand in the text of a YAML file",
            at: range(place, length, file),
            suggestion: scalar.value == 0xFEFF
                ? "remove it; it may stand at the start of a file only"
                : "remove it, or write it as an escape in double quotes: \"\\u\(number)\"")
    }
}

func tooManyBytes(_ file: SourceFile, _ limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.tooLarge.rawValue,
        "this file has \(file.bytes.count) bytes; at most \(limits.maximumBytes) are read",
        at: SourceRange(file: file, start: .start, end: .start),
        suggestion: "split it into several files")
}

func tooManyTagDirectives(
    _ file: SourceFile,
    _ positions: TextPositions,
    line: Int,
    _ limits: YAMLLimits
) -> Diagnostic {
    var positions = positions
    return Diagnostic(
        code: YAMLCode.tooLarge.rawValue,
        "more than \(limits.maximumTagDirectives) directives ('%' lines) in one file",
        at: range(positions.position(ofByte: positions.start(ofLine: line)), 1, file))
}

private func range(_ start: SourcePosition, _ length: Int, _ file: SourceFile) -> SourceRange {
    let end = SourcePosition(offset: Int(start.offset) + length, line: Int(start.line), column: Int(start.column) + 1)
    return SourceRange(file: file, start: start, end: end)
}
