/// The report as JSON, for programs: Specs/diagnostics/report-1.0.schema.json.
///
/// Lines and columns count from 1, columns in Unicode scalars; offsets in bytes from 0; ends are exclusive.
package func renderJSON(_ report: DiagnosticReport) -> String {
    JSONText.object([
        ("formatVersion", "1.0"),
        ("diagnostics", .array(report.diagnostics.map(json))),
        (
            "summary",
            .object([
                ("errors", .integer(report.errorCount)),
                ("warnings", .integer(report.warningCount)),
                ("notes", .integer(report.noteCount)),
                ("files", .integer(report.files.count)),
            ])
        ),
    ]).rendered()
}

private func json(_ diagnostic: Diagnostic) -> JSONText {
    .object([
        ("code", .string(diagnostic.code)),
        ("severity", .string(diagnostic.severity.rawValue)),
        ("message", .string(diagnostic.message)),
        ("location", diagnostic.range.map(location)),
        ("label", diagnostic.label.map(JSONText.string)),
        (
            "related",
            .array(
                diagnostic.secondary.map {
                    .object([("message", .string($0.text)), ("location", location($0.range))])
                })
        ),
        ("notes", .array(diagnostic.notes.map(JSONText.string))),
        ("suggestion", diagnostic.suggestion.map(JSONText.string)),
        (
            "fixIts",
            .array(
                diagnostic.fixIts.map {
                    .object([("location", location($0.range)), ("replacement", .string($0.replacement))])
                })
        ),
    ])
}

private func location(_ range: SourceRange) -> JSONText {
    .object([
        ("file", .string(range.file.path)),
        ("start", position(range.start)),
        ("end", position(range.end)),
    ])
}

private func position(_ position: SourcePosition) -> JSONText {
    .object([
        ("line", .integer(Int(position.line))),
        ("column", .integer(Int(position.column))),
        ("offset", .integer(Int(position.offset))),
    ])
}
