import AccessAnalysis
import Determinism
import MeshModel
import Testing

struct EffectiveAccessTests {
    static let strict = AccessDefaults(allowsByDefault: false)
    /// Kafka with allow.everyone.if.no.acl.found.
    static let open = AccessDefaults(allowsByDefault: true, firstRuleLocksOut: true)

    private func access(_ rules: String..., defaults: AccessDefaults = strict) throws -> EffectiveAccess {
        EffectiveAccess(rules: try rules.map { try #require(AccessRule(parsing: $0)) }, defaults: defaults)
    }

    @Test func `the most definite rule is the one that is told`() throws {
        let access = try access("User:a/topic:*/read", "User:a/topic:or*/read", "User:*/topic:orders/read", "User:a/topic:orders/read")
        let decision = access.decide(AccessAsker("User:a"), .read, .topic, "orders")
        #expect(decision.rule?.addressName == "User:a/topic:orders/read")
        #expect(access.decide(AccessAsker("User:b"), .read, .topic, "orders").rule?.principal == "User:*")
    }

    @Test func `super principals are denied nothing`() throws {
        var defaults = Self.strict
        defaults.superPrincipals = ["User:root"]
        let access = try access("User:root/topic:*/deny-all", defaults: defaults)
        #expect(access.decide(AccessAsker("User:root"), .write, .topic, "x").ground == .superPrincipal)
        #expect(access.names(AccessAsker("User:root"), .write, .topic).isAll)
    }

    @Test func `where no rule is found everybody is let in, and the first rule locks all others out`() throws {
        let access = try access("User:a/topic:orders/read", "User:a/topic:pay*/read", "User:a/group:g/read", defaults: Self.open)
        let other = AccessAsker("User:b")
        #expect(access.decide(other, .read, .topic, "free").ground == .allowedWithoutRules)
        let locked = access.decide(other, .read, .topic, "orders")
        #expect(!locked.isAllowed)
        #expect(locked.ground == .lockedOut(by: try #require(AccessRule(parsing: "User:a/topic:orders/read"))))
        #expect(access.names(other, .read, .topic).description == "* except orders, pay*")
        // The rule says read: write is locked for its own principal, too.
        #expect(access.names(AccessAsker("User:a"), .write, .topic).description == "* except orders, pay*")
        #expect(access.names(AccessAsker("User:a"), .read, .topic).isAll)
    }

    @Test func `Kafka tries one name before it looks at rules for an idempotent producer`() throws {
        let hard = try access("User:a/topic:hard*/read", defaults: Self.open)
        #expect(!hard.names(AccessAsker("User:b"), .write, .topic).isEmpty)
        #expect(!hard.allowsWritingSomewhere(AccessAsker("User:b")))
        #expect(try access("User:a/topic:soft*/read", defaults: Self.open).allowsWritingSomewhere(AccessAsker("User:b")))
        #expect(try access("User:a/cluster:kafka-cluster/idempotent-write").allowsIdempotentWrite(AccessAsker("User:a")))
        #expect(try !access("User:a/topic:x/write", "User:*/topic:x/deny-write").allowsIdempotentWrite(AccessAsker("User:a")))
    }

    @Test func `a host that is named is told apart`() throws {
        let access = try access(
            "User:a/topic:orders/read", "User:a/topic:pay/read@10.0.0.1", "User:*/topic:orders/deny-read@10.0.0.2", "User:a/topic:log/read")
        let shares = access.shares("User:a", .read, .topic)
        #expect(shares.map { "\($0.names) from \($0.hosts)" } == ["log from every host", "orders from every host except 10.0.0.2", "pay from 10.0.0.1"])
        #expect(access.shares("User:a", .read, .topic, from: .one("10.0.0.2")).map(\.names.description) == ["log"])
    }

    @Test(arguments: 0..<40)
    func `shares say of every host what deciding from there says`(seed: Int) {
        var random = RandomRules(seed: UInt64(seed))
        let access = EffectiveAccess(
            rules: random.rules(0..<40), defaults: seed % 3 == 0 ? Self.open : AccessDefaults(allowsByDefault: seed % 3 == 1))
        for principal in RandomRules.principals {
            for operation in [AccessRule.Operation.read, .write, .describe] {
                let shares = access.shares(principal, operation, .topic)
                for host in RandomRules.hosts + ["192.0.2.1"] {
                    let here = shares.filter { share in
                        switch share.hosts {
                        case .everywhere: true
                        case .only(let hosts): hosts.contains(host)
                        case .except(let hosts): !hosts.contains(host)
                        }
                    }
                    let told = here.reduce(NameSet.none) { $0.union($1.names) }
                    #expect(told == access.names(AccessAsker(principal, from: host), operation, .topic), "seed \(seed) \(principal) from \(host)")
                    for _ in 0..<5 {
                        let name = random.name(most: 5)
                        #expect(told.contains(name) == access.decide(AccessAsker(principal, from: host), operation, .topic, name).isAllowed, "seed \(seed)")
                    }
                }
            }
        }
    }
}
