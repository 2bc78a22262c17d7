import Diagnostics
import Foundation

extension Console {
    /// Findings, for people: on standard error, each with the line that it is about.
    func show(_ diagnostics: [Diagnostic]) {
        let renderer = TextRenderer(usesColor: colours(.error))
        for diagnostic in diagnostics { write(renderer.render(diagnostic) + "\n", to: .error) }
    }

    /// Findings that are a command's answer. For people they go to standard error and the summary to standard output; for
    /// machines all is data.
    func answer(_ report: DiagnosticReport, as format: DiagnosticFormat, summary: String? = nil) {
        if format == .text {
            show(report.diagnostics)
            print(summary ?? report.summary)
        } else {
            let now = Int(Date().timeIntervalSince1970)
            write(format.render(report, toolVersion: heddleVersion, secondsSince1970: now), to: .output)
        }
    }
}
