import ArgumentParser
import Diagnostics
import Foundation
import Logging
import MeshApplying
import MeshModel
import MeshPlanning

struct ApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Shows the plan, asks, and carries it out.",
        discussion: """
            EXAMPLE
              heddle apply
              heddle apply --yes                              # in CI
              heddle apply --yes --prune --allow destructive=topic/eu/orders.old
              heddle apply --yes release.plan                 # exactly what was planned, or nothing

            Nothing that Heddle does not own is changed. A change that fails is reported with its resource; the others are
            done and recorded, and the next apply finishes.
            """)

    @Argument(help: ArgumentHelp("A plan that 'heddle plan -o' wrote; without it, what is planned now.", valueName: "file"))
    var file: String?
    @Flag(help: "Do not ask.") var yes = false
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var planning: PlanningOptions
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var manifests = manifests
        let kept = try file.map { try KeptPlan.read($0, planning, &manifests, common) }
        var options = try kept?.saved.options ?? planning.options()
        options.now = .present
        let permissions = try planning.permissions()
        let folder = try MeshFolder.containing(common.startingFolder)
        let mesh = try requireMesh(in: folder, options: manifests, console: common.console)
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
        let outcome: Result<Void, any Error>
        do {
            var planned = await connections.plan(mesh, environment: manifests.env, options: options)
            if let kept {
                try refuseUnread(planned.plan)
                planned = try kept.requireCurrent(mesh, planned)
            }
            outcome = .success(try await apply(planned, of: mesh, connections: connections, options: options, permissions: permissions))
        } catch {
            outcome = .failure(error)
        }
        await connections.close()
        try outcome.get()
    }

    private func apply(
        _ planned: PlannedMesh, of mesh: DesiredMesh, connections: MeshConnections, options: PlanOptions, permissions: Permissions
    ) async throws {
        let console = common.console
        let plan = planned.plan
        let text = PlanText(paint: Paint(isOn: console.colours(format == .text ? .output : .error))).render(plan)
        if format == .text { console.print(text) } else { console.say(text) }
        sayUnmetTargets(options, plan: plan, console: console)
        try refuse(plan, permissions: permissions)
        try requireHarmless(planned, mesh: mesh, options: options)
        guard !plan.isEmpty else {
            if format == .json { console.print(try renderJSON(ApplyJSON(mesh: mesh.name, report: ApplyReport(results: [])))) }
            return
        }
        if !yes { try askWhetherToApply(console) }
        let report = await carryOut(plan, connections: connections, progress: ApplyProgress(console: console, total: plan.changes.count))
        switch format {
        case .text: console.print(ApplyText(paint: Paint(isOn: console.colours(.output))).render(report))
        case .json: console.print(try renderJSON(ApplyJSON(mesh: mesh.name, report: report)))
        }
        if !report.isComplete { throw ExitStatus.partlyApplied.code }
    }

    /// Of what could not be read nothing is known.
    private func refuseUnread(_ plan: Plan) throws {
        let unreached = plan.clusters.filter { $0.failure != nil }.map(\.cluster)
        guard unreached.isEmpty else {
            throw CommandFailure(
                .unreachable, "nothing was applied: \(unreached.joined(separator: ", ")) could not be read",
                remedy: "start embedded clusters with 'heddle mesh up --detach'; check the addresses of others")
        }
    }

    /// Every reason not to begin, before anything is sent.
    private func refuse(_ plan: Plan, permissions: Permissions) throws {
        try refuseUnread(plan)
        guard plan.refusals.isEmpty else {
            throw CommandFailure(
                .refused, "nothing was applied: the plan holds \(plan.refusals.count) thing\(plan.refusals.count == 1 ? "" : "s") that cannot be done",
                remedy: "mend what is marked with x above, or apply the rest with --target")
        }
        let forbidden = plan.changes.filter { !permissions.permits($0) }
        guard forbidden.isEmpty else { throw CommandFailure(.refused, "nothing was applied", remedy: needsAllow(forbidden)) }
    }

    /// All clusters at once; within one, in the plan's order.
    private func carryOut(_ plan: Plan, connections: MeshConnections, progress: ApplyProgress) async -> ApplyReport {
        var byCluster: [String: [ChangeResult]] = [:]
        await withTaskGroup(of: (String, [ChangeResult]).self) { group in
            for cluster in plan.clusters {
                guard let engine = connections.engine(of: cluster.cluster) else { continue }
                group.addTask {
                    (cluster.cluster, await applyPlan(cluster, on: engine) { await progress.note($0) })
                }
            }
            for await (name, results) in group { byCluster[name] = results }
        }
        await progress.finish()
        return ApplyReport(results: plan.clusters.flatMap { byCluster[$0.cluster] ?? [] })
    }
}

/// The last word before anything is sent: only 'yes' goes on.
func askWhetherToApply(_ console: Console) throws {
    guard isatty(STDIN_FILENO) == 1 else {
        throw CommandFailure(.usage, "nobody can be asked: standard input is not a terminal", remedy: "pass --yes to apply without asking")
    }
    console.write("\nApply these changes? Only 'yes' does: ", to: .error)
    guard readLine()?.trimmingCharacters(in: .whitespaces) == "yes" else {
        throw CommandFailure(.refused, "nothing was applied")
    }
}

/// A running count on a terminal; nothing elsewhere.
actor ApplyProgress {
    private let console: Console
    private let total: Int
    private var count = 0
    private let isShown: Bool

    init(console: Console, total: Int) {
        self.console = console
        self.total = total
        isShown = !console.isQuiet && Console.Stream.error.isTerminal
    }

    func note(_ result: ChangeResult) {
        count += 1
        guard isShown, count % 10 == 0 || count == total || count < 10 else { return }
        console.write("\r\u{1B}[K  \(count) of \(total)  \(result.change.address)", to: .error)
    }

    func finish() {
        guard isShown else { return }
        console.write("\r\u{1B}[K", to: .error)
    }
}
