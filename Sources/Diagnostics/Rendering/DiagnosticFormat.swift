/// The forms in which diagnostics can be had: what `--format` takes.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
    case text, json, sarif, junit, github

    /// The whole report, ready to be written. Ends in a line break unless it is empty.
    ///
    /// - Parameter secondsSince1970: when it was found out, UTC, for the formats that tell.
    package func render(
        _ report: DiagnosticReport, usesColor: Bool = false, toolVersion: String, secondsSince1970: Int? = nil
    ) -> String {
        switch self {
        case .text: TextRenderer(usesColor: usesColor).render(report)
        case .json: renderJSON(report)
        case .sarif: renderSARIF(report, toolVersion: toolVersion, secondsSince1970: secondsSince1970)
        case .junit: renderJUnit(report, secondsSince1970: secondsSince1970)
        case .github: renderGitHub(report)
        }
    }
}
