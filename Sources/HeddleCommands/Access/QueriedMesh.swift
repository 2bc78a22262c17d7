import AccessAnalysis
import Determinism
import Diagnostics
import EngineInterface
import Foundation
import MeshModel
import MeshResolution

/// The access of every cluster that is asked about, and the documents by which people name principals.
struct QueriedMesh: Sendable {
    var mesh: String
    var loaded: LoadedMesh
    /// By name, ascending.
    var clusters: [ClusterAccess]
    var isLive: Bool
    /// What one must know of a cluster besides its rules.
    var notes: [String: String] = [:]

    static func read(_ options: AccessOptions) async throws -> QueriedMesh {
        let folder = try MeshFolder.containing(options.common.startingFolder)
        var (loaded, mesh) = try requireLoadedMesh(in: folder, options: options.manifests, console: options.common.console)
        try mesh.keep(cluster: options.cluster)
        guard options.live else {
            let clusters = mesh.clusters.values.sorted { $0.name < $1.name }
            var scene = QueriedMesh(mesh: mesh.name, loaded: loaded, clusters: clusters.map { ClusterAccess($0, at: .present) }, isLive: false)
            for cluster in clusters where cluster.spec.engine.value != .embedded {
                scene.notes[cluster.name] = "taken to deny what no rule allows, as Kafka does out of the box; --live asks the cluster"
            }
            return scene
        }
        return try await live(mesh, loaded, in: folder, options.common)
    }

    private static func live(_ mesh: DesiredMesh, _ loaded: LoadedMesh, in folder: MeshFolder, _ common: CommonOptions) async throws -> QueriedMesh {
        // Nothing is changed: a cluster that holds no rules can be asked all the same.
        var asked = mesh
        for name in mesh.clusters.keys { asked.clusters[name]?.access = [:] }
        let connections = await MeshConnections.open(asked, in: folder, running: .find(in: folder), logger: common.logger)
        var scene = QueriedMesh(mesh: mesh.name, loaded: loaded, clusters: [], isLive: true)
        var failure: CommandFailure?
        for cluster in mesh.clusters.values.sorted(by: { $0.name < $1.name }) {
            switch await observe(cluster.name, through: connections) {
            case .failure(let problem): failure = failure ?? CommandFailure(.unreachable, problem.message)
            case .success(let observed):
                guard let why = observed.capabilities.shortfall(.access) else {
                    scene.clusters.append(ClusterAccess(cluster, observed))
                    continue
                }
                guard why == "has no authorizer" else {
                    failure = failure ?? CommandFailure(.unreachable, "cluster '\(cluster.name)' \(why), so that nobody knows who may do what there")
                    continue
                }
                scene.notes[cluster.name] = "has no authorizer: everybody may do everything, whatever is declared"
                scene.clusters.append(
                    ClusterAccess(
                        cluster: cluster.name, rules: [], declared: [:], isLive: true, topics: observed.topics.keys, defaults: AccessDefaults(allowsByDefault: true)))
            }
        }
        await connections.close()
        if let failure { throw failure }
        return scene
    }

    private static func observe(_ cluster: String, through connections: MeshConnections) async -> Result<ObservedCluster, EngineFailure> {
        guard let engine = connections.engine(of: cluster) else {
            return .failure(connections.failure(of: cluster) ?? EngineFailure(.unreachable, "cluster '\(cluster)' could not be read"))
        }
        do throws(EngineFailure) {
            return .success(try await engine.observe(configsOf: [], subjects: []))
        } catch {
            return .failure(error)
        }
    }

    /// Of a topic that is on some of the clusters, those; else all.
    func clusters(concerning resource: AccessResource) -> [ClusterAccess] {
        guard case .literal(let name) = resource.pattern, resource.type == .topic else { return clusters }
        let having = clusters.filter { $0.topics.count(in: .literal(name)) > 0 }
        return having.isEmpty ? clusters : having
    }
}

/// Whom a word on the command line means.
struct NamedPrincipal: Sendable {
    /// As Kafka writes it; nil: somebody whom no rule names.
    var principal: String?
    /// Where it was an Application's name.
    var application: String?

    var shown: String { principal ?? "everybody" }
}

extension QueriedMesh {
    /// Says on standard error what a name was taken for, where that is not plain.
    func principal(_ word: String, _ console: Console) throws -> NamedPrincipal {
        if word == "everybody" || word == "*" || word == AccessAsker.everybody { return NamedPrincipal() }
        if word.isEmpty || word.hasPrefix(":") || word.hasSuffix(":") {
            throw CommandFailure(.usage, "'\(word)' is no principal", remedy: "say checkout, or User:checkout, or everybody")
        }
        if word.contains(":") {
            tellOfStranger(word, console)
            return NamedPrincipal(principal: word)
        }
        if let declared = loaded.principals.first(where: { $0.name == word }) { return NamedPrincipal(principal: kafkaPrincipal(declared)) }
        if let application = loaded.applications.first(where: { $0.name == word }) {
            let name = application.spec.principal.value
            let principal = loaded.principals.first { $0.name == name }.map(kafkaPrincipal) ?? "User:\(name)"
            console.say("application '\(word)' acts as \(principal)")
            return NamedPrincipal(principal: principal, application: word)
        }
        tellOfStranger("User:\(word)", console)
        return NamedPrincipal(principal: "User:\(word)")
    }

    private func tellOfStranger(_ principal: String, _ console: Console) {
        let isKnown = loaded.principals.contains { kafkaPrincipal($0) == principal }
            || clusters.contains { $0.access.principals.contains(principal) }
        guard !isKnown else { return }
        let known = loaded.principals.map(kafkaPrincipal) + clusters.flatMap(\.access.principals)
        let hint = closestMatch(to: principal, among: known).map { "; did you mean '\($0)'?" } ?? ""
        console.say("no manifest and no rule names \(principal): what holds for everybody holds for it\(hint)")
    }
}
