/// The Swift of one area's pages.
func swift(_ pages: [CataloguePage], area: String) -> String {
    var text = """
        // Generated from Specs/diagnostics/\(area) by `swift run heddle-dev generate`. Do not edit.

        extension DiagnosticCatalogue {
            static let \(propertyName(area)): [DiagnosticPage] = [

        """
    for page in pages {
        text += """
                    DiagnosticPage(
                        code: \(literal(page.code)),
                        title: \(literal(page.title)),
                        meaning: \(literal(page.meaning)),
                        example: \(literal(page.example)),
                        remedy: \(literal(page.remedy))),

            """
    }
    return text + "    ]\n}\n"
}

/// The Swift that joins the areas.
func swift(areas: [String]) -> String {
    let names = areas.map(propertyName).joined(separator: ", ")
    return """
        // Generated from Specs/diagnostics by `swift run heddle-dev generate`. Do not edit.

        extension DiagnosticCatalogue {
            static let pages: [DiagnosticPage] = [\(names)].flatMap { $0 }
        }

        """
}

/// `service-level` → `ServiceLevel`
func typeName(_ area: String) -> String {
    area.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

private func propertyName(_ area: String) -> String {
    let name = typeName(area)
    return name.prefix(1).lowercased() + name.dropFirst() + "Pages"
}

/// A raw string literal with as many `#` as its text asks for; of several lines where the text has them.
private func literal(_ text: String) -> String {
    var hashes = "#"
    while text.contains("\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
    guard text.contains("\n") else { return hashes + "\"" + text + "\"" + hashes }
    let indent = String(repeating: " ", count: 16)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : indent + $0 }
    return "\(hashes)\"\"\"\n" + lines.joined(separator: "\n") + "\n\(indent)\"\"\"\(hashes)"
}
