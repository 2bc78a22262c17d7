import AccessAnalysis
import ArgumentParser
import Determinism
import Foundation
import MeshModel

/// Questions about a cluster with many rules, each as `heddle access` asks it once rules are loaded.
struct MeasureAccess: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "access", abstract: "Time to answer who may do what on a cluster with many rules.")
    @Option(help: "How many rules the cluster holds.") var rules = 50_000
    @Option(help: "How many topics.") var topics = 10_000
    @Option(help: "How many principals.") var principals = 2_000
    @Option(help: "The best of so many rounds counts.") var rounds = 10

    func run() throws {
        var random = SeededGenerator(seed: 1)
        let names = (0..<topics).map { "domain-\($0 % 100).service-\($0 % 1000).events-\($0)" }
        let all = sampleRules(names, &random)
        let defaults = AccessDefaults(allowsByDefault: false)
        func cluster(_ rules: [AccessRule]) -> ClusterAccess {
            ClusterAccess(cluster: "one", rules: rules, declared: [:], isLive: true, topics: names, defaults: defaults)
        }
        let index = best { _ = cluster(all) }
        let one = cluster(all)
        func resource(_ text: String) -> AccessResource { AccessResource(parsing: text) ?? AccessResource(.topic, .any) }
        let principal = "User:service-7"
        let few = Array(all.dropFirst(20)) + [AccessRule(resourceType: .topic, pattern: .prefix("domain-1"), principal: principal, operation: .read)]
        let changed = cluster(few)
        let everybody = cluster(all + [AccessRule(resourceType: .topic, pattern: .literal("domain-1"), principal: "User:*", operation: .read)])
        var held = 0
        var gained = 0
        let lines: [(String, Double)] = [
            ("index", index),
            ("who-can read one topic", best { held = findHolders(of: .read, on: resource(names[17]), in: one).holders.count }),
            ("who-can read domain-7.*", best { held = findHolders(of: .read, on: resource("domain-7.*"), in: one).holders.count }),
            ("who-can read *", best { held = findHolders(of: .read, on: resource("*"), in: one).holders.count }),
            ("what-can one principal", best { _ = findAbilities(of: principal, in: one) }),
            ("why", best { _ = explainAccess(of: principal, to: .write, resource(names[17]), in: one) }),
            ("matrix, all topics, 20 principals", best {
                _ = tabulateAccess(names.map { AccessResource(.topic, .literal($0)) }, in: one, principals: (0..<20).map { "User:service-\($0)" })
            }),
            ("diff, 21 rules changed", best { gained = compareAccess(from: one, to: changed).gained.count }),
            ("diff, a rule for everybody changed", best { _ = compareAccess(from: one, to: everybody) }),
        ]
        print("\(one.access.rules.count) rules, \(topics) topics, \(principals) principals; who can read *: \(held), gained: \(gained)")
        for (name, milliseconds) in lines { print(String(format: "%9.3f ms  ", milliseconds) + name) }
    }

    private func sampleRules(_ names: [String], _ random: inout SeededGenerator) -> [AccessRule] {
        var found: Set<AccessRule> = []
        while found.count < rules {
            let name = names.randomElement(using: &random) ?? ""
            let kind = Int.random(in: 0..<20, using: &random)
            let pattern: AccessRule.Pattern = kind < 14 ? .literal(name) : .prefix(String(name.prefix(Int.random(in: 9..<22, using: &random))))
            found.insert(
                AccessRule(
                    resourceType: kind == 13 ? .group : .topic, pattern: pattern, principal: "User:service-\(Int.random(in: 0..<principals, using: &random))",
                    host: Int.random(in: 0..<20, using: &random) == 0 ? "10.0.0.\(Int.random(in: 1..<9, using: &random))" : "*",
                    operation: [.read, .write, .read, .write, .describe, .all].randomElement(using: &random) ?? .read,
                    permission: Int.random(in: 0..<20, using: &random) == 0 ? .deny : .allow))
        }
        return found.sorted()
    }

    /// Milliseconds of the best round.
    private func best(_ round: () -> Void) -> Double {
        let clock = ContinuousClock()
        var best = Duration.seconds(1_000_000)
        for _ in 0..<rounds { best = min(best, clock.measure { round() }) }
        return Double(best.components.seconds) * 1e3 + Double(best.components.attoseconds) / 1e15
    }
}
