/// What a cluster's authorizer does where no rule speaks, and whom none binds.
package struct AccessDefaults: Sendable, Hashable {
    /// Whoever no rule denies may.
    package var allowsByDefault: Bool
    /// The first rule on a resource, whomever it is for, shuts everybody else out: Kafka's `allow.everyone.if.no.acl.found`.
    /// Where this is set, `allowsByDefault` holds for what no rule speaks of, and for nothing else.
    package var firstRuleLocksOut: Bool
    /// As Kafka writes them: `User:admin`. They may do everything, whatever is denied.
    package var superPrincipals: Set<String>

    package init(allowsByDefault: Bool, firstRuleLocksOut: Bool = false, superPrincipals: Set<String> = []) {
        self.allowsByDefault = allowsByDefault
        self.firstRuleLocksOut = firstRuleLocksOut
        self.superPrincipals = superPrincipals
    }

    /// - Parameter observed: nil where the cluster was not asked; then one that is not embedded is taken to be set up as
    ///   Kafka is out of the box: what no rule allows is denied. The super principals of such a cluster cannot be read.
    package init(_ cluster: DesiredCluster, _ observed: ObservedCluster?) {
        let isEmbedded = cluster.spec.engine.value == .embedded
        let allowsWithoutRules = observed?.allowsWithoutRules ?? false
        allowsByDefault = isEmbedded ? cluster.spec.authorization?.value != .deny : allowsWithoutRules
        firstRuleLocksOut = !isEmbedded && allowsWithoutRules
        superPrincipals = Set(cluster.spec.superPrincipals.map { kafkaName(ofPrincipal: $0.value) })
    }
}

/// A principal as rules name it: `heddle` is `User:heddle`, and what names its kind stays.
package func kafkaName(ofPrincipal text: String) -> String { text.contains(":") ? text : "User:\(text)" }
