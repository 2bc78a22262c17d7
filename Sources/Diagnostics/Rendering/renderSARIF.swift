/// The report in SARIF 2.1.0 (OASIS), which code scanning services read. Columns count Unicode scalars, as it says.
package func renderSARIF(_ report: DiagnosticReport, toolVersion: String) -> String {
    let codes = Set(report.diagnostics.map(\.code)).sorted()
    let ruleIndexes = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    return JSONText.object([
        ("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
        ("version", "2.1.0"),
        (
            "runs",
            .array([
                .object([
                    (
                        "tool",
                        .object([
                            (
                                "driver",
                                .object([
                                    ("name", "heddle"),
                                    ("version", .string(toolVersion)),
                                    ("rules", .array(codes.map(rule))),
                                ])
                            )
                        ])
                    ),
                    ("columnKind", "unicodeCodePoints"),
                    ("results", .array(report.diagnostics.map { result($0, ruleIndexes[$0.code] ?? 0) })),
                ])
            ])
        ),
    ]).rendered()
}

private func rule(_ code: String) -> JSONText {
    let page = DiagnosticCatalogue.page(for: code)
    return .object([
        ("id", .string(code)),
        ("shortDescription", page.map { message($0.title) }),
        ("fullDescription", page.map { message($0.meaning) }),
        ("help", page.map { message($0.remedy) }),
    ])
}

private func result(_ diagnostic: Diagnostic, _ ruleIndex: Int) -> JSONText {
    let related = diagnostic.secondary.enumerated().map { index, label in
        JSONText.object([
            ("id", .integer(index)),
            ("message", message(label.text)),
            ("physicalLocation", physicalLocation(label.range)),
        ])
    }
    return .object([
        ("ruleId", .string(diagnostic.code)),
        ("ruleIndex", .integer(ruleIndex)),
        ("level", .string(diagnostic.severity.rawValue)),
        ("message", message(fullText(diagnostic))),
        (
            "locations",
            diagnostic.range.map { .array([.object([("physicalLocation", physicalLocation($0))])]) }
        ),
        ("relatedLocations", related.isEmpty ? nil : .array(related)),
        ("fixes", diagnostic.fixIts.isEmpty ? nil : .array([fix(diagnostic)])),
    ])
}

private func fix(_ diagnostic: Diagnostic) -> JSONText {
    let files = Dictionary(grouping: diagnostic.fixIts) { $0.range.file.path }
    let changes = files.sorted { $0.key < $1.key }.map { path, edits in
        JSONText.object([
            ("artifactLocation", artifact(path)),
            (
                "replacements",
                .array(
                    edits.map {
                        .object([
                            ("deletedRegion", region($0.range)),
                            ("insertedContent", .object([("text", .string($0.replacement))])),
                        ])
                    })
            ),
        ])
    }
    return .object([
        ("description", diagnostic.suggestion.map(message)),
        ("artifactChanges", .array(changes)),
    ])
}

private func physicalLocation(_ range: SourceRange) -> JSONText {
    .object([("artifactLocation", artifact(range.file.path)), ("region", region(range))])
}

private func artifact(_ path: String) -> JSONText { .object([("uri", .string(relativeURI(path)))]) }

private func region(_ range: SourceRange) -> JSONText {
    .object([
        ("startLine", .integer(Int(range.start.line))),
        ("startColumn", .integer(Int(range.start.column))),
        ("endLine", .integer(Int(range.end.line))),
        ("endColumn", .integer(Int(range.end.column))),
    ])
}

private func message(_ text: String) -> JSONText { .object([("text", .string(text))]) }

/// A path as a URI reference: all but unreserved characters and `/` percent-encoded (RFC 3986, section 2.3).
private func relativeURI(_ path: String) -> String {
    var uri = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            uri.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            uri += "%" + (digits.count == 1 ? "0" : "") + digits
        }
    }
    return uri
}
