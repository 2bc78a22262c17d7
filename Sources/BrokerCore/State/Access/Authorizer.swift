/// What happens where no ACL says anything, and whom none of them binds.
package struct AuthorizationSettings: Sendable, Equatable {
    /// `allow`: everything may be done that no ACL denies. This is not Kafka's allow.everyone.if.no.acl.found, by which
    /// the first ACL of a resource, be it an allowance, refuses everybody else.
    package enum Default: Sendable { case allow, deny }

    package var byDefault = Default.allow
    /// `Kind:name`, as `User:admin`: they may do everything, whatever is denied.
    package var superPrincipals: Set<String> = []

    package init(byDefault: Default = .allow, superPrincipals: Set<String> = []) {
        self.byDefault = byDefault
        self.superPrincipals = superPrincipals
    }
}

/// The one place that decides who may do what, as Kafka's StandardAuthorizer does: super principals may everything,
/// then a denial wins, then an allowance, then the default.
///
/// Decisions are remembered until the ACLs change, so that produce and fetch cost one lookup a topic, however many
/// ACLs there are.
struct Authorizer {
    /// For one asker and resource, by operation, as bits of `AclOperation`.
    private struct Decisions {
        var known: UInt32 = 0
        var allowed: UInt32 = 0
    }

    private struct Question: Hashable {
        var asker: Asker
        var resource: ProtectedResource
    }

    private static let mostRemembered = 200_000

    private let settings: AuthorizationSettings
    private var decisions: [Question: Decisions] = [:]
    private var anywhere: [Asker: Bool] = [:]
    private var generation: UInt64 = 0

    init(_ settings: AuthorizationSettings = AuthorizationSettings()) {
        self.settings = settings
    }

    mutating func allows(
        _ asker: Asker, _ operation: AclOperation, on resource: ProtectedResource, by acls: AclStore
    ) -> Bool {
        if settings.byDefault == .allow, !acls.index.hasDenials(of: resource.type) { return true }
        if settings.superPrincipals.contains(asker.principal) { return true }
        forgetOutdated(acls)
        let question = Question(asker: asker, resource: resource)
        let bit: UInt32 = 1 << UInt32(operation.rawValue)
        var answer = decisions[question] ?? Decisions()
        if answer.known & bit == 0 {
            answer.known |= bit
            if decide(asker, operation, on: resource, by: acls) { answer.allowed |= bit }
            // Names that nobody has are asked for too, and must not fill the memory.
            if decisions.count >= Self.mostRemembered { decisions.removeAll(keepingCapacity: true) }
            decisions[question] = answer
        }
        return answer.allowed & bit != 0
    }

    /// Whether `asker` may write to any topic at all: then it may have a producer id (KIP-679).
    mutating func allowsWritingSomewhere(_ asker: Asker, by acls: AclStore) -> Bool {
        if settings.superPrincipals.contains(asker.principal) { return true }
        forgetOutdated(acls)
        if let known = anywhere[asker] { return known }
        let reach = AclReach(of: .write, on: .topic, for: asker, in: acls)
        let answer = reach.allowsSomething(byDefault: settings.byDefault)
        if anywhere.count >= Self.mostRemembered { anywhere.removeAll(keepingCapacity: true) }
        anywhere[asker] = answer
        return answer
    }

    private func decide(
        _ asker: Asker, _ operation: AclOperation, on resource: ProtectedResource, by acls: AclStore
    ) -> Bool {
        switch acls.index.verdict(asker, operation, on: resource) {
        case .denied: false
        case .allowed: true
        case .silent: settings.byDefault == .allow
        }
    }

    private mutating func forgetOutdated(_ acls: AclStore) {
        guard generation != acls.generation else { return }
        generation = acls.generation
        decisions.removeAll(keepingCapacity: true)
        anywhere.removeAll(keepingCapacity: true)
    }
}

extension Broker {
    func isAllowed(_ call: Call, _ operation: AclOperation, on resource: ProtectedResource) -> Bool {
        authorizer.allows(call.asker, operation, on: resource, by: acls)
    }
}
