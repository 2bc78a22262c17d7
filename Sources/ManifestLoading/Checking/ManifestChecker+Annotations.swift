import Diagnostics
import MeshModel

/// The annotations that Heddle itself reads. Any other name is free, but for `heddle.dev/`.
private let ownAnnotations = ["heddle.dev/adopt", "heddle.dev/protect"]

extension ManifestChecker {
    /// A protection that is misspelt protects nothing, and says nothing.
    mutating func checkAnnotations(of metadata: Metadata) {
        for (name, value) in metadata.annotations.sorted(by: { $0.key < $1.key }) where name.hasPrefix("heddle.dev/") {
            guard ownAnnotations.contains(name) else {
                report(
                    Diagnostic(
                        .warning, code: "manifest/unknown-annotation", "Heddle knows no annotation '\(name)': it does nothing",
                        at: value.range, notes: ["it knows \(listing(ownAnnotations, "and"))"],
                        suggestion: closestMatch(to: name, among: ownAnnotations).map { "did you mean '\($0)'?" }))
                continue
            }
            guard value.value != "true", value.value != "false" else { continue }
            report(
                Diagnostic(
                    code: "manifest/invalid-value", "'\(name)' is \"true\" or \"false\", not '\(value.value)'", at: value.range,
                    suggestion: "write '\(name): \"true\"', or leave it out"))
        }
    }
}
