import ArgumentParser
import AuditTrail
import Determinism
import EngineInterface
import Foundation
import MeshControl
import MeshModel

struct ApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Says yes to changes that a controller will not make by itself.",
        discussion: """
            EXAMPLE
              heddle status                        # what waits, and under which name
              heddle approve 3f9a0c11b2d4
              heddle approve 3f9a --yes --reason "agreed in CHG-4711"

            Exactly the changes that are shown are allowed, once: a plan's name is the digest of what it would do, and another
            change has another name. The yes is kept in the cluster and in its audit, with who said it.
            """)

    @Argument(help: ArgumentHelp("The plan's name as 'heddle status' prints it, or its beginning.", valueName: "plan"))
    var plan: String
    @Flag(help: "Do not ask.") var yes = false
    @Option(help: ArgumentHelp("Why, for the audit.", valueName: "text")) var reason: String?
    @Option(help: ArgumentHelp("Only this cluster.", valueName: "name")) var cluster: String?
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let folder = try MeshFolder.containing(common.startingFolder)
        var mesh = try requireClusters(in: folder, options: manifests, console: common.console)
        try mesh.keep(cluster: cluster)
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await approve(in: mesh, MeshDecisions(mesh: mesh, connections: connections, console: common.console)))
        } catch {
            outcome = .failure(error)
        }
        await connections.close()
        try outcome.get()
    }

    private func approve(in mesh: DesiredMesh, _ decisions: MeshDecisions) async throws {
        var reading = ControlReading()
        await reading.readOn(mesh.clusters.keys.sorted(), over: decisions.connections)
        let found = try find(in: MeshStatus(mesh.name, of: mesh.clusters.keys.sorted(), reading, selection: StatusSelection(), now: .present))
        let console = common.console
        let paint = Paint(isOn: console.colours(format == .text ? .output : .error))
        for (cluster, pending) in found {
            let text = (["\(paint.bold("cluster \(cluster.name)"))  plan \(printable(pending.id)), waiting since \(utc(pending.since))"]
                + PendingText(paint: paint).changes(pending)).joined(separator: "\n")
            if format == .text { console.print(text) } else { console.say(text) }
            if !cluster.isCurrent, let status = cluster.status {
                console.say("no controller has been heard of since \(utc(status.writtenAt)): one that comes carries it out, if it still comes to the same")
            }
        }
        let fresh = found.filter { $0.0.approval == nil }
        if !yes, !fresh.isEmpty { try askWhetherToAllow(console) }
        let author = ApplyAuthor.present().name
        var report = DecisionJSON(mesh: mesh.name, action: "approved", decisions: [])
        for (cluster, pending) in found {
            if let approval = cluster.approval {
                report.decisions.append(
                    .init(cluster: cluster.name, plan: pending.id, changed: false, by: approval.by, at: utc(approval.at), reason: approval.reason))
                if format == .text { console.print("plan \(pending.id) was approved by \(printable(approval.by)) at \(utc(approval.at)) already") }
                continue
            }
            let approval = Approval(plan: pending.id, by: author, at: .present, reason: reason)
            let event = AuditEvent(
                .approved, at: approval.at, mesh: mesh.name, cluster: cluster.name, actor: author, plan: pending.id, message: reason ?? "approved",
                changes: pending.changes.map { .init(address: $0.address, action: $0.action, risk: $0.risk, detail: $0.reasons.joined(separator: "; ")) })
            try await decisions.write(.approval(approval), to: cluster.name, audit: event)
            report.decisions.append(.init(cluster: cluster.name, plan: pending.id, changed: true, by: author, at: utc(approval.at), reason: reason))
            if format == .text { console.print("approved plan \(pending.id) of cluster '\(cluster.name)'; the controller carries it out in its next round") }
        }
        if format == .json { console.print(try renderJSON(report)) }
    }

    /// The pending plan that is meant; in several clusters where it has the same name in all of them.
    private func find(in status: MeshStatus) throws -> [(MeshStatus.Cluster, PendingPlan)] {
        let waiting = status.clusters.compactMap { cluster in cluster.pending.map { (cluster, $0) } }
        let matching = waiting.filter { $0.1.id == plan || plan.utf8.count >= 4 && $0.1.id.hasPrefix(plan) }
        let names = Set(matching.map(\.1.id))
        if names.count == 1 { return matching }
        if names.count > 1 {
            throw CommandFailure(.usage, "'\(plan)' is the beginning of several plans", remedy: "say more of it: \(names.sorted().joined(separator: ", "))")
        }
        if !status.unreachable.isEmpty {
            throw CommandFailure(.unreachable, "no plan '\(plan)' waits where one could look: \(status.unreachable.joined(separator: ", ")) could not be read")
        }
        let others = waiting.map { "\($0.1.id) (\($0.0.name))" }
        throw CommandFailure(
            .usage, "no plan '\(plan)' waits for approval",
            remedy: others.isEmpty ? "nothing waits; 'heddle status' tells how the mesh is" : "these wait: \(others.joined(separator: ", "))")
    }
}

private func askWhetherToAllow(_ console: Console) throws {
    guard isatty(STDIN_FILENO) == 1 else {
        throw CommandFailure(.usage, "nobody can be asked: standard input is not a terminal", remedy: "pass --yes to allow it without asking")
    }
    console.write("\nAllow these changes? Only 'yes' does: ", to: .error)
    guard readLine()?.trimmingCharacters(in: .whitespaces) == "yes" else {
        throw CommandFailure(.refused, "nothing was approved")
    }
}
