import Foundation

/// The codes of the rules by which versions of contracts are compared: those with a fixture, and those written out in the
/// sources. Their pages stand beside the pages of their format's other diagnostics.
package func compatibilityRules() throws -> Set<String> {
    let files = FileManager.default
    let fixtures = packageRoot.appending(path: "Fixtures/compatibility")
    var rules: Set<String> = []
    for format in try files.contentsOfDirectory(atPath: fixtures.path) {
        for rule in try files.contentsOfDirectory(atPath: fixtures.appending(path: format).path) { rules.insert("\(format)/\(rule)") }
    }
    let sources = packageRoot.appending(path: "Sources/ContractCompatibility")
    for path in try files.subpathsOfDirectory(atPath: sources.path) where path.hasSuffix(".swift") {
        let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
        for match in text.matches(of: /"((?:avro|json-schema|protobuf|xsd)\/[a-z0-9-]+)"/) { rules.insert(String(match.output.1)) }
    }
    return rules
}
