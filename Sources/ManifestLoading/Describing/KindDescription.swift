/// A kind of document: its `kind:` word, what it is for, what its `spec` holds.
package struct KindDescription: Sendable {
    package var kind: ManifestKind
    /// One sentence in Markdown.
    package var summary: String
    /// A whole document that a reader can start from.
    package var example: String
    package var nameForm: TextForm
    package var requiresOwner: Bool
    package var spec: ObjectDescription
    package var metadata: ObjectDescription
    /// What a document of this kind holds, from `apiVersion` down.
    package var document: ObjectDescription

    package init(
        _ kind: ManifestKind, summary: String, nameForm: TextForm = .name, requiresOwner: Bool = false, example: String,
        spec: ObjectDescription
    ) {
        self.kind = kind
        self.summary = summary
        self.nameForm = nameForm
        self.requiresOwner = requiresOwner
        self.example = example
        self.spec = spec
        metadata = metadataDescription(nameForm: nameForm, requiresOwner: requiresOwner)
        document = ObjectDescription(
            "a \(kind.rawValue) document",
            [
                FieldDescription(
                    "apiVersion", .choice([Choice(currentAPIVersion, "The version of the manifest language.")]),
                    required: kind == .mesh, fallback: kind == .mesh ? nil : currentAPIVersion, example: currentAPIVersion,
                    "The version of the manifest language. The Mesh document must say it; the others follow."),
                FieldDescription(
                    "kind", .choice([Choice(kind.rawValue, summary)]), required: true, example: kind.rawValue, "What is declared."
                ),
                FieldDescription(
                    "metadata", .object(metadata), required: true,
                    example: "{ name: … }", "What it is called and who answers for it."),
                FieldDescription(
                    "spec", .object(spec), required: spec.fields.contains { $0.isRequired } || !spec.exactlyOneOf.isEmpty,
                    example: "{ … }", "What is wanted."),
            ])
    }
}

/// The kinds that can be written today.
package enum ManifestKind: String, Sendable, Hashable, CaseIterable {
    case mesh = "Mesh"
    case cluster = "Cluster"
    case contract = "Contract"
    case topic = "Topic"
    case principal = "Principal"
    case application = "Application"
    case access = "Access"
    case policy = "Policy"

    package var description: KindDescription {
        switch self {
        case .mesh: meshDescription
        case .cluster: clusterDescription
        case .contract: contractDescription
        case .topic: topicDescription
        case .principal: principalDescription
        case .application: applicationDescription
        case .access: accessDescription
        case .policy: policyDescription
        }
    }
}

/// Kinds that the language knows and this version of Heddle does not serve yet.
package let kindsNotAvailable = ["Quota", "Route", "ServiceLevel", "Connector"]

package let currentAPIVersion = "heddle.dev/v1"
