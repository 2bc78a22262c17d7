import ArgumentParser
import Determinism
import Foundation
import MeshControl
import MeshModel
import PlanFiles

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "How the mesh is, as its controllers tell: what is in sync, what drifted, what waits for a yes.",
        discussion: """
            EXAMPLE
              heddle status
              heddle status --watch
              heddle status topic/eu/orders.created
              heddle status --condition Drifted --format json

            Read from the clusters themselves, where controllers leave what they know: no controller is asked. With --watch it is
            drawn again as it changes; where nobody watches a terminal, a line for each change.

            It ends with 0 when it could be told; with --detailed-exitcode 2 where something is not as declared or waits for
            approval, or no controller is heard of; 3 where a cluster cannot be read.
            """)

    @Argument(help: ArgumentHelp("Only these: topic/CLUSTER/NAME, contract/NAME, access/CLUSTER/RULE.", valueName: "address"))
    var addresses: [String] = []
    @Option(help: ArgumentHelp("Only this cluster.", valueName: "name"))
    var cluster: String?
    @Option(help: ArgumentHelp("Only resources of which this is so: Synced, Ready, Drifted or Blocked.", valueName: "condition"))
    var condition: Condition.Kind?
    @Flag(help: "Go on telling what changes, until interrupted.") var watch = false
    @Flag(help: "End with 2 where something is not as declared.") var detailedExitcode = false
    @Option(help: "text or json; with --watch, a line of JSON for each change.") var format: TextOrJSON = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var selection = StatusSelection(condition: condition)
        for text in addresses {
            guard let address = ResourceAddress(parsing: text) else {
                throw CommandFailure(.usage, "'\(text)' is not the address of a resource", remedy: "addresses read topic/CLUSTER/NAME")
            }
            selection.addresses.insert(address)
        }
        let folder = try MeshFolder.containing(common.startingFolder)
        var mesh = try requireClusters(in: folder, options: manifests, console: common.console)
        try mesh.keep(cluster: cluster)
        let clusters = mesh.clusters.keys.sorted()
        guard !watch else {
            return await StatusWatch(mesh: mesh, clusters: clusters, selection: selection, format: format, tellsAll: tellsAll, common: common, folder: folder).run()
        }
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
        var reading = ControlReading()
        await reading.readOn(clusters, over: connections)
        await connections.close()
        let status = MeshStatus(mesh.name, of: clusters, reading, selection: selection, now: .present)
        switch format {
        case .json: common.console.write(String(decoding: status.json.readableText, as: UTF8.self), to: .output)
        case .text: common.console.print(StatusText(paint: Paint(isOn: common.console.colours(.output)), tellsAll: tellsAll).render(status))
        }
        sayUnknown(selection.addresses, in: status)
        if !status.unreachable.isEmpty { throw ExitStatus.unreachable.code }
        if detailedExitcode, !status.isSettled { throw ExitStatus.pending.code }
    }

    private var tellsAll: Bool { !addresses.isEmpty || condition != nil }

    private func sayUnknown(_ addresses: Set<ResourceAddress>, in status: MeshStatus) {
        guard condition == nil else { return }
        let known = Set(status.clusters.flatMap(\.resources).map(\.address))
        for address in addresses.subtracting(known).sorted() { common.console.say("nothing is known of \(address)") }
    }
}

extension Condition.Kind: ExpressibleByArgument {
    package init?(argument: String) {
        guard let kind = Self.allCases.first(where: { $0.rawValue.lowercased() == argument.lowercased() }) else { return nil }
        self = kind
    }
}
