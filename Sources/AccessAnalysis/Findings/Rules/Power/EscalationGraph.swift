import MeshModel

/// Something that whoever has it can turn into more.
struct Power: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable, CaseIterable {
        case rules = "write access rules"
        case broker = "act as a broker"
        case ledger = "write what Heddle believes"
        case settings = "change the brokers' settings"
        case schemas = "rewrite every schema"
        case offsets = "rewrite what groups and transactions have done"
    }

    var kind: Kind
    /// By which rule.
    var place: Int
    /// `__heddle.state`; nil: the cluster itself.
    var topic: String?

    var severity: AuditSeverity {
        switch kind {
        case .rules, .broker, .ledger: .critical
        case .settings, .schemas: .high
        case .offsets: .medium
        }
    }
}

/// Who on a cluster can grant themselves more, and who can become whom: by tokens that are made in the name of another, and by the
/// ledger, which makes Heddle do what is written there.
struct EscalationGraph: Sendable {
    /// What each has by rules of their own or everybody's.
    private(set) var powers: [String: [Power]] = [:]
    /// Who can act as whom, and by which rule.
    private(set) var becomes: [String: [(who: String, place: Int)]] = [:]

    init(_ cluster: AuditedCluster, people: [String]) {
        for person in people where !cluster.superPrincipals.contains(person) {
            powers[person] = Self.powers(of: person, on: cluster)
            becomes[person] = people.compactMap { other in
                guard other != person, case .rule(let place)? = cluster.permit(person, .createTokens, .user, other) else { return nil }
                return (other, place)
            }
            if let own = cluster.ownPrincipal, own != person, let ledger = powers[person]?.first(where: { $0.kind == .ledger }) {
                becomes[person]?.append((own, ledger.place))
            }
        }
    }

    /// Where the shortest way to more leads: over whom, and what is had there. nil: nowhere.
    func escalation(of person: String, on cluster: AuditedCluster) -> (way: [(who: String, place: Int)], power: Power?, isSuper: Bool)? {
        var ways: [String: [(who: String, place: Int)]] = [person: []]
        var open = [person]
        var next = 0
        var best: (way: [(who: String, place: Int)], power: Power?, isSuper: Bool)?
        while next < open.count {
            let who = open[next]
            next += 1
            let way = ways[who] ?? []
            if cluster.superPrincipals.contains(who) { return (way, nil, true) }
            let found = powers[who]?.max { ($0.severity, $1.kind.rawValue) < ($1.severity, $0.kind.rawValue) }
            if let found, best?.power.map({ $0.severity < found.severity }) ?? true { best = (way, found, false) }
            for step in becomes[who] ?? [] where ways[step.who] == nil {
                ways[step.who] = way + [step]
                open.append(step.who)
            }
        }
        // To be another is more already, even where the other has nothing of this kind.
        if best == nil, let step = becomes[person]?.first { return ([step], nil, false) }
        return best
    }

    private static func powers(of person: String, on cluster: AuditedCluster) -> [Power] {
        var powers: [Power] = []
        func look(_ kind: Power.Kind, _ operation: AccessRule.Operation) {
            guard case .rule(let place)? = cluster.permit(person, operation, .cluster, AccessRule.clusterName) else { return }
            powers.append(Power(kind: kind, place: place))
        }
        look(.rules, .alter)
        look(.broker, .clusterAction)
        look(.settings, .alterConfigs)
        for (kind, names) in [
            (Power.Kind.ledger, ["__heddle.state", "__heddle.audit"]), (.schemas, ["_schemas"]), (.offsets, ["__consumer_offsets", "__transaction_state"]),
        ] {
            for name in names {
                // A wildcard reaches what is there; a rule by name says that it will be.
                guard case .rule(let place)? = cluster.permit(person, .write, .topic, name),
                    cluster.topics[name] != nil || cluster.rules[place].rule.pattern != .any || !cluster.isLive
                else { continue }
                powers.append(Power(kind: kind, place: place, topic: name))
            }
        }
        return powers
    }
}
