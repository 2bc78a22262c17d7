import Determinism
import MeshModel
import Testing

@testable import AccessAnalysis

/// By exact algebra over all names: what is called without effect has none.
struct RedundancyPropertyTests {
    @Test(arguments: 0..<20)
    func `rules that are called redundant can go one by one and all at once, and nobody gains or loses`(block: Int) {
        var told = 0
        for seed in 0..<40 {
            var random = RandomRules(seed: UInt64(7_000 + block * 100 + seed))
            let rules = random.rules(2..<14)
            let supers: Set<String> = seed % 5 == 0 ? ["User:anna"] : []
            let isOpen = seed % 3 == 0
            let cluster = AuditedCluster(
                name: "eu", rules: rules.map { AuditedRule(rule: $0, origins: []) }, topics: [:], isOpen: isOpen, superPrincipals: supers)
            let found = redundantRules(of: cluster)
            let places = Set(found.shadowed.keys).union(found.duplicates.keys).union(found.inert).union(found.ofSuperPrincipals)
            told += places.count
            let all = cluster.rules.map(\.rule)
            let before = everything(all, isOpen, supers)
            for place in places {
                var fewer = all
                let gone = fewer.remove(at: place)
                #expect(everything(fewer, isOpen, supers) == before, "seed \(block)/\(seed): without \(gone.addressName)")
            }
            let left = all.indices.filter { !places.contains($0) }.map { all[$0] }
            #expect(everything(left, isOpen, supers) == before, "seed \(block)/\(seed): without all of them")
        }
        #expect(told > 20)
    }

    @Test(arguments: 0..<10)
    func `of grants and denials that are not called redundant, none could go`(block: Int) {
        for seed in 0..<40 {
            var random = RandomRules(seed: UInt64(9_000 + block * 100 + seed))
            let cluster = AuditedCluster(name: "eu", rules: random.rules(2..<10).map { AuditedRule(rule: $0, origins: []) }, topics: [:])
            let found = redundantRules(of: cluster)
            let places = Set(found.shadowed.keys).union(found.duplicates.keys).union(found.inert)
            let left = cluster.rules.indices.filter { !places.contains($0) }.map { cluster.rules[$0].rule }
            let before = everything(left, false, [])
            for (place, rule) in left.enumerated() where !OperationSet(decidedBy: rule).isEmpty && applies(rule) {
                var fewer = left
                fewer.remove(at: place)
                // A denial that only a shadowed grant keeps busy may go with the grant; both are told of one after the other.
                if rule.permission == .deny, found.shadowed.values.contains(where: { cluster.rules[$0].rule == rule }) { continue }
                #expect(everything(fewer, false, []) != before, "seed \(block)/\(seed): \(rule.addressName) could go")
            }
        }
    }

    @Test(arguments: 0..<20)
    func `a permit is there just when the algebra allows it from some host`(block: Int) {
        for seed in 0..<40 {
            var random = RandomRules(seed: UInt64(11_000 + block * 100 + seed))
            let rules = random.rules(0..<16)
            let isOpen = seed % 2 == 0
            let cluster = AuditedCluster(name: "eu", rules: rules.map { AuditedRule(rule: $0, origins: []) }, topics: [:], isOpen: isOpen)
            let access = EffectiveAccess(rules: rules, defaults: AccessDefaults(allowsByDefault: isOpen, firstRuleLocksOut: isOpen))
            for _ in 0..<30 {
                let type = random.type()
                let name = random.name()
                let principal = RandomRules.principals.randomElement(using: &random.random) ?? ""
                let operation = AccessRule.Operation.allCases.filter { $0 != .all }.randomElement(using: &random.random) ?? .read
                guard type.askedOperations.contains(operation) else { continue }
                let somewhere = hosts.contains { access.decide(AccessAsker(principal, from: $0), operation, type, name).isAllowed }
                #expect((cluster.permit(principal, operation, type, name) != nil) == somewhere, "seed \(block)/\(seed): \(principal) \(operation) \(type):\(name)")
                // Without rules some name is open anyway, which a pattern's answer leaves out.
                guard !isOpen else { continue }
                let names = hosts.map { access.names(AccessAsker(principal, from: $0), operation, type) }
                let prefix = String(name.prefix(1))
                let any = names.contains { !$0.intersection(.prefix(prefix)).isEmpty }
                #expect((cluster.permit(principal, OperationSet(operation), type, .prefix(prefix)) != nil) == any, "seed \(block)/\(seed): \(prefix)")
            }
        }
    }

    private let hosts: [String?] = RandomRules.hosts + [nil]

    /// The cluster has one name, and is asked about by no other.
    private func applies(_ rule: AccessRule) -> Bool { rule.resourceType != .cluster || rule.pattern.covers(name: AccessRule.clusterName) }

    /// Who may do what, for everybody whom rules name and for somebody else, from every host and from another.
    private func everything(_ rules: [AccessRule], _ isOpen: Bool, _ supers: Set<String>) -> [String: NameSet] {
        let access = EffectiveAccess(rules: rules, defaults: AccessDefaults(allowsByDefault: isOpen, firstRuleLocksOut: isOpen, superPrincipals: supers))
        var found: [String: NameSet] = [:]
        for principal in RandomRules.principals.map(Optional.some) + [nil] {
            for host in hosts {
                for type in AccessRule.ResourceType.allCases {
                    for operation in type.askedOperations {
                        found["\(principal ?? "-") \(host ?? "-") \(type) \(operation)"] = access.names(AccessAsker(principal, from: host), operation, type)
                    }
                }
            }
        }
        return found
    }
}
