import Diagnostics
import PathPatterns

/// The files that the mesh's patterns name, sorted, each once, without heddle.yaml itself.
///
/// A pattern that matches nothing is a warning: most likely it is misspelt, but a mesh may be young.
func discoverManifests(
    _ patterns: [Located<String>], in source: some ManifestSource, root: String, diagnostics: inout [Diagnostic]
) -> [String] {
    var found: Set<String> = []
    for text in patterns {
        guard let pattern = GlobPattern(text.value) else { continue }
        let files: [String]
        do throws(ManifestSourceFailure) {
            files = try source.files(below: GlobPattern.folder(of: text.value))
        } catch {
            diagnostics.append(
                Diagnostic(
                    code: "manifest/unreadable-file", "the files of '\(text.value)' cannot be listed: \(error.reason)",
                    at: text.range))
            continue
        }
        let matches = files.filter(pattern.matches)
        if matches.isEmpty {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "manifest/pattern-matches-nothing", "no file matches '\(text.value)'", at: text.range,
                    notes: ["patterns are relative to the folder of \(root)"]))
        }
        found.formUnion(matches)
    }
    found.remove(root)
    return found.sorted()
}
