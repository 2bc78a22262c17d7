import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// `[A-Z]{3}` is met by `xxABCxx`. One that looks for a single character most likely means it so.
    mutating func checkPattern(_ place: JSONSchemaLintPlace) {
        guard let node = place.node["pattern"], let pattern = node.string else { return }
        let isAnchored = pattern.contains { "^$".contains($0) } || pattern.contains("\\b") || pattern.contains("(?")
        guard !isAnchored, pattern.count > 3, !isOneClass(pattern) else { return }
        findings.add(
            .jsonSchemaUnanchoredPattern, "the pattern may match anywhere in the text", at: node.range,
            suggestion: "write \"^\(pattern)$\" if the whole text is meant")
    }

    private func isOneClass(_ pattern: String) -> Bool {
        pattern.hasPrefix("[") && pattern.hasSuffix("]") && pattern.dropFirst().dropLast().allSatisfy { !"[]".contains($0) }
    }
}
