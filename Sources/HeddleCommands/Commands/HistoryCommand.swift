import ArgumentParser
import EngineInterface
import Foundation
import MeshModel

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Who applied what, and when.",
        discussion: """
            EXAMPLE
              heddle history
              heddle history 12 --cluster eu        # what it changed

            Each cluster counts the runs that wrote to its ledger: apply, rollback, forget. Changes are kept of the last hundred.
            """)

    @Argument(help: ArgumentHelp("The number of one, to see what it changed.", valueName: "number"))
    var number: Int?
    @Option(help: ArgumentHelp("Only this cluster.", valueName: "name"))
    var cluster: String?
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let folder = try MeshFolder.containing(common.startingFolder)
        var mesh = try requireMesh(in: folder, options: manifests, console: common.console)
        try mesh.keep(cluster: cluster)
        if number != nil, mesh.clusters.count > 1 {
            throw CommandFailure(.usage, "each cluster has numbers of its own", remedy: "say --cluster, one of \(mesh.clusters.keys.sorted().joined(separator: ", "))")
        }
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
        let histories = await histories(of: mesh.clusters.keys.sorted(), connections: connections)
        await connections.close()
        var read: [ClusterHistory] = []
        for history in histories { read.append(try history.get()) }
        if let number { try checkNumber(number, in: read) }
        switch format {
        case .json: common.console.print(try renderJSON(HistoryJSON(mesh: mesh.name, read)))
        case .text: common.console.print(HistoryText(paint: Paint(isOn: common.console.colours(.output))).render(read))
        }
    }

    private func histories(of clusters: [String], connections: MeshConnections) async -> [Result<ClusterHistory, CommandFailure>] {
        var histories: [Result<ClusterHistory, CommandFailure>] = []
        for name in clusters {
            guard let engine = connections.engine(of: name) else {
                histories.append(.failure(CommandFailure(.unreachable, connections.failure(of: name)?.message ?? "cluster '\(name)' could not be read")))
                continue
            }
            do throws(EngineFailure) {
                var history = ClusterHistory(cluster: name, runs: try await engine.runs())
                if let number {
                    history.runs = history.runs.filter { $0.number == number }
                    history.changes = try await engine.changes(ofRun: number)
                }
                histories.append(.success(history))
            } catch {
                histories.append(.failure(CommandFailure(.unreachable, error.message)))
            }
        }
        return histories
    }

    private func checkNumber(_ number: Int, in histories: [ClusterHistory]) throws {
        guard histories.allSatisfy(\.runs.isEmpty) else { return }
        throw CommandFailure(.usage, "there is no apply \(number) in the history", remedy: "'heddle history' lists those that there are")
    }
}

/// What one cluster remembers.
struct ClusterHistory: Sendable {
    var cluster: String
    /// By number, ascending.
    var runs: [ApplyRecord]
    /// Of the one run that was asked for; nil where they are remembered no more, or nobody asked.
    var changes: [AppliedChange]?
}

extension DesiredMesh {
    /// Leaves out every cluster but one that was named.
    mutating func keep(cluster name: String?) throws {
        guard let name else { return }
        guard clusters[name] != nil else {
            throw CommandFailure(.usage, "the mesh has no cluster '\(name)'", remedy: "there are: \(clusters.keys.sorted().joined(separator: ", "))")
        }
        clusters = clusters.filter { $0.key == name }
    }
}
