/// What Heddle needs to work at all, and so never takes away from itself.
extension AccessRule {
    /// Why a rule must not be put in: it would shut Heddle out of the cluster that it is to manage. nil: it does not.
    ///
    /// - Parameter own: as whom Heddle connects; nil: not known, so that only what is denied to everybody counts.
    package func lockoutProblem(own: String?) -> String? {
        guard permission == .deny, principal == "User:*" || principal == own else { return nil }
        if principal == own { return "it denies something to Heddle's own principal" }
        switch resourceType {
        case .topic:
            guard [.all, .read, .write, .describe].contains(operation), covers("__heddle.state") else { return nil }
            return "it denies everybody, Heddle too, the topic in which Heddle keeps its ledger"
        case .cluster:
            guard [.all, .alter, .describe, .create, .alterConfigs, .describeConfigs].contains(operation) else { return nil }
            return "it denies everybody, Heddle too, what managing the cluster needs"
        case .group, .transactionalId, .delegationToken, .user:
            return nil
        }
    }

    private func covers(_ topic: String) -> Bool {
        switch pattern {
        case .any: true
        case .literal(let name): name == topic
        case .prefix(let prefix): topic.hasPrefix(prefix)
        }
    }
}
