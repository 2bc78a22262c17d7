/// What one run found, in the order in which it is shown: what every renderer takes.
package struct DiagnosticReport: Sendable {
    /// Sorted, each once.
    package let diagnostics: [Diagnostic]
    /// Every file that was looked at, those without findings too.
    package let files: [String]

    package init(_ diagnostics: [Diagnostic], files: [String] = []) {
        self.diagnostics = inDisplayOrder(diagnostics)
        self.files = files
    }

    package var errorCount: Int { count(.error) }
    package var warningCount: Int { count(.warning) }
    package var noteCount: Int { count(.note) }
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// "2 errors, 1 warning in 12 files"
    package var summary: String {
        var counts: [String] = []
        if errorCount > 0 { counts.append(counted(errorCount, "error")) }
        if warningCount > 0 { counts.append(counted(warningCount, "warning")) }
        if noteCount > 0 { counts.append(counted(noteCount, "note")) }
        let found = counts.isEmpty ? "no problems" : counts.joined(separator: ", ")
        return files.isEmpty ? found : "\(found) in \(counted(files.count, "file"))"
    }

    private func count(_ severity: Diagnostic.Severity) -> Int {
        diagnostics.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
    }
}

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// By file, place, severity and code; equal diagnostics once. What has no place comes first: it is about the whole.
package func inDisplayOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen = Set<Diagnostic>(minimumCapacity: diagnostics.count)
    return diagnostics.filter { seen.insert($0).inserted }.sorted(by: precedes)
}

private func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    switch (left.range, right.range) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let first?, let second?):
        if first.file.path != second.file.path { return first.file.path < second.file.path }
        if first.start != second.start { return first.start < second.start }
        if first.end != second.end { return first.end < second.end }
    case (nil, nil): break
    }
    if left.severity != right.severity { return left.severity > right.severity }
    return (left.code, left.message) < (right.code, right.message)
}
