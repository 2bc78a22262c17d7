import ContractModel
import Determinism
import Diagnostics
import MeshModel

/// One cluster in its three states, drawn from a seed: what is declared, what was applied, what is there. Names come from small
/// sets, so that the states meet.
package struct RandomMesh {
    package var desired: DesiredMesh
    package var observed: ObservedCluster

    package static let mesh = "shop"
    package static let cluster = "eu"

    package init(using chance: inout SeededGenerator) {
        var draw = Draw(chance: chance)
        observed = draw.observed()
        desired = draw.desired(beside: observed)
        chance = draw.chance
    }

    /// Gives some of the declared rules an end, round a moment.
    package mutating func limitAccess(round moment: Instant, using chance: inout SeededGenerator) {
        for rule in desired.clusters[Self.cluster]?.access.keys.sorted() ?? [] where chance.next() % 3 == 0 {
            desired.clusters[Self.cluster]?.access[rule]?.expires = moment + .seconds(Int64(chance.next() % 5) - 2)
        }
    }

    /// With whatever can stand in a snapshot: names in many scripts, every format, counts, usage, claims of others.
    package static func cluster(using chance: inout SeededGenerator) -> ObservedCluster {
        var draw = Draw(chance: chance)
        draw.isWild = true
        defer { chance = draw.chance }
        return draw.observed()
    }
}

/// Draws parts of meshes.
package struct Draw: Sendable {
    package var chance: SeededGenerator
    package var isWild = false

    package init(chance: SeededGenerator) { self.chance = chance }

    package mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &chance) }
    package mutating func one(in count: Int) -> Bool { below(count) == 0 }

    package mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    package static let words = ["orders", "orders.created", "orders.dlq", "payments", "stock", "audit.log", "shipments", "returns"]
    package static let people = ["User:checkout", "User:billing", "User:*", "User:CN=a,O=b/c", "User:reporting"]
    package static let odd = ["naïve", "nai\u{308}ve", "a/b%c", "\"quoted\"", "line\nbreak", "\u{0}", "日本", "🧵", "back\\slash", "\u{7F}", "", "User:ü"]

    package mutating func name() -> String { isWild && one(in: 3) ? pick(Self.odd) + String(below(9)) : pick(Self.words) }
    package mutating func text() -> String { isWild && one(in: 2) ? pick(Self.odd) : pick(Self.words) }

    package mutating func rule() -> AccessRule {
        let type = one(in: 4) ? pick(AccessRule.ResourceType.allCases) : .topic
        let pattern: AccessRule.Pattern =
            switch below(8) {
            case 0: .any
            case 1, 2: .prefix(String(name().prefix(3)))
            default: .literal(name())
            }
        return AccessRule(
            resourceType: type, pattern: pattern, principal: isWild && one(in: 4) ? text() : pick(Self.people),
            host: one(in: 8) ? "10.0.0.1" : "*", operation: one(in: 4) ? pick(AccessRule.Operation.allCases) : pick([.read, .write]),
            permission: one(in: 6) ? .deny : .allow)
    }

    package mutating func stewardship() -> Stewardship {
        Stewardship(
            mesh: one(in: 5) ? "other" : RandomMesh.mesh, owner: one(in: 3) ? nil : "team-\(below(3))", deletionProtection: one(in: 4),
            source: one(in: 3) ? SourceStamp(repository: one(in: 2) ? nil : "github.com/acme/\(text())", revision: one(in: 2) ? nil : "abc-dirty") : nil,
            deletion: one(in: 4) ? DeletionPolicy(drain: Milliseconds(Int64(below(3))), quarantine: Milliseconds(Int64(below(9)))) : nil)
    }

    package mutating func settings() -> [String: String] {
        var settings: [String: String] = [:]
        if one(in: 2) { settings["retention.ms"] = pick(["3600000", "86400000", "604800000", "-1"]) }
        if one(in: 3) { settings["cleanup.policy"] = pick(["delete", "compact", "compact,delete"]) }
        if one(in: 4) { settings["max.message.bytes"] = pick(["1000", "1048588"]) }
        return settings
    }
}
