import Diagnostics
import ManifestWriting
import MeshModel

/// What a command line asked to see; everything where it named nothing.
struct RenderSelection: Sendable {
    var documents: [RenderedDocument]
    var derived: DerivedResources

    /// Throws for a name that nothing has.
    init(_ names: [String], documents: [RenderedDocument], derived: DerivedResources) throws {
        self.documents = documents
        self.derived = derived
        guard !names.isEmpty else { return }
        let wanted = names.map(SelectedName.init)
        for name in wanted {
            let isThere =
                documents.contains(where: name.names) || derived.topics.contains { name.text == $0.address.description }
                || derived.rules.contains { name.text == $0.address.description }
            guard !isThere else { continue }
            let known = documents.map { "\($0.kind.rawValue)/\($0.name)" } + derived.topics.map(\.address.description)
            throw CommandFailure(
                .usage, "nothing is called '\(name.text)'",
                remedy: closestMatch(to: name.text, among: known).map { "did you mean '\($0)'?" }
                    ?? "say KIND/NAME (Topic/orders.created), or an address (topic/eu/orders.created)")
        }
        self.documents = documents.filter { document in wanted.contains { $0.names(document) } }
        self.derived.topics = derived.topics.filter { entry in wanted.contains { $0.text == entry.address.description } }
        self.derived.rules = derived.rules.filter { entry in wanted.contains { $0.text == entry.address.description } }
    }
}

/// `Topic/orders.created`, or `topic/eu/orders.created`, which a Topic document declares.
private struct SelectedName {
    var text: String

    func names(_ document: RenderedDocument) -> Bool {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].lowercased() == document.kind.rawValue.lowercased() else { return false }
        if parts[1] == document.name { return true }
        guard document.kind == .topic, let address = ResourceAddress(parsing: text) else { return false }
        return address.cluster != nil && address.name == document.name
    }
}
