import MeshModel

/// What the rules of one cluster come to: who may do what to which names, decided as Kafka's StandardAuthorizer decides.
///
/// Super principals may everything. Then a denial wins, then an allowance counts, then the cluster's default. A rule means
/// its own principal, or with `User:*` everybody; one host or every host; one name, all names with a prefix by bytes, or all.
/// Allowing to read, write, delete or alter allows to describe, altering configs to describe them; denials imply nothing.
///
///     let access = EffectiveAccess(rules: observed.access, defaults: AccessDefaults(cluster, observed))
///     access.decide(AccessAsker("User:checkout"), .write, .topic, "orders.created").ground
///     access.names(AccessAsker("User:checkout"), .read, .topic)     // orders.* except orders.secret
package struct EffectiveAccess: Sendable {
    package let defaults: AccessDefaults
    let index: RuleIndex
    /// Names by type that some rule speaks of, whomever it is for; only where the cluster asks for that.
    private let spokenOf: [AccessRule.ResourceType: NameSet]

    package init(rules: some Sequence<AccessRule>, defaults: AccessDefaults) {
        self.defaults = defaults
        let index = RuleIndex(rules)
        self.index = index
        var spokenOf: [AccessRule.ResourceType: NameSet] = [:]
        if defaults.firstRuleLocksOut {
            for type in AccessRule.ResourceType.allCases { spokenOf[type] = NameSet(stretches: index.stretches[index.place(of: type)]) }
        }
        self.spokenOf = spokenOf
    }

    /// By type, then by names, wide ones first.
    package var rules: [AccessRule] { index.rules }

    /// Whom rules name, and the super principals; `User:*` is none of them. Ascending.
    package var principals: [String] {
        Set(index.principals).union(defaults.superPrincipals).subtracting([AccessAsker.everybody]).sorted()
    }

    package func isSuper(_ principal: String?) -> Bool { principal.map(defaults.superPrincipals.contains) ?? false }

    // MARK: - One name

    package func decide(
        _ asker: AccessAsker, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, _ name: String
    ) -> AccessDecision {
        if isSuper(asker.principal) { return AccessDecision(.superPrincipal) }
        var allowance: AccessRule?
        var other: AccessRule?
        // The most definite one is the one to be told.
        for place in index.bearing(on: NameBound(name), of: type).reversed() {
            let rule = index.rules[place]
            guard asker.isMeant(by: rule), rule.decides(operation) else {
                if other == nil { other = rule }
                continue
            }
            if rule.permission == .deny { return AccessDecision(.denied(by: rule)) }
            if allowance == nil || (allowance?.principal == AccessAsker.everybody && rule.pattern == allowance?.pattern) { allowance = rule }
        }
        if let allowance { return AccessDecision(.allowed(by: allowance)) }
        if defaults.firstRuleLocksOut {
            guard defaults.allowsByDefault else { return AccessDecision(.deniedByDefault) }
            return AccessDecision(other.map { .lockedOut(by: $0) } ?? .allowedWithoutRules)
        }
        return AccessDecision(defaults.allowsByDefault ? .allowedByDefault : .deniedByDefault)
    }

    // MARK: - All names

    /// The names of a type's resources, made or not yet made, that the operation is allowed on. `all` is what may be done
    /// every operation to that is ever asked for.
    package func names(_ asker: AccessAsker, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType) -> NameSet {
        if operation == .all {
            return type.askedOperations.reduce(NameSet.all) { $0.isEmpty ? $0 : $0.intersection(names(asker, $1, type)) }
        }
        if isSuper(asker.principal) { return .all }
        return names(asker, operation, type, by: index.meaning(asker.principal, type).map(Int.init))
    }

    /// - Parameter rules: all that may have a say, ascending.
    func names(
        _ asker: AccessAsker, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, by rules: [Int]
    ) -> NameSet {
        var allowed: [NameStretch] = []
        var denied: [NameStretch] = []
        let numbers = index.numbers(of: asker)
        for index in rules {
            let rule = self.index.facts[index]
            guard numbers.isMeant(by: rule), rule.decides(operation) else { continue }
            if rule.isDenial { denied.append(self.index.stretches[index]) } else { allowed.append(self.index.stretches[index]) }
        }
        return allowedByDefault(type).union(NameSet(stretches: allowed)).subtracting(NameSet(stretches: denied))
    }

    /// The names that the cluster allows of itself where nothing is denied.
    package func allowedByDefault(_ type: AccessRule.ResourceType) -> NameSet {
        guard defaults.allowsByDefault else { return .none }
        return defaults.firstRuleLocksOut ? (spokenOf[type] ?? .none).complement : .all
    }

    /// Whether there is any topic at all, be it not made yet, that may be written to: then a producer without a transactional
    /// id gets its number, and so may write idempotently (KIP-679).
    package func allowsWritingSomewhere(_ asker: AccessAsker) -> Bool {
        if !defaults.firstRuleLocksOut { return !names(asker, .write, .topic).isEmpty }
        // Kafka does not look for a topic without rules: it tries one name, then what rules allow
        // (org.apache.kafka.server.authorizer.Authorizer.authorizeByResourceType).
        if decide(asker, .write, .topic, "hardcode").isAllowed { return true }
        var strict = defaults
        strict.allowsByDefault = false
        return !EffectiveAccess(index: index, defaults: strict).names(asker, .write, .topic).isEmpty
    }

    /// As above, or by Idempotent Write on the cluster, as before Kafka 2.8.
    package func allowsIdempotentWrite(_ asker: AccessAsker) -> Bool {
        allowsWritingSomewhere(asker) || decide(asker, .idempotentWrite, .cluster, AccessRule.clusterName).isAllowed
    }

    private init(index: RuleIndex, defaults: AccessDefaults) {
        self.index = index
        self.defaults = defaults
        spokenOf = [:]
    }

    // MARK: - Rules

    /// The rules that decide about an operation of an asker on some of a pattern's names, by permission; the widest first.
    package func deciding(
        _ asker: AccessAsker, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, _ pattern: AccessRule.Pattern
    ) -> (allowing: [AccessRule], denying: [AccessRule]) {
        let rules = index.bearing(on: pattern, of: type).map { index.rules[$0] }.filter { asker.isMeant(by: $0) && $0.decides(operation) }
        return (rules.filter { $0.permission == .allow }, rules.filter { $0.permission == .deny })
    }
}
