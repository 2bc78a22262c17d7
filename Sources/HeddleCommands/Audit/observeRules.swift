import EngineInterface
import MeshModel

extension AuditAccessCommand {
    /// Every cluster as it is. One that cannot be read, or does not show its rules, ends the command: an audit of a part would look
    /// like one of the whole.
    func observeRules(_ mesh: DesiredMesh, only: Set<String>?, in folder: MeshFolder) async throws -> [String: ObservedCluster] {
        var wanted = mesh
        if let only { wanted.clusters = mesh.clusters.filter { only.contains($0.key) } }
        let connections = await MeshConnections.open(wanted, in: folder, running: .find(in: folder), logger: common.logger)
        var observed: [String: ObservedCluster] = [:]
        var problem: CommandFailure?
        for name in wanted.clusters.keys.sorted() where problem == nil {
            switch await observe(name, through: connections) {
            case .success(let cluster): observed[name] = cluster
            case .failure(let failure):
                problem = CommandFailure(
                    .unreachable, failure.message, remedy: "leave it out by naming the others with --cluster, or audit the manifests without --live")
            }
        }
        await connections.close()
        if let problem { throw problem }
        return observed
    }

    private func observe(_ cluster: String, through connections: MeshConnections) async -> Result<ObservedCluster, EngineFailure> {
        guard let engine = connections.engine(of: cluster) else {
            return .failure(connections.failure(of: cluster) ?? EngineFailure(.unreachable, "cluster '\(cluster)' could not be read"))
        }
        do throws(EngineFailure) {
            let observed = try await engine.observe(configsOf: [], subjects: [])
            if let why = observed.capabilities.shortfall(.access) { return .failure(EngineFailure(.refused, "cluster '\(cluster)' \(why)")) }
            return .success(observed)
        } catch {
            return .failure(error)
        }
    }
}
