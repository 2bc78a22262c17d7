import AccessAnalysis
import ArgumentParser
import Determinism
import Diagnostics
import MeshModel
import MeshResolution
import ManifestLoading

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Whether somebody might do something if rules were added or taken away; nothing is changed.",
        discussion: """
            EXAMPLE
              heddle access simulate reporting read orders.created --add 'User:reporting/topic:orders.*/read'
              heddle access simulate analytics read payments.settled --remove 'User:analytics/topic:payments.*/deny-all' --live
              heddle access simulate reporting read orders.created --with ../mesh-proposed

            A rule is written as plans write it, PRINCIPAL/TYPE:NAME/OPERATION: a star at the end of a name makes it a prefix, deny-
            before the operation a denial, @ADDRESS behind it one host. Exits with 0 where it would be allowed, with 1 where not.
            """)

    @Argument(help: ArgumentHelp("checkout, User:checkout, an Application's name, or everybody.", valueName: "principal")) var principal: String
    @Argument(help: ArgumentHelp("read, write, create, delete, alter, describe, …", valueName: "operation")) var operation: AccessRule.Operation
    @Argument(help: ArgumentHelp("orders.created, orders.*, group:checkout, cluster, …", valueName: "resource")) var resource: AccessResource
    @Option(help: ArgumentHelp("A rule more; may be repeated.", valueName: "rule")) var add: [String] = []
    @Option(help: ArgumentHelp("A rule less; may be repeated.", valueName: "rule")) var remove: [String] = []
    @Option(help: ArgumentHelp("All rules more that the manifests of this folder ask for.", valueName: "dir")) var with: String?
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var options: AccessOptions

    func run() async throws {
        if let problem = problem(of: operation, on: resource) { throw problem }
        let (added, removed) = (try add.map(rule), try remove.map(rule))
        guard with != nil || !added.isEmpty || !removed.isEmpty else {
            throw CommandFailure(.usage, "there is nothing to simulate", remedy: "say --add RULE, --remove RULE or --with DIR; 'heddle access why' tells how it is now")
        }
        let console = options.common.console
        let scene = try await QueriedMesh.read(options)
        let named = try scene.principal(principal, console)
        let proposed = try with.map { try MeshSide.read(asFolder($0), options.manifests, options.common).require(console).1 }
        var answers: [(cluster: ClusterAccess, before: AccessExplanation, after: AccessExplanation)] = []
        for cluster in scene.clusters(concerning: resource) {
            let missing = removed.filter { !cluster.access.rules.contains($0) }
            for rule in missing { console.say("cluster '\(cluster.cluster)' has no rule \(rule.addressName) to take away") }
            let declared = proposed?.clusters[cluster.cluster]?.access(at: .present) ?? [:]
            let rules = Set(cluster.access.rules).subtracting(removed).union(added).union(declared.keys)
            let after = ClusterAccess(
                cluster: cluster.cluster, rules: rules, declared: cluster.declared.merging(declared) { first, _ in first }, isLive: cluster.isLive,
                topics: cluster.topics.names, defaults: cluster.access.defaults)
            answers.append(
                (
                    after, explainAccess(of: named.principal, to: operation, resource, in: cluster, from: options.host),
                    explainAccess(of: named.principal, to: operation, resource, in: after, from: options.host)
                ))
        }
        switch format {
        case .json: console.print(try renderJSON(AccessAnswerJSON(scene, options, SimulateJSON(scene, named, operation, resource, added: added, removed: removed, answers))))
        case .text:
            let text = AccessText(paint: Paint(isOn: console.colours(.output)), scene: scene)
            console.print(answers.map { text.simulation($0.before, $0.after, of: named, operation, resource, in: $0.cluster) }.joined(separator: "\n\n"))
        }
        if answers.contains(where: { !$0.after.isAllowed }) { throw ExitStatus.no.code }
    }

    private func asFolder(_ name: String) -> String { name.contains("/") || name == "." ? name : "./\(name)" }

    private func rule(_ text: String) throws -> AccessRule {
        guard let rule = AccessRule(parsing: text) else {
            throw CommandFailure(
                .usage, "'\(text)' is no rule", remedy: "say PRINCIPAL/TYPE:NAME/OPERATION, as User:reporting/topic:orders.*/read")
        }
        guard rule.operation == .all || rule.resourceType.operations.contains(rule.operation) else {
            throw CommandFailure(.usage, "'\(rule.operation.rawValue)' cannot be done to a \(rule.resourceType.rawValue), as '\(text)' says")
        }
        return rule
    }
}
