import Diagnostics

extension Console {
    /// Findings, for people: on standard error, each with the line that it is about.
    func show(_ diagnostics: [Diagnostic]) {
        let renderer = TextRenderer(usesColor: colours(.error))
        for diagnostic in diagnostics { write(renderer.render(diagnostic) + "\n", to: .error) }
    }
}
