import ArgumentParser
import Foundation
import MeshApplying
import MeshModel
import MeshPlanning

struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Brings a topic back that is on its way to deletion.",
        discussion: """
            EXAMPLE
              heddle undo topic/eu/orders.old

            Exactly the denials that Heddle put in are taken out again; the topic, its records and its settings are as they were.
            No manifest needs to declare it. It stays Heddle's: the next plan with --prune takes it out of use again, unless it
            is declared, or 'heddle forget' lets go of it.
            """)

    @Argument(help: ArgumentHelp("As 'heddle plan' prints it: topic/CLUSTER/NAME.", valueName: "address"))
    var address: String
    @Option(help: "text, json, or events: a line of JSON for each thing as it happens.") var format: ApplyFormat = .text
    @OptionGroup var applying: ApplyingOptions
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        guard let address = ResourceAddress(parsing: address), address.kind == .topic, let cluster = address.cluster else {
            throw CommandFailure(.usage, "'\(address)' is not the address of a topic", remedy: "addresses read topic/CLUSTER/NAME")
        }
        let (width, timeLimit) = (try applying.width(), try applying.timeLimit())
        let folder = try MeshFolder.containing(common.startingFolder)
        let mesh = try requireMesh(in: folder, options: manifests, console: common.console)
        guard mesh.clusters[cluster] != nil else {
            throw CommandFailure(.usage, "the mesh has no cluster '\(cluster)'", remedy: "there are: \(mesh.clusters.keys.sorted().joined(separator: ", "))")
        }
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), width: width, logger: common.logger)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await undo(address, in: mesh, connections: connections, timeLimit: timeLimit))
        } catch {
            outcome = .failure(error)
        }
        await connections.close()
        try outcome.get()
    }

    private func undo(_ address: ResourceAddress, in mesh: DesiredMesh, connections: MeshConnections, timeLimit: Milliseconds) async throws {
        let console = common.console
        let part = await connections.planUndo(of: address, in: mesh)
        if let failure = part.failure { throw CommandFailure(.unreachable, failure.message) }
        let plan = Plan(mesh: mesh.name, environment: manifests.env, clusters: [part])
        if let notice = plan.refusals.first { throw CommandFailure(.refused, "\(address): \(notice.message)", remedy: notice.remedy) }
        guard !plan.isEmpty else {
            switch format {
            case .text: console.print("nothing to undo: \(address) is not on its way to deletion")
            case .json: console.print(try renderJSON(ApplyJSON(mesh: mesh.name, report: ApplyReport(results: []))))
            case .events: break
            }
            return
        }
        let text = PlanText(paint: Paint(isOn: console.colours(format == .text ? .output : .error))).render(plan)
        if format == .text { console.print(text) } else { console.say(text) }
        if !applying.yes { try askWhetherToApply(console) }
        let run = ApplyRun(
            plan: plan, purpose: "undo", source: mesh.source, timeLimit: timeLimit, breaksLease: applying.breakLease,
            listener: ApplyListener(console: console, format: format, changes: plan.changes.count))
        try show(try await run.carryOut(on: connections), of: mesh.name, as: format, console: console)
    }
}
