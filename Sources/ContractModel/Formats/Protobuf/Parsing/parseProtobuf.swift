import Diagnostics

/// What may be asked of us at most. The defaults are protoc's where it has one.
package struct ProtobufLimits: Sendable {
    package var maximumBytes = 4 << 20
    /// Messages in messages.
    package var maximumNesting = 32
    /// `{}` and `[]` in the value of an option.
    package var maximumValueNesting = 100
    /// Errors and warnings of one file.
    package var maximumDiagnostics = 100
    /// Files that one is made of.
    package var maximumFiles = 20_000

    package init() {}
}

/// A .proto text → its syntax tree, without a look at what it imports.
///
/// The tree is what could be read; where there are errors, statements are missing from it.
package func parseProtobuf(
    _ file: SourceFile, limits: ProtobufLimits = ProtobufLimits()
) -> (tree: ProtobufSyntaxTree, diagnostics: [Diagnostic]) {
    let source = ProtobufSource(file.bytes.count <= limits.maximumBytes ? file : SourceFile(path: file.path, bytes: []))
    var tree = ProtobufSyntaxTree(source: source, names: ProtobufKeyword.names)
    if file.bytes.count > limits.maximumBytes {
        let text = "a .proto file of \(file.bytes.count) bytes is more than the \(limits.maximumBytes) that are read"
        let start = ProtobufSource(SourceFile(path: file.path, bytes: [])).range(.none)
        return (tree, [Diagnostic(code: ProtobufCode.tooLarge.rawValue, text, at: start)])
    }
    var problems: [ProtobufProblem] = []
    if let offset = firstInvalidUTF8(file.bytes) {
        let place = ProtobufSpan(start: UInt32(offset), end: UInt32(offset + 1))
        problems.append(ProtobufProblem(.invalidUTF8, "the file is not UTF-8: this byte belongs to no character", place))
    }
    file.bytes.withUnsafeBufferPointer { bytes in
        var parser = ProtobufParser(bytes: bytes, tree: tree, limits: limits)
        parser.parseFile()
        tree = parser.tree
        problems += parser.allProblems
    }
    return (tree, problems.diagnostics(in: source, atMost: limits.maximumDiagnostics))
}

/// The offset of the first byte that is not part of a well-formed character.
func firstInvalidUTF8(_ bytes: some Collection<UInt8>) -> Int? {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
        switch decoder.parseScalar(from: &iterator) {
        case .valid(let scalar): offset += scalar.count
        case .emptyInput: return nil
        case .error: return offset
        }
    }
}

/// Something to say, before its span has become a range.
struct ProtobufProblem {
    var code: ProtobufCode
    var severity: Diagnostic.Severity
    var message: String
    var span: ProtobufSpan
    var suggestion: String?
    var notes: [String] = []
    /// Other places, of any file. Ranges are made of those alone that are told: that takes a look at the text.
    var secondary: [Label] = []

    struct Label {
        var text: String
        var span: ProtobufSpan
        var source: ProtobufSource
    }

    init(
        _ code: ProtobufCode, _ message: String, _ span: ProtobufSpan, severity: Diagnostic.Severity = .error,
        suggestion: String? = nil, notes: [String] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
        self.suggestion = suggestion
        self.notes = notes
    }
}

extension [ProtobufProblem] {
    /// In the order of their places, errors before warnings where there are too many to tell.
    func diagnostics(in source: ProtobufSource, atMost limit: Int, omitted: Int = 0) -> [Diagnostic] {
        var kept = self
        if count > limit {
            let ordered = kept.filter { $0.severity == .error } + kept.filter { $0.severity != .error }
            kept = Array(ordered.prefix(limit))
        }
        kept = kept.enumerated().sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }.map(\.element)
        var diagnostics = kept.map { problem in
            Diagnostic(
                problem.severity, code: problem.code.rawValue, problem.message, at: source.range(problem.span),
                secondary: problem.secondary.map { Diagnostic.Label($0.text, at: $0.source.range($0.span)) },
                notes: problem.notes, suggestion: problem.suggestion)
        }
        if count > limit {
            let text = "there are \(count - limit + omitted) more findings in this file; they are told when these are mended"
            let severity: Diagnostic.Severity = contains { $0.severity == .error } ? .error : .warning
            let place = source.range(kept.last?.span ?? .none)
            diagnostics.append(Diagnostic(severity, code: ProtobufCode.tooManyErrors.rawValue, text, at: place))
        }
        return diagnostics
    }
}
