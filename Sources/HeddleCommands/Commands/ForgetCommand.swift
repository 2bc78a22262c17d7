import ArgumentParser
import EngineInterface
import MeshModel

struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Lets go of a resource: it stays as it is, and is no longer Heddle's.",
        discussion: """
            EXAMPLE
              heddle forget topic/eu/orders.old

            Only the note in the mesh is removed. A manifest that still declares it is refused by the next plan, until it says
            that it adopts it.
            """)

    @Argument(help: ArgumentHelp("As 'heddle plan' prints it: topic/CLUSTER/NAME or access/CLUSTER/RULE.", valueName: "address"))
    var address: String
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        guard let address = ResourceAddress(parsing: address), let cluster = address.cluster else {
            throw CommandFailure(.usage, "'\(address)' is not the address of a topic or an access rule", remedy: "addresses read topic/CLUSTER/NAME")
        }
        let folder = try MeshFolder.containing(common.startingFolder)
        let mesh = try requireMesh(in: folder, options: manifests, console: common.console)
        guard mesh.clusters[cluster] != nil else {
            throw CommandFailure(.usage, "the mesh has no cluster '\(cluster)'", remedy: "there are: \(mesh.clusters.keys.sorted().joined(separator: ", "))")
        }
        let connections = await MeshConnections.open(mesh, running: .find(in: folder), logger: common.logger)
        let outcome = await forget(address, on: cluster, of: mesh.name, connections: connections)
        await connections.close()
        common.console.print(try outcome.get())
    }

    private func forget(
        _ address: ResourceAddress, on cluster: String, of mesh: String, connections: MeshConnections
    ) async -> Result<String, CommandFailure> {
        guard let engine = connections.engine(of: cluster) else {
            return .failure(CommandFailure(.unreachable, connections.failure(of: cluster)?.message ?? "cluster '\(cluster)' could not be read"))
        }
        do throws(EngineFailure) {
            let ledger = try await engine.observe(configsOf: []).ledger
            guard let (update, stewardship) = ledger.removal(of: address) else {
                return .success("nothing to forget: \(address) is not Heddle's")
            }
            guard stewardship.mesh == mesh else {
                return .failure(CommandFailure(.refused, "\(address) belongs to the mesh '\(stewardship.mesh)'", remedy: "forget it from there"))
            }
            try await engine.record([update])
            return .success("forgot \(address): it stays as it is, and is no longer Heddle's")
        } catch {
            return .failure(CommandFailure(.unreachable, error.message))
        }
    }
}

extension Ledger {
    /// The update that removes an entry, and whose it is; nil where there is none.
    func removal(of address: ResourceAddress) -> (LedgerUpdate, Stewardship)? {
        switch address.kind {
        case .topic: return topics[address.name].map { (.topic(address.name, nil), $0.stewardship) }
        case .access: return access.first { $0.key.addressName == address.name }.map { (.access($0.key, nil), $0.value.stewardship) }
        case .cluster, .contract, .principal: return nil
        }
    }
}
