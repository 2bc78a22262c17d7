import ContractLint
import ContractModel
import Diagnostics
import TestSupport
import Testing

/// Lints a marked source: the codes, without `lint/` and the format, must be found at the marks in their order, and no others.
func expect(
    _ marked: String, _ format: ContractFormat, gives codes: [String],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let source = MarkedSource(marked, path: "contract")
    let found = lintContract(source.file, as: format)
        .sorted { ($0.range?.start.offset ?? 0, $0.code) < ($1.range?.start.offset ?? 0, $1.code) }
    #expect(found.map { shortCode($0, format) } == codes, "\(found.map(\.message))", sourceLocation: sourceLocation)
    #expect(found.map { $0.range?.text } == source.ranges.map(\.text), sourceLocation: sourceLocation)
    #expect(found.map { $0.range?.start } == source.ranges.map(\.start), sourceLocation: sourceLocation)
}

private func shortCode(_ diagnostic: Diagnostic, _ format: ContractFormat) -> String {
    diagnostic.code.replacing("lint/\(format.rawValue)-", with: "")
}
