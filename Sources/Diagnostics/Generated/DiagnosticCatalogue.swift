// Generated from Specs/diagnostics by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let pages: [DiagnosticPage] = [yamlPages].flatMap { $0 }
}
