/// The forms in which diagnostics can be had: what `--format` takes.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    case text, json, sarif, junit, github

    /// The whole report, ready to be written. Ends in a line break unless it is empty.
    package func render(_ report: DiagnosticReport, usesColor: Bool = false, toolVersion: String) -> String {
        switch self {
        case .text: TextRenderer(usesColor: usesColor).render(report)
        case .json: renderJSON(report)
        case .sarif: renderSARIF(report, toolVersion: toolVersion)
        case .junit: renderJUnit(report)
        case .github: renderGitHub(report)
        }
    }
}
