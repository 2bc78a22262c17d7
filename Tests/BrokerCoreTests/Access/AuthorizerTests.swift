import Determinism
import Testing
@testable import BrokerCore

/// Held against what Kafka documents of its StandardAuthorizer (KIP-11, KIP-290, KIP-679, KIP-801).
struct AuthorizerTests {
    private static let alice = Asker(Principal(kind: "User", name: "alice"), clientHost: "/10.0.0.1")
    private static let orders = ProtectedResource.topic("orders")

    /// One line of a table: these rules, and what comes of a question.
    struct Line: Sendable, CustomTestStringConvertible {
        var rules: [String]
        var operation: AclOperation
        var resource: ProtectedResource
        /// Under `default: allow` and under `default: deny`.
        var expected: (allow: Bool, deny: Bool)

        init(_ rules: [String], _ operation: AclOperation, _ resource: ProtectedResource, allow: Bool, deny: Bool) {
            self.rules = rules
            self.operation = operation
            self.resource = resource
            expected = (allow, deny)
        }

        var testDescription: String { "\(operation) of \(resource) under \(rules)" }
    }

    @Test(arguments: [
        Line([], .read, orders, allow: true, deny: false),
        Line(["allow alice * read literal orders"], .read, orders, allow: true, deny: true),
        Line(["allow alice * read literal orders"], .write, orders, allow: true, deny: false),
        Line(["allow alice * read literal order"], .read, orders, allow: true, deny: false),
        Line(["allow alice * read prefixed ord"], .read, orders, allow: true, deny: true),
        Line(["allow alice * read prefixed orders"], .read, orders, allow: true, deny: true),
        Line(["allow alice * read prefixed orders."], .read, orders, allow: true, deny: false),
        Line(["allow alice * read literal *"], .read, orders, allow: true, deny: true),
        Line(["allow bob * read literal orders"], .read, orders, allow: true, deny: false),
        Line(["allow * * read literal orders"], .read, orders, allow: true, deny: true),
        Line(["allow alice 10.0.0.1 read literal orders"], .read, orders, allow: true, deny: true),
        Line(["allow alice 10.0.0.2 read literal orders"], .read, orders, allow: true, deny: false),
        // What is of a group is not of a topic, even by the same name.
        Line(["allow alice * read literal orders"], .read, .group("orders"), allow: true, deny: false),
        Line(["deny alice * read literal orders"], .read, .group("orders"), allow: true, deny: false),
        // A denial wins, whatever allows, and however far the one is from the other.
        Line(["deny alice * read literal orders", "allow alice * read literal orders"], .read, orders, allow: false, deny: false),
        Line(["deny alice * read prefixed o", "allow alice * all literal orders"], .read, orders, allow: false, deny: false),
        Line(["deny * * read literal *", "allow alice 10.0.0.1 read literal orders"], .read, orders, allow: false, deny: false),
        Line(["deny alice * all literal orders", "allow alice * read literal orders"], .read, orders, allow: false, deny: false),
        Line(["deny alice 10.0.0.1 read literal orders"], .read, orders, allow: false, deny: false),
        Line(["deny alice 10.0.0.2 read literal orders"], .read, orders, allow: true, deny: false),
        Line(["deny bob * read literal orders", "allow alice * read literal orders"], .read, orders, allow: true, deny: true),
        // Allowances imply; denials do not.
        Line(["allow alice * read literal orders"], .describe, orders, allow: true, deny: true),
        Line(["allow alice * write literal orders"], .describe, orders, allow: true, deny: true),
        Line(["allow alice * delete literal orders"], .describe, orders, allow: true, deny: true),
        Line(["allow alice * alter literal orders"], .describe, orders, allow: true, deny: true),
        Line(["allow alice * create literal orders"], .describe, orders, allow: true, deny: false),
        Line(["allow alice * alterConfigs literal orders"], .describe, orders, allow: true, deny: false),
        Line(["allow alice * alterConfigs literal orders"], .describeConfigs, orders, allow: true, deny: true),
        Line(["allow alice * alter literal orders"], .describeConfigs, orders, allow: true, deny: false),
        Line(["allow alice * describe literal orders"], .read, orders, allow: true, deny: false),
        Line(["allow alice * all literal orders"], .alterConfigs, orders, allow: true, deny: true),
        Line(["deny alice * read literal orders", "allow alice * describe literal orders"], .describe, orders, allow: true, deny: true),
        Line(["deny alice * describe literal orders", "allow alice * read literal orders"], .describe, orders, allow: false, deny: false),
        Line(["deny alice * describe literal orders", "allow alice * read literal orders"], .read, orders, allow: true, deny: true),
        Line(["deny alice * alterConfigs literal orders"], .describeConfigs, orders, allow: true, deny: false),
    ])
    func `rules decide as Kafka's do`(line: Line) throws {
        var store = AclStore()
        for rule in line.rules { store.insert(try binding(rule)) }
        var open = Authorizer(AuthorizationSettings(byDefault: .allow))
        var shut = Authorizer(AuthorizationSettings(byDefault: .deny))
        var charmed = Authorizer(AuthorizationSettings(byDefault: .deny, superPrincipals: ["User:alice"]))
        for _ in 0..<2 {
            // The second time from memory.
            let answers = (
                open.allows(Self.alice, line.operation, on: line.resource, by: store),
                shut.allows(Self.alice, line.operation, on: line.resource, by: store),
                charmed.allows(Self.alice, line.operation, on: line.resource, by: store))
            #expect(answers == (line.expected.allow, line.expected.deny, true))
        }
    }

    @Test func `a decision is made anew when the rules change`() throws {
        var store = AclStore()
        var authorizer = Authorizer()
        let denial = try binding("deny * * write prefixed ord")
        var answers = [authorizer.allows(Self.alice, .write, on: Self.orders, by: store)]
        store.insert(denial)
        answers.append(authorizer.allows(Self.alice, .write, on: Self.orders, by: store))
        store.remove(denial)
        answers.append(authorizer.allows(Self.alice, .write, on: Self.orders, by: store))
        #expect(answers == [true, false, true])
    }

    @Test func `the prefix of a name that is not ASCII is compared in whole characters`() throws {
        var store = AclStore()
        store.insert(try binding("deny * * read prefixed é", type: .group))
        store.insert(try binding("deny * * read prefixed x", type: .group))
        var authorizer = Authorizer()
        let answers = ["état", "ête", "€"].map { authorizer.allows(Self.alice, .read, on: .group($0), by: store) }
        #expect(answers == [false, true, true])
    }

    @Test(arguments: [
        (["allow alice * write literal a"], true),
        (["allow alice * write prefixed a"], true),
        (["allow alice * all literal *"], true),
        (["allow alice * read literal a"], false),
        (["allow bob * write literal a"], false),
        (["allow alice * write literal a", "deny alice * write literal a"], false),
        (["allow alice * write literal a", "deny alice * write literal b"], true),
        (["allow alice * write literal ab", "deny * * all prefixed a"], false),
        (["allow alice * write prefixed ab", "deny alice * write prefixed a"], false),
        (["allow alice * write prefixed a", "deny alice * write prefixed ab"], true),
        (["allow alice * write literal *", "deny alice * write literal *"], false),
        (["allow alice * write literal *", "deny alice * write prefixed a"], true),
        (["allow alice 10.0.0.2 write literal a"], false),
    ])
    func `who may write to some topic is found as KIP-679 says`(rules: [String], expected: Bool) throws {
        var store = AclStore()
        for rule in rules { store.insert(try binding(rule)) }
        var authorizer = Authorizer(AuthorizationSettings(byDefault: .deny))
        let answer = authorizer.allowsWritingSomewhere(Self.alice, by: store)
        #expect(answer == expected)
        var open = Authorizer()
        let byDefault = open.allowsWritingSomewhere(Self.alice, by: AclStore())
        #expect(byDefault)
    }

    /// The index and a plain look at every rule agree, whatever comes and goes.
    @Test(arguments: 0..<20) func `the index decides as a look at every rule does`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var store = AclStore()
        var kept: [AclBinding] = []
        let names = ["*", "a", "ab", "abc", "b", "é"]
        for _ in 0..<400 {
            let binding = AclBinding(
                resourceType: [.topic, .group].randomElement(using: &random) ?? .topic,
                resourceName: names.randomElement(using: &random) ?? "",
                patternType: Bool.random(using: &random) ? .literal : .prefixed,
                principal: ["User:*", "User:alice", "User:bob"].randomElement(using: &random) ?? "",
                host: ["*", "10.0.0.1", "10.0.0.2"].randomElement(using: &random) ?? "",
                operation: [.read, .write, .describe, .all].randomElement(using: &random) ?? .read,
                permission: Int.random(in: 0..<4, using: &random) == 0 ? .deny : .allow)
            if kept.contains(binding) {
                kept.removeAll { $0 == binding }
                store.remove(binding)
            } else if kept.count < 12 {
                kept.append(binding)
                store.insert(binding)
            } else {
                store.remove(kept.removeFirst())
            }
            #expect(Array(store.bindings) == kept)
            var authorizer = Authorizer(AuthorizationSettings(byDefault: .deny))
            for operation in [AclOperation.read, .write, .describe, .describeConfigs] {
                for name in ["a", "abd", "b", "éa", "z"] {
                    let bearing = kept.filter {
                        $0.resourceType == .topic
                            && ($0.patternType == .prefixed
                                ? Array(name.utf8).starts(with: Array($0.resourceName.utf8))
                                : $0.resourceName == name || $0.resourceName == "*")
                            && ["User:*", "User:alice"].contains($0.principal) && ["*", "10.0.0.1"].contains($0.host)
                    }
                    let isDenied = bearing.contains { $0.permission == .deny && [operation, .all].contains($0.operation) }
                    let isAllowed = bearing.contains { $0.permission == .allow && $0.operation.implies(operation) }
                    let answer = authorizer.allows(Self.alice, operation, on: .topic(name), by: store)
                    #expect(answer == (isAllowed && !isDenied))
                }
            }
        }
    }

    /// `allow|deny USER HOST OPERATION literal|prefixed NAME`
    private func binding(_ text: String, type: AclResourceType = .topic) throws -> AclBinding {
        let words = text.split(separator: " ").map(String.init)
        let operations: [String: AclOperation] = [
            "read": .read, "write": .write, "delete": .delete, "alter": .alter, "describe": .describe, "create": .create,
            "describeConfigs": .describeConfigs, "alterConfigs": .alterConfigs, "all": .all,
        ]
        return AclBinding(
            resourceType: type, resourceName: words[5], patternType: words[4] == "literal" ? .literal : .prefixed,
            principal: "User:\(words[1])", host: words[2], operation: try #require(operations[words[3]]),
            permission: words[0] == "allow" ? .allow : .deny)
    }
}
