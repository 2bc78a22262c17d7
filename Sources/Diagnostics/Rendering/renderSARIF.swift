/// The report in SARIF 2.1.0 (OASIS), which code scanning services read. Columns count Unicode scalars, as it says.
///
/// - Parameter secondsSince1970: when it was found out, UTC; left out where it is not said.
package func renderSARIF(_ report: DiagnosticReport, toolVersion: String, secondsSince1970: Int? = nil) -> String {
    let codes = Set(report.diagnostics.map(\.code)).sorted()
    let ruleIndexes = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    let results = zip(report.diagnostics, findingFingerprints(report.diagnostics)).map { diagnostic, fingerprint in
        result(diagnostic, ruleIndexes[diagnostic.code] ?? 0, fingerprint)
    }
    let driver = JSONText.object([
        ("name", "heddle"),
        ("version", .string(toolVersion)),
        ("informationUri", "https://heddle.dev/"),
        ("rules", .array(codes.map(rule))),
    ])
    // The findings are the answer: the run itself went well.
    let invocation = JSONText.object([
        ("executionSuccessful", .boolean(true)),
        ("endTimeUtc", secondsSince1970.map { .string(utcDateTime(secondsSince1970: $0) + "Z") }),
    ])
    let run = JSONText.object([
        ("tool", .object([("driver", driver)])),
        ("invocations", .array([invocation])),
        ("columnKind", "unicodeCodePoints"),
        ("results", .array(results)),
    ])
    return JSONText.object([
        ("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
        ("version", "2.1.0"),
        ("runs", .array([run])),
    ]).rendered()
}

private func rule(_ code: String) -> JSONText {
    let page = DiagnosticCatalogue.page(for: code)
    return .object([
        ("id", .string(code)),
        ("shortDescription", page.map { message($0.title) }),
        ("fullDescription", page.map { message($0.meaning) }),
        ("helpUri", page.map { .string("https://heddle.dev/diagnostics/\($0.code)") }),
        ("help", page.map { .object([("text", .string($0.remedy)), ("markdown", .string(help($0)))]) }),
    ])
}

private func help(_ page: DiagnosticPage) -> String {
    "\(page.meaning)\n\n## Example\n\n\(page.example)\n\n## How to mend\n\n\(page.remedy)"
}

private func result(_ diagnostic: Diagnostic, _ ruleIndex: Int, _ fingerprint: String) -> JSONText {
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
        ("partialFingerprints", .object([("heddleFinding/v1", .string(fingerprint))])),
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
