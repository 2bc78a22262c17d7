/// What `heddle fmt` did. The shape is Specs/fmt/v1/fmt.schema.json; it changes only by adding.
struct FmtJSON: Encodable {
    var formatVersion = "1.0"
    /// Nothing was written.
    var check: Bool
    var files: [File]

    struct File: Encodable {
        var path: String
        /// `unchanged`, `changed` (with `--check`: would be), `unreadable` or `left-alone`.
        var state: String
        var errors: [Problem]
        var diff: String?
    }

    struct Problem: Encodable {
        var code: String
        var message: String
        var line: Int?
        var column: Int?
    }

    init(_ files: [FormattedFile], check: Bool, diff: Bool) {
        self.check = check
        self.files = files.map { file in
            var entry = File(path: file.name, state: "unchanged", errors: [])
            switch file.outcome {
            case .unchanged: break
            case .changed(let text):
                entry.state = "changed"
                if diff { entry.diff = unifiedDiff(file.bytes, text, name: file.name) }
            case .unreadable(let diagnostics):
                entry.state = "unreadable"
                entry.errors = diagnostics.map {
                    Problem(
                        code: $0.code, message: $0.message, line: ($0.range?.start.line).map(Int.init), column: ($0.range?.start.column).map(Int.init))
                }
            case .leftAlone: entry.state = "left-alone"
            }
            return entry
        }
    }
}
