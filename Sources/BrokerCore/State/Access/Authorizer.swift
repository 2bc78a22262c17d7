/// Who asks. Until clients can prove who they are, everybody is anonymous.
package struct Principal: Sendable, Hashable {
    package var kind: String
    package var name: String

    package static let anonymous = Principal(kind: "User", name: "ANONYMOUS")
}

/// What is asked for.
package enum ProtectedResource: Sendable, Hashable {
    case cluster
    case topic(String)
    case group(String)
    case transactionalID(String)
}

/// The one place that decides who may do what. ACLs are kept and described, but not enforced yet:
/// everybody may do everything.
struct Authorizer {
    func allows(_ principal: Principal, _ operation: AclOperation, on resource: ProtectedResource) -> Bool {
        true
    }
}
