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
              heddle apply --yes --format events              # a line of JSON for each thing as it happens
              heddle apply --yes --prune --allow destructive=topic/eu/orders.old
              heddle apply --yes release.plan                 # exactly what was planned, or nothing

            Nothing that Heddle does not own is changed. A change that fails is reported with its resource; the others are
            done and recorded, and the next apply finishes. Only one apply at a time writes to a cluster. An interrupt lets what
            is under way end and begins nothing more; a second one stops at once.
            """)

    @Argument(help: ArgumentHelp("A plan that 'heddle plan -o' wrote; without it, what is planned now.", valueName: "file"))
    var file: String?
    @Option(help: "text, json, or events: a line of JSON for each thing as it happens.") var format: ApplyFormat = .text
    @OptionGroup var applying: ApplyingOptions
    @OptionGroup var planning: PlanningOptions
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var manifests = manifests
        let kept = try file.map { try KeptPlan.read($0, planning, &manifests, common) }
        var options = try kept?.saved.options ?? planning.options()
        options.now = .present
        let permissions = try planning.permissions()
        let (width, timeLimit) = (try applying.width(), try applying.timeLimit())
        let folder = try MeshFolder.containing(common.startingFolder)
        let (mesh, policies) = try requireMeshAndPolicies(in: folder, options: manifests, console: common.console)
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), width: width, logger: common.logger)
        let outcome: Result<Void, any Error>
        do {
            var planned = await connections.plan(mesh, environment: manifests.env, options: options)
            if let kept {
                try refuseUnread(planned.plan)
                planned = try kept.requireCurrent(mesh, planned)
            }
            policies?.check(&planned.plan)
            outcome = .success(
                try await apply(
                    planned, of: mesh, digest: kept?.digest, connections: connections, options: options,
                    permissions: permissions, timeLimit: timeLimit))
        } catch {
            outcome = .failure(error)
        }
        await connections.close()
        try outcome.get()
    }

    private func apply(
        _ planned: PlannedMesh, of mesh: DesiredMesh, digest: String?, connections: MeshConnections,
        options: PlanOptions, permissions: Permissions, timeLimit: Milliseconds
    ) async throws {
        let console = common.console
        let plan = planned.plan
        let text = PlanText(paint: Paint(isOn: console.colours(format == .text ? .output : .error))).render(plan)
        if format == .text { console.print(text) } else { console.say(text) }
        sayUnmetTargets(options, plan: plan, console: console)
        let audit = ApplyAudit(connections: connections, console: console)
        try await refuse(plan, permissions: permissions, purpose: "apply", source: mesh.source, audit: audit)
        try requireHarmless(planned, mesh: mesh, options: options)
        guard !plan.isEmpty else {
            if format == .json { console.print(try renderJSON(ApplyJSON(mesh: mesh.name, report: ApplyReport(results: [])))) }
            return
        }
        if !applying.yes { try askWhetherToApply(console) }
        let run = ApplyRun(
            plan: plan, purpose: "apply", source: mesh.source, planDigest: digest, timeLimit: timeLimit, breaksLease: applying.breakLease,
            listener: ApplyListener(console: console, format: format, changes: plan.changes.count))
        let report = try await run.carryOut(on: connections)
        try show(report, of: mesh.name, as: format, console: console)
    }
}

/// The end of an apply: what became of each change, and the exit code that says so.
func show(_ report: ApplyReport, of mesh: String, as format: ApplyFormat, console: Console) throws {
    switch format {
    case .text: console.print(ApplyText(paint: Paint(isOn: console.colours(.output))).render(report))
    case .json: console.print(try renderJSON(ApplyJSON(mesh: mesh, report: report)))
    case .events: break
    }
    if !report.isComplete { throw ExitStatus.partlyApplied.code }
}
