import EngineInterface
import MeshModel

/// What a ledger entry is about.
enum LedgerItem: Sendable, Hashable {
    case topic(String)
    case access(AccessRule)
    /// Of the cluster's schema registry.
    case subject(String)
    /// By the mesh's name.
    case claim(String)

    init(_ update: LedgerUpdate) {
        switch update {
        case .topic(let name, _): self = .topic(name)
        case .access(let rule, _): self = .access(rule)
        case .subject(let name, _): self = .subject(name)
        case .claim(let mesh, _): self = .claim(mesh)
        }
    }

    /// The key of its records: the printed address, if it has one of its own. Names may hold slashes where an address separates by them, and two rules
    /// must never share a key, so such a slash is written `%2F`.
    func key(on cluster: String) -> String {
        switch self {
        case .topic(let name):
            return ResourceAddress.topic(name, on: cluster).description
        case .access(var rule):
            rule.principal = escapedName(rule.principal)
            rule.host = escapedName(rule.host)
            switch rule.pattern {
            case .literal(let name): rule.pattern = .literal(escapedName(name))
            case .prefix(let prefix): rule.pattern = .prefix(escapedName(prefix))
            case .any: break
            }
            return ResourceAddress.access(rule, on: cluster).description
        case .subject(let name):
            // Its contract's address would name neither cluster nor subject.
            return "subject/\(cluster)/\(name)"
        case .claim(let mesh):
            return "claim/\(cluster)/\(mesh)"
        }
    }
}
