import Diagnostics

/// The `metadata` of every document.
package struct Metadata: Sendable, Equatable {
    package var name: Located<String>
    package var owner: Located<String>?
    package var description: String?
    package var labels: [String: Located<String>]
    package var annotations: [String: Located<String>]

    package init(
        name: Located<String>, owner: Located<String>? = nil, description: String? = nil,
        labels: [String: Located<String>] = [:], annotations: [String: Located<String>] = [:]
    ) {
        self.name = name
        self.owner = owner
        self.description = description
        self.labels = labels
        self.annotations = annotations
    }

    /// `heddle.dev/adopt: "true"`: take over what is already there under this name.
    package var adopts: Bool { annotations["heddle.dev/adopt"]?.value == "true" }

    /// `heddle.dev/protect: "true"`: never delete it, nor what follows from it.
    package var protects: Bool { annotations["heddle.dev/protect"]?.value == "true" }
}

/// A typed document: what it is called, what it says, and where it stands.
package struct Resource<Spec: Sendable>: Sendable {
    package var metadata: Metadata
    package var spec: Spec
    /// The `kind:` line's value, for messages about the document as a whole.
    package var range: SourceRange

    package init(metadata: Metadata, spec: Spec, range: SourceRange) {
        self.metadata = metadata
        self.spec = spec
        self.range = range
    }

    package var name: String { metadata.name.value }
}
