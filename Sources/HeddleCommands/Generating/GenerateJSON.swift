import ContractGeneration
import Diagnostics

/// What `heddle generate swift` did. The shape is Specs/generate/v1/generate.schema.json; it changes only by adding.
struct GenerateJSON: Encodable {
    var formatVersion = "1.0"
    /// Nothing was written.
    var check: Bool
    /// The folder of the files, as seen from where the command was started.
    var output: String
    var files: [File]
    var diagnostics: [Problem]

    struct File: Encodable {
        var name: String
        /// `unchanged`; `written` or `removed`, and with `--check` `outdated` or `left-over`.
        var state: String
    }

    struct Problem: Encodable {
        var severity: String
        var code: String
        var message: String
        var file: String?
        var line: Int?
        var column: Int?
        var suggestion: String?
    }

    init(output: String, states: [(name: String, state: OutputFolder.State)], check: Bool, diagnostics: [Diagnostic]) {
        self.check = check
        self.output = output
        files = states.map { name, state in
            let done =
                switch state {
                case .unchanged: "unchanged"
                case .outdated: check ? state.rawValue : "written"
                case .leftOver: check ? state.rawValue : "removed"
                }
            return File(name: name, state: done)
        }
        self.diagnostics = diagnostics.map {
            Problem(
                severity: $0.severity.rawValue, code: $0.code, message: $0.message, file: $0.range?.file.path,
                line: ($0.range?.start.line).map(Int.init), column: ($0.range?.start.column).map(Int.init), suggestion: $0.suggestion)
        }
    }
}
