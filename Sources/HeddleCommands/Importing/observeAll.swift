import EngineInterface
import MeshModel
import RegistryClient

extension ImportCommand {
    /// A cluster with the configs of all topics that are wanted, and every subject of its registry.
    func observeAll(of cluster: DesiredCluster, in mesh: DesiredMesh, _ folder: MeshFolder) async throws -> ObservedCluster {
        var alone = mesh
        alone.clusters = [cluster.name: cluster]
        let running = RunningMesh.find(in: folder)
        let subjects = try await subjects(of: cluster, in: folder, running)
        let connections = await MeshConnections.open(alone, in: folder, running: running, logger: common.logger)
        let observed = await observe(cluster.name, through: connections, subjects)
        await connections.close()
        switch observed {
        case .success(let observed): return observed
        case .failure(let failure): throw CommandFailure(.unreachable, failure.message)
        }
    }

    private func observe(
        _ cluster: String, through connections: MeshConnections, _ subjects: Set<String>
    ) async -> Result<ObservedCluster, EngineFailure> {
        guard let engine = connections.engine(of: cluster) else {
            return .failure(connections.failure(of: cluster) ?? EngineFailure(.unreachable, "cluster '\(cluster)' could not be read"))
        }
        do throws(EngineFailure) {
            let names = try await engine.observe(configsOf: [], subjects: []).topics.keys
            let wanted = names.filter { name in prefix.isEmpty || prefix.contains { name.hasPrefix($0) } }
            return .success(try await engine.observe(configsOf: Set(wanted), subjects: subjects))
        } catch {
            return .failure(error)
        }
    }

    private func subjects(of cluster: DesiredCluster, in folder: MeshFolder, _ running: RunningMesh?) async throws -> Set<String> {
        let client: RegistryClient?
        do throws(EngineFailure) {
            client = try MeshConnections.registry(of: cluster, in: folder, running: running, logger: common.logger)
        } catch {
            throw CommandFailure(.unreachable, error.message)
        }
        guard let client else { return [] }
        let answer: Result<[String], RegistryError>
        do throws(RegistryError) {
            answer = .success(try await client.subjects())
        } catch {
            answer = .failure(error)
        }
        await client.close()
        switch answer {
        case .success(let names): return Set(names)
        case .failure(let error): throw CommandFailure(.unreachable, "the registry of cluster '\(cluster.name)' does not list its subjects: \(error.message)")
        }
    }
}
