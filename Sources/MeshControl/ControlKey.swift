import MeshModel

/// What a record of the control log is about: its key.
///
///     status/eu                              the cluster as a whole
///     status/topic/eu/orders.created         one resource
///     approval/3f9a0c11b2d4
///     suspension/cluster                     everything there
///     suspension/topic/eu/orders.created
///     audit/head
///
/// Addresses hold a slash and names of clusters none, so that no two of these are ever alike: in names a slash is written `%2F`.
package enum ControlKey: Sendable, Hashable {
    case cluster(String)
    case resource(ResourceAddress)
    case approval(plan: String)
    /// nil: of the whole cluster.
    case suspension(ResourceAddress?)
    case auditHead

    package var text: String {
        switch self {
        case .cluster(let name): "status/\(escapedName(name))"
        case .resource(let address): "status/\(address)"
        case .approval(let plan): "approval/\(escapedName(plan))"
        case .suspension(let address): "suspension/\(address?.description ?? "cluster")"
        case .auditHead: "audit/head"
        }
    }

    /// nil where it is none of ours, or of a Heddle to come.
    package init?(parsing text: String) {
        if text == "audit/head" {
            self = .auditHead
            return
        }
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let rest = String(text[text.index(after: slash)...])
        guard !rest.isEmpty else { return nil }
        switch text[..<slash] {
        case "status":
            guard rest.utf8.contains(UInt8(ascii: "/")) else {
                self = .cluster(unescapedName(rest))
                return
            }
            guard let address = ResourceAddress(parsing: rest) else { return nil }
            self = .resource(address)
        case "approval": self = .approval(plan: unescapedName(rest))
        case "suspension":
            guard rest != "cluster" else {
                self = .suspension(nil)
                return
            }
            guard let address = ResourceAddress(parsing: rest) else { return nil }
            self = .suspension(address)
        default: return nil
        }
    }
}
