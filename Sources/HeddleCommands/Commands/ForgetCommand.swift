import ArgumentParser
import AuditTrail
import Determinism
import EngineInterface
import MeshModel

struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Lets go of a resource: it stays as it is, and is no longer Heddle's.",
        discussion: """
            EXAMPLE
              heddle forget topic/eu/orders.old
              heddle forget contract/order-created            # its subjects in every cluster's registry
              heddle forget mesh/eu/shop                      # the names that this mesh has claimed there

            Only the note in the mesh is removed. A manifest that still declares it is refused by the next plan, until it says
            that it adopts it.
            """)

    @Argument(help: ArgumentHelp("As 'heddle plan' prints it: topic/CLUSTER/NAME, access/CLUSTER/RULE, contract/NAME or mesh/CLUSTER/NAME.", valueName: "address"))
    var address: String
    @Flag(help: "Take the lease from an apply that still holds it.") var breakLease = false
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        guard let address = ResourceAddress(parsing: address), address.cluster != nil || address.kind == .contract else {
            throw CommandFailure(
                .usage, "'\(address)' is not the address of a topic, an access rule, a contract or a mesh's claim", remedy: "addresses read topic/CLUSTER/NAME")
        }
        let folder = try MeshFolder.containing(common.startingFolder)
        let mesh = try requireMesh(in: folder, options: manifests, console: common.console)
        if let cluster = address.cluster, mesh.clusters[cluster] == nil {
            throw CommandFailure(.usage, "the mesh has no cluster '\(cluster)'", remedy: "there are: \(mesh.clusters.keys.sorted().joined(separator: ", "))")
        }
        let clusters = address.cluster.map { [$0] } ?? mesh.clusters.keys.sorted()
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
        var forgotten = 0
        var outcome: Result<Void, CommandFailure> = .success(())
        for cluster in clusters {
            switch await forget(address, on: cluster, of: mesh.name, connections: connections) {
            case .success(let count): forgotten += count
            case .failure(let failure): outcome = .failure(failure)
            }
        }
        await connections.close()
        try outcome.get()
        common.console.print(
            forgotten == 0
                ? "nothing to forget: \(address) is not Heddle's" : "forgot \(address): it stays as it is, and is no longer Heddle's")
    }

    /// - Returns: how many entries went.
    private func forget(
        _ address: ResourceAddress, on cluster: String, of mesh: String, connections: MeshConnections
    ) async -> Result<Int, CommandFailure> {
        guard let engine = connections.engine(of: cluster) else {
            return .failure(CommandFailure(.unreachable, connections.failure(of: cluster)?.message ?? "cluster '\(cluster)' could not be read"))
        }
        do throws(EngineFailure) {
            let ledger = try await engine.observe(configsOf: [], subjects: []).ledger
            let removals = ledger.removals(of: address)
            if let (_, stewardship) = removals.first(where: { $0.1.mesh != mesh }) {
                return .failure(CommandFailure(.refused, "\(address) belongs to the mesh '\(stewardship.mesh)'", remedy: "forget it from there"))
            }
            // Forgotten as it is, nobody would take its denials away again.
            if address.kind == .topic, ledger.topics[address.name]?.quarantine != nil {
                return .failure(
                    CommandFailure(.refused, "\(address) is on its way to deletion", remedy: "bring it back first: heddle undo \(address)"))
            }
            guard !removals.isEmpty else { return .success(0) }
            let start = Instant.present
            let leases: MeshLeases
            do throws(CommandFailure) {
                leases = try await MeshLeases.acquire(of: [cluster], for: "forget", connections: connections, breaks: breakLease)
            } catch {
                return .failure(error)
            }
            let updates = removals.map(\.0)
            let run = ApplyRecord(
                number: 0, purpose: "forget", startedAt: start, endedAt: Instant.present, author: .present(), mesh: mesh,
                counts: .init(done: updates.count), version: heddleVersion)
            try await engine.record(
                LedgerWrite(
                    updates: updates, changes: updates.map { AppliedChange(address: address, action: "forget", status: .done, after: $0) },
                    run: run, endsLease: true))
            let event = AuditEvent(
                .applied, at: .present, mesh: mesh, cluster: cluster, actor: run.author.name, run: leases.byCluster[cluster]?.number,
                message: "forget: \(updates.count) done", changes: [.init(address: address, action: "forget", outcome: "done")])
            await ApplyAudit(connections: connections, console: common.console).append([event], to: cluster)
            return .success(removals.count)
        } catch {
            return .failure(CommandFailure(.unreachable, error.message))
        }
    }
}

extension Ledger {
    /// The updates that remove what is at an address, and whose it is. A contract may be registered under several subjects.
    func removals(of address: ResourceAddress) -> [(LedgerUpdate, Stewardship)] {
        switch address.kind {
        case .topic: topics[address.name].map { [(.topic(address.name, nil), $0.stewardship)] } ?? []
        case .access: access.filter { $0.key.addressName == address.name }.map { (.access($0.key, nil), $0.value.stewardship) }
        case .contract:
            subjects.filter { $0.value.contract == address.name }.sorted { $0.key < $1.key }.map { (.subject($0.key, nil), $0.value.stewardship) }
        // Whoever may forget a claim can take a mesh's place.
        case .mesh: claims[address.name].map { _ in [(.claim(address.name, nil), Stewardship(mesh: address.name))] } ?? []
        case .cluster, .principal: []
        }
    }
}
