import Diagnostics
import LocatedYAML
import TestSupport
import Testing

/// The only document of a text that has no errors.
func readOne(_ source: MarkedSource, sourceLocation: SourceLocation = #_sourceLocation) throws -> YAMLNode {
    let (documents, diagnostics) = parseYAML(source.file)
    #expect(diagnostics.map(\.message) == [], sourceLocation: sourceLocation)
    #expect(documents.count == 1, sourceLocation: sourceLocation)
    return try #require(documents.first, sourceLocation: sourceLocation).root
}

func readOne(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> YAMLNode {
    try readOne(MarkedSource(text), sourceLocation: sourceLocation)
}

/// The only diagnostic of a text, which must stand at the first mark and bear the code.
@discardableResult
func expectOne(
    _ code: YAMLCode,
    in marked: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Diagnostic {
    let source = MarkedSource(marked)
    let diagnostics = parseYAML(source.file).diagnostics
    #expect(diagnostics.map(\.code) == [code.rawValue], sourceLocation: sourceLocation)
    let diagnostic = try #require(diagnostics.first, sourceLocation: sourceLocation)
    #expect(diagnostic.range == source.ranges.first, "\(describe(diagnostic))", sourceLocation: sourceLocation)
    if source.ranges.count > 1 {
        #expect(diagnostic.secondary.map(\.range) == Array(source.ranges[1...]), sourceLocation: sourceLocation)
    }
    return diagnostic
}

private func describe(_ diagnostic: Diagnostic) -> String {
    let end = diagnostic.range.map { "\($0.end.line):\($0.end.column)" } ?? ""
    return "\(diagnostic.range?.location ?? "") to \(end): \(diagnostic.message)"
}

/// Every node below and with this one, in the order written: keys before their values.
func allNodes(_ node: YAMLNode) -> [YAMLNode] {
    switch node.content {
    case .scalar: [node]
    case .sequence(let nodes): [node] + nodes.flatMap(allNodes)
    case .mapping(let entries): [node] + entries.flatMap { allNodes($0.key) + allNodes($0.value) }
    }
}
