import ContractModel
import ManifestLoading
import ManifestWriting
import MeshModel

/// What became of a cluster: documents, and what is not among them.
package struct ClusterImport: Sendable {
    /// By kind, in the order of names.
    package var documents: [ImportedDocument]
    package var leftOut: [LeftOut]

    package func count(of kind: ManifestKind) -> Int { documents.count { $0.kind == kind } }
}

package struct ImportedDocument: Sendable, Hashable {
    package var name: String
    package var draft: ManifestDraft
    /// Of a contract, which wants a file beside the manifests.
    package var schema: Schema?

    package struct Schema: Sendable, Hashable {
        package var format: ContractFormat
        package var text: String
    }

    package var kind: ManifestKind { draft.kind }
}

/// Something that is in the cluster and not in the manifests.
package struct LeftOut: Sendable, Hashable {
    package enum Sort: String, Sendable, Hashable, CaseIterable { case topic, config, access, subject }

    package enum Reason: String, Sendable, Hashable, CaseIterable {
        /// It belongs to the engine, to a schema registry or to Heddle.
        case `internal`
        case outsidePrefix = "outside-prefix"
        case outsideScope = "outside-scope"
        /// A manifest has it already.
        case declared
        case ownedElsewhere = "owned-elsewhere"
        /// Heddle is taking it out of use.
        case quarantined
        /// No topic that is imported uses it.
        case unused
        /// The manifest language has no words for it.
        case inexpressible
        /// The cluster does not tell of it.
        case untold
    }

    package var sort: Sort
    /// As the cluster has it; of a config `TOPIC KEY`, of a rule as in addresses.
    package var name: String
    package var reason: Reason
    /// For people; continues "left out 'orders': ".
    package var message: String

    package init(_ sort: Sort, _ name: String, _ reason: Reason, _ message: String) {
        self.sort = sort
        self.name = name
        self.reason = reason
        self.message = message
    }
}
