/// Who a client is. On listeners that do not authenticate, everybody is anonymous.
package struct Principal: Sendable, Hashable {
    package var kind: String
    package var name: String

    package init(kind: String, name: String) {
        self.kind = kind
        self.name = name
    }

    package static let anonymous = Principal(kind: "User", name: "ANONYMOUS")

    /// As ACLs name it: `User:alice`.
    package var text: String { "\(kind):\(name)" }
}

/// A principal and where it asks from: all that a decision needs to know of a client.
struct Asker: Hashable {
    /// As ACLs name it.
    let principal: String
    /// As ACLs name it: an address, without the slash that DescribeGroups shows in front of it.
    let host: String

    init(_ principal: Principal, clientHost: String) {
        self.principal = principal.text
        host = clientHost.first == "/" ? String(clientHost.dropFirst()) : clientHost
    }
}

/// What is asked for.
package enum ProtectedResource: Sendable, Hashable {
    case cluster
    case topic(String)
    case group(String)
    case transactionalID(String)

    var type: AclResourceType {
        switch self {
        case .cluster: .cluster
        case .topic: .topic
        case .group: .group
        case .transactionalID: .transactionalID
        }
    }

    var name: String {
        switch self {
        case .cluster: AclBinding.clusterName
        case .topic(let name), .group(let name), .transactionalID(let name): name
        }
    }
}
