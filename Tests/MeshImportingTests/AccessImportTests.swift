import MeshModel
import Testing

@testable import MeshImporting

@Suite struct `Rules become manifests` {
    @Test func `what an application needs becomes one, and the rest access`() throws {
        let rules: Set = [
            rule("User:billing", .read, .topic, "orders"), rule("User:billing", .read, .group, "billing"),
            rule("User:billing", .write, .topic, "invoices"), rule("User:billing", .write, .transactionalId, "tx"),
            rule("User:billing", .describe, .topic, "orders"),
        ]
        let made = try Import(ObservedCluster(topics: ["orders": topic(), "invoices": topic()], access: rules, defaultReplication: 1))
        #expect(made.body("manifests/applications.yaml").contains("""
            spec:
              principal: billing
              produces:
                - { topic: invoices, transactionalId: tx }
              consumes:
                - { topic: orders, group: billing }

            """))
        #expect(made.body("manifests/access.yaml").contains("operations: [describe]"))
        #expect(made.names(.principal) == ["billing"])
        #expect(made.proof.holds, "\(made.trouble)")
        #expect(made.desired.map { Set($0.clusters["eu"]?.access.keys.map { $0 } ?? []) } == rules)
    }

    @Test func `retry and dead-letter topics follow from the application where they are just as it makes them`() throws {
        let rules: Set = [
            rule("User:b", .read, .topic, "orders"), rule("User:b", .read, .group, "b"), rule("User:b", .read, .topic, "orders.b.retry"),
            rule("User:b", .write, .topic, "orders.b.retry"), rule("User:b", .write, .topic, "orders.b.dlq"),
        ]
        var topics = [
            "orders": topic(4, ["min.insync.replicas": "1"]), "orders.b.retry": topic(4, ["retention.ms": "1209600000", "min.insync.replicas": "1"]),
            "orders.b.dlq": topic(4, ["retention.ms": "2592000000", "min.insync.replicas": "1"]),
        ]
        let made = try Import(ObservedCluster(topics: topics, access: rules))
        #expect(made.names(.topic) == ["orders"])
        #expect(made.names(.access).isEmpty)
        #expect(made.text("manifests/applications.yaml").contains("deadLetter: { retention: 30d }"))
        #expect(made.proof.holds, "\(made.trouble)")

        // One that is otherwise keeps its manifest, and the application its retry.
        topics["orders.b.retry"] = topic(8, ["retention.ms": "1209600000"])
        let other = try Import(ObservedCluster(topics: topics, access: rules))
        #expect(other.names(.topic) == ["orders", "orders.b.retry"])
        #expect(other.names(.access).isEmpty)
        #expect(other.proof.holds, "\(other.trouble)")
    }

    @Test func `a right to a topic that is not there makes no application`() throws {
        let made = try Import(ObservedCluster(topics: [:], access: [rule("User:a", .write, .topic, "gone")]))
        #expect(made.names(.application).isEmpty)
        #expect(made.names(.access) == ["a-writer"])
        #expect(made.proof.holds, "\(made.trouble)")
    }

    @Test func `rules are folded into products, denials apart, with roles where these fit`() throws {
        var rules: Set<AccessRule> = []
        for principal in ["User:a", "User:b"] {
            for prefix in ["x.", "y."] {
                for operation in [AccessRule.Operation.describe, .describeConfigs] {
                    for host in ["10.0.0.1", "10.0.0.2"] {
                        rules.insert(
                            AccessRule(resourceType: .topic, pattern: .prefix(prefix), principal: principal, host: host, operation: operation))
                    }
                }
            }
        }
        rules.insert(rule("User:*", .delete, .topic, "x.1", .deny))
        rules.insert(rule("User:a", .all, .cluster, "kafka-cluster"))
        let made = try Import(ObservedCluster(access: rules))
        #expect(made.names(.access) == ["a-admin", "a-and-others-viewer", "deny-everyone-delete"])
        #expect(made.proof.holds, "\(made.trouble)")
        #expect(made.desired.map { Set($0.clusters["eu"]?.access.keys.map { $0 } ?? []) } == rules)
    }

    @Test func `principals keep the names by which Kafka knows them`() throws {
        let users = ["checkout", "CN=checkout,O=shop", "Checkout", "$(x)", "a b", "ü", "A=1"]
        let rules = Set(users.map { rule("User:\($0)", .alter, .topic, "t") })
        let made = try Import(ObservedCluster(access: rules))
        #expect(made.names(.principal).count == users.count)
        #expect(made.text("manifests/principals.yaml").contains("mtls: { subject: \"CN=checkout,O=shop\" }"))
        #expect(made.proof.holds, "\(made.trouble)")
        #expect(made.desired.map { Set($0.clusters["eu"]?.access.keys.map { $0 } ?? []) } == rules)
    }

    @Test func `a principal that manifests know already is not declared again`() throws {
        let made = try Import(
            ObservedCluster(access: [rule("User:CN=me", .alter, .topic, "t"), rule("User:me", .alter, .topic, "u")]),
            manifests: "kind: Principal\nmetadata: { name: me }\nspec: { mtls: { subject: CN=me } }\n")
        #expect(made.names(.principal) == ["me-2"])
        #expect(made.proof.holds, "\(made.trouble)")
        #expect(made.desired?.clusters["eu"]?.access.count == 2)
    }

    @Test func `what manifests cannot say is left out and told`() throws {
        let odd = [
            rule("Group:staff", .read, .topic, "t"), rule("User:", .read, .topic, "t"), rule("User:a", .read, .delegationToken, "t"),
            rule("User:a", .clusterAction, .topic, "t"), rule("User:a", .alter, .cluster, "other"), rule("User:a", .read, .topic, " "),
            rule("User:*", .write, .topic, "__heddle.state"), rule("User:*", .describe, .cluster, "kafka-cluster", .deny),
        ]
        let made = try Import(ObservedCluster(access: Set(odd)))
        #expect(made.result.documents.isEmpty)
        #expect(Set(made.result.leftOut.map(\.name)) == Set(odd.map(\.addressName)))
        #expect(made.leftOut(odd[6].addressName) == .internal)
        #expect(made.proof.holds, "\(made.trouble)")
    }

    @Test func `rules of other meshes, and those that keep a topic in quarantine, are left alone`() throws {
        let theirs = rule("User:a", .alter, .topic, "t")
        let denial = rule("User:*", .write, .topic, "old", .deny)
        var observed = ObservedCluster(topics: ["old": topic()], access: [theirs, denial])
        observed.ledger.access[theirs] = LedgerAccess(phase: .applied, stewardship: Stewardship(mesh: "other"))
        observed.ledger.topics["old"] = LedgerTopic(
            phase: .applied, stewardship: Stewardship(mesh: "shop"), partitions: 1,
            quarantine: LedgerQuarantine(stage: .draining, since: .epoch, denials: [denial]))
        let made = try Import(observed)
        #expect(made.result.documents.isEmpty)
        #expect(made.leftOut(theirs.addressName) == .ownedElsewhere)
        #expect(made.leftOut(denial.addressName) == .quarantined)
    }

    @Test func `with a prefix, groups of those who use the topics come along, and nothing else`() throws {
        let rules: Set = [
            rule("User:a", .read, .topic, "orders.1"), rule("User:a", .read, .group, "a"), rule("User:a", .read, .topic, "stock"),
            rule("User:b", .read, .group, "b"), rule("User:a", .alter, .cluster, "kafka-cluster"),
        ]
        let made = try Import(ObservedCluster(topics: ["orders.1": topic(), "stock": topic()], access: rules), prefixes: ["orders."])
        #expect(made.names(.application) == ["a"])
        #expect(made.names(.access).isEmpty)
        #expect(made.result.leftOut.filter { $0.sort == .access }.count == 3)
        #expect(try Import(ObservedCluster(access: rules), includesAccess: false).result.documents.isEmpty)
    }
}
