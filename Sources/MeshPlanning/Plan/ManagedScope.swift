import MeshModel

/// Which of the things that live in a cluster the mesh's `scope` puts into our hands.
package struct ManagedScope: Sendable, Hashable {
    /// nil: every kind.
    package var kinds: [String]?
    /// Beginnings of topic names; nil: every name.
    package var prefixes: [String]?

    package init(_ scope: MeshSpec.Scope = .init()) {
        kinds = scope.kinds?.map(\.value)
        prefixes = scope.prefixes?.map(\.value)
    }

    package var isEverything: Bool { kinds == nil && prefixes == nil }

    var topics: Bool { names("Topic") }
    var access: Bool { names("Access") || names("Application") }
    var contracts: Bool { names("Contract") }

    func includes(topic: String) -> Bool { prefixes?.contains { topic.hasPrefix($0) } ?? true }

    private func names(_ kind: String) -> Bool { kinds?.contains(kind) ?? true }
}
