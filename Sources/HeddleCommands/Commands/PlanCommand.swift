import ArgumentParser
import Determinism
import Diagnostics
import Foundation
import Logging
import MeshModel
import MeshPlanning

/// What plan and apply have in common.
struct PlanningOptions: ParsableArguments {
    @Flag(help: "Delete topics that Heddle owns and that no manifest declares any more.")
    var prune = false

    @Option(help: ArgumentHelp("Only this resource, such as topic/eu/orders.created; may be repeated.", valueName: "address"))
    var target: [String] = []

    @Option(help: ArgumentHelp("Permit changes of a class: disruptive or destructive, everywhere or on one ADDRESS; may be repeated.", valueName: "class[=address]"))
    var allow: [String] = []

    @Option(
        help: ArgumentHelp(
            "How many topics and subjects may be deleted, or put on the way there, before the plan is refused; 0: none.", valueName: "n"))
    var maxDeletions = 10

    @Flag(help: "Delete without denying writes and reads first; what holds records has to be allowed by its address.")
    var skipQuarantine = false

    func options() throws -> PlanOptions {
        guard maxDeletions >= 0 else {
            throw CommandFailure(.usage, "'--max-deletions \(maxDeletions)' is less than none", remedy: "say 0 to forbid every deletion")
        }
        let targets = try target.map { text -> ResourceAddress in
            guard let address = ResourceAddress(parsing: text) else {
                throw CommandFailure(.usage, "'\(text)' is not the address of a resource", remedy: "addresses read topic/CLUSTER/NAME, as 'heddle plan' prints them")
            }
            return address
        }
        return PlanOptions(
            prunes: prune, targets: targets, maxDeletions: maxDeletions, skipsQuarantine: skipQuarantine, now: .present)
    }

    func permissions() throws -> Permissions {
        var permissions = Permissions()
        for text in allow where !permissions.allow(parsing: text) {
            throw CommandFailure(.usage, "'--allow \(text)' is not understood", remedy: "say disruptive, destructive, or destructive=topic/CLUSTER/NAME")
        }
        return permissions
    }
}

struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "What would change in the mesh; changes nothing.",
        discussion: """
            EXAMPLE
              heddle plan
              heddle plan --detailed-exitcode --format json   # 0 nothing to do, 2 changes or drift pending
              heddle plan -o release.plan                     # later: heddle apply release.plan
              heddle plan --snapshot mesh.snapshot.json       # from what 'heddle snapshot' recorded

            Reads the manifests, what Heddle last applied, and what the clusters say now, and prints the difference:
            + created, ~ changed, - deleted. A value that another hand changed is marked as drift.

            Nothing is deleted but what Heddle owns, and only with --prune. A topic that holds records, or that somebody
            reads, is taken out of use first: writes are denied, later reads, and once that time is over it may be deleted
            with --allow destructive=ADDRESS. Until then 'heddle undo ADDRESS' brings it back.
            """)

    @Option(help: "text, json or markdown (for a comment on a change).") var format: TextJSONOrMarkdown = .text
    @Flag(help: "Exit with 2 where changes or drift are pending.") var detailedExitcode = false
    @Option(help: ArgumentHelp("Plan from a recorded snapshot: no connection, no credentials.", valueName: "file")) var snapshot: String?
    @Option(name: [.customShort("o"), .customLong("out")], help: ArgumentHelp("Keep the plan, for 'heddle apply FILE'.", valueName: "file"))
    var out: String?
    @OptionGroup var planning: PlanningOptions
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        let options = try planning.options()
        let permissions = try planning.permissions()
        let folder = try MeshFolder.containing(common.startingFolder)
        let (mesh, policies) = try requireMeshAndPolicies(in: folder, options: manifests, console: console)
        var planned = try await planned(mesh, in: folder, options: options)
        policies?.check(&planned.plan)
        if let out { planned.digest = try keepPlan(planned, of: mesh, options: options, in: out, common: common) }
        let plan = planned.plan
        switch format {
        case .text:
            console.print(PlanText(paint: Paint(isOn: console.colours(.output))).render(plan))
            if let basis = planned.basis { console.print(basis.sentence) }
        case .json: console.print(try renderJSON(PlanJSON(planned, source: mesh.source)))
        case .markdown: console.write(PlanMarkdown(plan).render(plan, foot: planned.foot(source: mesh.source)), to: .output)
        }
        sayUnmetTargets(options, plan: plan, console: console)
        if plan.clusters.contains(where: { $0.failure != nil }) { throw ExitStatus.unreachable.code }
        if !plan.refusals.isEmpty { throw ExitStatus.refused.code }
        let forbidden = plan.changes.filter { !permissions.permits($0) }
        if !forbidden.isEmpty { console.say(needsAllow(forbidden)) }
        if detailedExitcode, !plan.isEmpty { throw ExitStatus.pending.code }
    }

    private func planned(_ mesh: DesiredMesh, in folder: MeshFolder, options: PlanOptions) async throws -> PlannedMesh {
        if let snapshot { return try planFromSnapshot(snapshot, for: mesh, environment: manifests.env, options: options, common: common) }
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
        let planned = await connections.plan(mesh, environment: manifests.env, options: options)
        await connections.close()
        return planned
    }
}

/// A target that nothing is to be done for may be a misspelt one.
func sayUnmetTargets(_ options: PlanOptions, plan: Plan, console: Console) {
    let met = Set(plan.changes.map(\.address) + plan.clusters.flatMap(\.notices).map(\.address))
    for target in options.targets where !met.contains(target) { console.say("nothing to do for \(target)") }
}

/// Which changes need which permission, as one would type it.
func needsAllow(_ changes: [Change]) -> String {
    let classes = Set(changes.map(\.risk)).sorted()
    var text = "apply will refuse this plan unless it is allowed by name:"
    for risk in classes {
        let addresses = changes.filter { $0.risk == risk && !$0.needsNaming }.map(\.address.description)
        if !addresses.isEmpty {
            text += "\n  \(risk.rawValue): \(abbreviated(addresses))"
            text += "\n    --allow \(risk.rawValue)" + (addresses.count == 1 ? ", or --allow \(risk.rawValue)=\(addresses[0])" : "")
        }
        let named = changes.filter { $0.risk == risk && $0.needsNaming }.map(\.address.description)
        guard !named.isEmpty else { continue }
        text += "\n  \(risk.rawValue), each by its address: \(abbreviated(named))"
        text += named.prefix(5).map { "\n    --allow \(risk.rawValue)=\($0)" }.joined()
    }
    return text
}

private func abbreviated(_ addresses: [String]) -> String {
    addresses.prefix(5).joined(separator: ", ") + (addresses.count > 5 ? " and \(addresses.count - 5) more" : "")
}
