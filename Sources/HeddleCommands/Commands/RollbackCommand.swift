import ArgumentParser
import EngineInterface
import MeshApplying
import MeshModel
import MeshPlanning

struct RollbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Plans the way back to what an earlier apply left, and carries it out.",
        discussion: """
            EXAMPLE
              heddle history --cluster eu
              heddle rollback 12 --cluster eu
              heddle rollback 0f3c12a --yes --prune --allow destructive

            Topics and access as the ledger says they were after that apply: by its number, or by the git revision that was
            applied. It is a plan like any other, with the same risk classes, and recorded as an apply of its own. The manifests
            still say otherwise: change them too, or the next apply goes forward again.
            """)

    @Argument(help: ArgumentHelp("The number of an apply, or the git revision that was applied.", valueName: "revision"))
    var revision: String
    @Option(help: ArgumentHelp("Only this cluster.", valueName: "name"))
    var cluster: String?
    @Option(help: "text, json or events.") var format: ApplyFormat = .text
    @OptionGroup var applying: ApplyingOptions
    @OptionGroup var planning: PlanningOptions
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var options = try planning.options()
        options.keepsClaim = true
        let permissions = try planning.permissions()
        let (width, timeLimit) = (try applying.width(), try applying.timeLimit())
        let folder = try MeshFolder.containing(common.startingFolder)
        var (mesh, policies) = try requireMeshAndPolicies(in: folder, options: manifests, console: common.console)
        try mesh.keep(cluster: cluster)
        if Int(revision) != nil, mesh.clusters.count > 1 {
            throw CommandFailure(
                .usage, "the number of an apply is a cluster's own",
                remedy: "say --cluster, one of \(mesh.clusters.keys.sorted().joined(separator: ", ")), or name a git revision")
        }
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), width: width, logger: common.logger)
        let outcome: Result<Void, any Error>
        do {
            let earlier = try await earlierMesh(mesh, connections: connections)
            outcome = .success(
                try await rollBack(to: earlier, policies: policies, connections: connections, options: options, permissions: permissions, timeLimit: timeLimit))
        } catch {
            outcome = .failure(error)
        }
        await connections.close()
        try outcome.get()
    }

    private func rollBack(
        to earlier: EarlierMesh, policies: MeshPolicies?, connections: MeshConnections, options: PlanOptions, permissions: Permissions, timeLimit: Milliseconds
    ) async throws {
        let console = common.console
        var planned = await connections.plan(earlier.mesh, environment: manifests.env, options: options)
        policies?.check(&planned.plan)
        let plan = planned.plan
        let text = PlanText(paint: Paint(isOn: console.colours(format == .text ? .output : .error))).render(plan)
        if format == .text { console.print(text) } else { console.say(text) }
        for notice in earlier.notices { console.say("\(notice.address.map { "\($0): " } ?? "")\(notice.message)") }
        sayUnmetTargets(options, plan: plan, console: console)
        let audit = ApplyAudit(connections: connections, console: console)
        try await refuse(plan, permissions: permissions, purpose: "rollback to \(revision)", source: earlier.source, audit: audit)
        try requireHarmless(planned, mesh: earlier.mesh, options: options)
        if !plan.isEmpty {
            console.say("The manifests still say otherwise: mend them too, or the next 'heddle apply' goes forward again.")
            if !applying.yes { try askWhetherToApply(console) }
        }
        guard !plan.isEmpty else {
            if format == .json { console.print(try renderJSON(ApplyJSON(mesh: earlier.mesh.name, report: ApplyReport(results: [])))) }
            return
        }
        let run = ApplyRun(
            plan: plan, purpose: "rollback to \(revision)", source: earlier.source, timeLimit: timeLimit, breaksLease: applying.breakLease,
            listener: ApplyListener(console: console, format: format, changes: plan.changes.count))
        try show(try await run.carryOut(on: connections), of: earlier.mesh.name, as: format, console: console)
    }

    private struct EarlierMesh {
        var mesh: DesiredMesh
        var source: SourceStamp?
        var notices: [RollbackNotice] = []
    }

    private func earlierMesh(_ present: DesiredMesh, connections: MeshConnections) async throws -> EarlierMesh {
        var earlier = EarlierMesh(mesh: DesiredMesh(
                name: present.name, scope: present.scope.ofTopicsAndAccess, deletion: present.deletion, source: present.source))
        for (name, cluster) in present.clusters.sorted(by: { $0.key < $1.key }) {
            guard let engine = connections.engine(of: name) else {
                throw CommandFailure(.unreachable, connections.failure(of: name)?.message ?? "cluster '\(name)' could not be read")
            }
            let observed: ObservedCluster
            var undone: [(number: Int, changes: [AppliedChange]?)] = []
            let target: ApplyRecord
            do throws(EngineFailure) {
                observed = try await engine.observe(configsOf: [], subjects: [])
                let runs = try await engine.runs()
                guard let found = find(in: runs) else {
                    throw EngineFailure(.refused, "the history of cluster '\(name)' has no apply '\(revision)'", code: "none")
                }
                target = found
                for number in (found.number + 1)..<max(found.number + 1, (runs.last?.number ?? 0) + 1) {
                    let run = runs.first { $0.number == number }
                    let changedNothing = run?.endedAt != nil && run?.counts.done == 0
                    undone.append((number, changedNothing ? [] : try await engine.changes(ofRun: number)))
                }
            } catch {
                if error.code == "none" { throw CommandFailure(.usage, error.message, remedy: "'heddle history' lists those that there are") }
                throw CommandFailure(.unreachable, error.message)
            }
            let (desired, notices) = desiredCluster(
                cluster, of: present.name, as: undoRuns(undone, in: observed.ledger), observed: observed, scope: present.scope,
                name: "apply \(target.number)")
            earlier.mesh.clusters[name] = desired
            earlier.notices += notices
            earlier.source = target.source
        }
        earlier.mesh.source = earlier.source
        return earlier
    }

    /// By number; else the last apply of a revision that begins so.
    private func find(in runs: [ApplyRecord]) -> ApplyRecord? {
        if let number = Int(revision), let run = runs.last(where: { $0.number == number }) { return run }
        guard revision.count >= 4 else { return nil }
        return runs.last { $0.source?.revision?.hasPrefix(revision) == true }
    }
}
