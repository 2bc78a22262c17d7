import Diagnostics
import MeshModel

/// What has been found wrong so far: bounded, so that a mesh in which everything is wrong fills no memory.
struct Findings {
    private(set) var diagnostics: [Diagnostic] = []
    private var omitted = 0
    /// Looking for what was meant goes through all names, which a few lost references deserve and ten thousand do not.
    private var searchesLeft = 200
    /// The same for the names that they go through, all together.
    private var namesLeft = 400_000

    private let maximum: Int

    init(maximum: Int) { self.maximum = maximum }

    var hasErrors: Bool { omitted > 0 || diagnostics.contains { $0.severity == .error } }

    mutating func append(_ diagnostic: Diagnostic) {
        if diagnostics.count < maximum { diagnostics.append(diagnostic) } else { omitted += 1 }
    }

    mutating func append(contentsOf others: [Diagnostic]) {
        for diagnostic in others { append(diagnostic) }
    }

    /// An error for a name that leads nowhere, unless it may lead to a document that could not be read.
    ///
    /// - Parameter own: the name of the document that says it, which it cannot have meant.
    mutating func appendUnknown(
        _ kind: String, _ name: Located<String>, code: String, among names: @autoclosure () -> [String], own: String? = nil,
        gaps: Gaps
    ) {
        var diagnostic = Diagnostic(code: code, "there is no \(kind) '\(name.value)'", at: name.range)
        guard searchesLeft > 0, namesLeft > 0 else {
            if gaps.files.isEmpty, gaps.documents[kind]?.contains(name.value) != true { append(diagnostic) }
            return
        }
        if gaps.mayDeclare(kind, named: name.value) { return }
        searchesLeft -= 1
        let candidates = names().filter { $0 != own }
        namesLeft -= candidates.count
        if let close = closestMatch(to: name.value, among: candidates) {
            diagnostic.suggestion = "did you mean '\(close)'?"
            diagnostic.fixIts = name.range.map { [TextEdit(replace: $0, with: close)] } ?? []
        } else if candidates.isEmpty {
            diagnostic.notes = ["the mesh declares no \(own == nil ? "" : "other ")\(kind)"]
        } else {
            let listed = candidates.sorted().prefix(8).map { "'\($0)'" }.joined(separator: ", ")
            diagnostic.notes = ["the mesh declares \(listed)" + (candidates.count > 8 ? ", …" : "")]
        }
        append(diagnostic)
    }

    /// Everything, with a word on what was left out.
    func finished() -> [Diagnostic] {
        guard omitted > 0 else { return diagnostics }
        return diagnostics + [
            Diagnostic(code: "manifest/too-many-errors", "further errors and warnings are not shown: \(omitted)")
        ]
    }
}
