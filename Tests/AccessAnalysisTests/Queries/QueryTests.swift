import AccessAnalysis
import Determinism
import ManifestLoading
import MeshModel
import MeshResolution
import Testing

struct QueryTests {
    private func cluster(_ rules: [String], topics: [String] = [], allows: Bool = false, supers: Set<String> = []) throws -> ClusterAccess {
        ClusterAccess(
            cluster: "one", rules: try rules.map { try #require(AccessRule(parsing: $0)) }, declared: [:], isLive: true, topics: topics,
            defaults: AccessDefaults(allowsByDefault: allows, superPrincipals: supers))
    }

    private func resource(_ text: String) throws -> AccessResource { try #require(AccessResource(parsing: text)) }

    @Test(arguments: [
        ("orders.created", "topic:orders.created"), ("orders.*", "topic:orders.*"), ("topic:orders.*", "topic:orders.*"), ("*", "topic:*"),
        ("group:checkout", "group:checkout"), ("group:a:b", "group:a:b"), ("cluster", "cluster"), ("transactional-id:x*", "transactional-id:x*"),
    ])
    func `resources are read as people write them`(text: String, told: String) throws { #expect(try resource(text).description == told) }

    @Test(arguments: ["", "topic:", "planet:earth", "cluster:eu"])
    func `what is no resource is told`(text: String) { #expect(AccessResource(parsing: text) == nil) }

    @Test(arguments: [
        "User:a/topic:orders/read", "User:CN=a/b,O=c/topic-prefix:orders./deny-write@10.0.0.1", "User:*/group:*/all",
        "User:a/transactional-id-prefix:x/write", "User:a/topic:a/topic:b/read",
    ])
    func `rules are read as plans write them`(text: String) throws { #expect(try #require(AccessRule(parsing: text)).addressName == text) }

    @Test(arguments: ["", "a", "User:a/topic:x", "topic:x/read", "User:a/topic:x/fly", "User:a/topic:/read", "User:a/topic:x/read@", "User:/topic:x/read", ":a/topic:x/read"])
    func `what is no rule is told`(text: String) { #expect(AccessRule(parsing: text) == nil) }

    @Test func `what manifests want is what they want at that moment`() throws {
        let manifests = """
            apiVersion: heddle.dev/v1
            kind: Mesh
            metadata: { name: shop }
            ---
            kind: Cluster
            metadata: { name: eu }
            spec: { engine: kafka, addresses: ["127.0.0.1:9092"] }
            ---
            kind: Principal
            metadata: { name: a }
            ---
            kind: Access
            metadata: { name: for-a-while }
            spec:
              principals: [a]
              operations: [read]
              resources: [{ type: topic, name: orders }]
              expires: 2026-07-01T00:00:00Z
            """
        let (loaded, problems) = loadMesh(InMemoryManifestSource(["heddle.yaml": manifests]))
        let documents = try #require(loaded, "\(problems)")
        let desired = try #require(resolveMesh(documents).0?.clusters["eu"])
        let end = try #require(Instant(rfc3339: "2026-07-01T00:00:00Z"))
        #expect(desired.access.count == 1)
        let before = Instant(millisecondsSinceEpoch: end.millisecondsSinceEpoch - 1)
        #expect(Array(ClusterAccess(desired, at: before).access.rules).map(\.addressName) == ["User:a/topic:orders/read"])
        #expect(Array(ClusterAccess(desired, at: end).access.rules).isEmpty)
    }

    @Test func `who can read tells everybody, super principals and whom rules name`() throws {
        let cluster = try cluster(
            ["User:a/topic:orders.*/read", "User:b/topic:orders.new/all", "User:c/topic:orders.new/write", "User:d/topic:*/read", "User:d/topic:orders.*/deny-read"],
            supers: ["User:root"])
        let answer = findHolders(of: .read, on: try resource("orders.*"), in: cluster)
        #expect(answer.holders.map { "\($0.who.name) \($0.shares.map(\.names.description)) \($0.isWhole)" } == [
            "User:root [\"orders.*\"] true", "User:a [\"orders.*\"] true", "User:b [\"orders.new\"] false",
        ])
        #expect(answer.excluded.isEmpty)
        let described = findHolders(of: .describe, on: try resource("orders.new"), in: cluster)
        #expect(described.holders.map(\.who.name) == ["User:root", "User:a", "User:b", "User:c", "User:d"])
    }

    @Test func `whom a rule shuts out of what everybody has is told`() throws {
        let cluster = try cluster(["User:a/topic:pay*/deny-all"], allows: true)
        let answer = findHolders(of: .read, on: try resource("payments"), in: cluster)
        #expect(answer.holders.map(\.who) == [.everybody])
        #expect(answer.excluded.map(\.who) == [.principal("User:a")])
        #expect(findHolders(of: .read, on: try resource("pa*"), in: cluster).holders.map { $0.shares.map(\.names.description) } == [["pa*"], ["pa* except pay*"]])
    }

    @Test func `why names the rule, and what it would take`() throws {
        let cluster = try cluster(["User:a/topic:orders.*/read", "User:*/topic:orders.secret/deny-all", "User:a/topic:log/write@10.0.0.1"])
        let allowed = explainAccess(of: "User:a", to: .read, try resource("orders.created"), in: cluster)
        #expect(allowed.isAllowed && allowed.decision.rule?.addressName == "User:a/topic-prefix:orders./read" && allowed.remedies.isEmpty)
        let denied = explainAccess(of: "User:a", to: .write, try resource("orders.secret"), in: cluster)
        #expect(denied.remedies == [
            .lift(try #require(AccessRule(parsing: "User:*/topic:orders.secret/deny-all"))),
            .grant(try #require(AccessRule(parsing: "User:a/topic:orders.secret/write"))),
        ])
        let part = explainAccess(of: "User:a", to: .read, try resource("orders.*"), in: cluster)
        #expect(!part.isAllowed && part.allowed.description == "orders.* except orders.secret" && part.refused.description == "orders.secret")
        let elsewhere = explainAccess(of: "User:a", to: .write, try resource("log"), in: cluster)
        #expect(!elsewhere.isAllowed && elsewhere.otherHosts == ["10.0.0.1"])
        #expect(explainAccess(of: "User:a", to: .write, try resource("log"), in: cluster, from: "10.0.0.1").isAllowed)
    }

    /// What a remedy says must work.
    @Test(arguments: 0..<60)
    func `with the remedies followed it is allowed`(seed: Int) throws {
        var random = RandomRules(seed: UInt64(seed))
        let rules = random.rules(0..<25)
        let defaults = AccessDefaults(allowsByDefault: seed % 2 == 0)
        func cluster(_ rules: [AccessRule]) -> ClusterAccess {
            ClusterAccess(cluster: "one", rules: rules, declared: [:], isLive: true, topics: [], defaults: defaults)
        }
        for principal in RandomRules.principals {
            for operation in [AccessRule.Operation.read, .describe, .all] {
                let name = random.name()
                let asked = AccessResource(.topic, seed % 3 == 0 ? .prefix(name) : .literal(name))
                let before = explainAccess(of: principal, to: operation, asked, in: cluster(rules))
                #expect(before.isAllowed == before.remedies.isEmpty)
                #expect(before.isAllowed == before.decision.isAllowed, "seed \(seed)")
                var after = rules
                for remedy in before.remedies {
                    switch remedy {
                    case .lift(let rule): after.removeAll { $0 == rule }
                    case .grant(let rule): after.append(rule)
                    }
                }
                #expect(explainAccess(of: principal, to: operation, asked, in: cluster(after)).isAllowed, "seed \(seed): \(principal) \(operation) \(asked)")
            }
        }
    }

    @Test func `what can tells sets, and which topics are in them`() throws {
        let cluster = try cluster(["User:a/topic:orders.*/read", "User:a/topic:orders.secret/deny-all"], topics: ["orders.a", "orders.secret", "pay"])
        let answer = findAbilities(of: "User:a", in: cluster)
        #expect(answer.abilities.map { "\($0.operation) \($0.shares[0].names) \($0.existing)" } == [
            "read orders.* except orders.secret [\"orders.a\"]", "describe orders.* except orders.secret [\"orders.a\"]",
        ])
        #expect(!answer.writesIdempotently && answer.isNamed)
    }

    @Test func `a matrix marks what holds for all of a row, and what for a part`() throws {
        let cluster = try cluster(["User:a/topic:orders.*/read", "User:b/topic:orders.x/all", "User:c/topic:orders.*/write@10.0.0.1"])
        let table = tabulateAccess([try resource("orders.*"), try resource("orders.x")], in: cluster)
        #expect(table.principals.map(\.name) == ["User:*", "User:a", "User:b", "User:c"])
        #expect(table.marks.map { $0.map(\.text) } == [["-", "rd", "r~w~d~m~", "w~d~"], ["-", "rd", "rwdm", "w~d~"]])
    }
}
