import AuditTrail
import Determinism
import Foundation
import MeshModel
import MeshPlanning

/// Every reason not to begin, before anything is sent.
///
/// - Parameters:
///   - audit: is told of what policies and protections forbid.
///   - purpose: `apply`, `rollback to 12`.
func refuse(_ plan: Plan, permissions: Permissions, purpose: String, source: SourceStamp?, audit: ApplyAudit) async throws {
    try refuseUnread(plan)
    guard plan.refusals.isEmpty else {
        for part in plan.clusters {
            guard let event = AuditEvent.refused(part, of: plan, purpose: purpose, source: source, at: .present) else { continue }
            await audit.append([event], to: part.cluster)
        }
        throw CommandFailure(
            .refused, "nothing was applied: the plan holds \(plan.refusals.count) thing\(plan.refusals.count == 1 ? "" : "s") that cannot be done",
            remedy: "mend what is marked with x above, or apply the rest with --target")
    }
    let forbidden = plan.changes.filter { !permissions.permits($0) }
    guard forbidden.isEmpty else { throw CommandFailure(.refused, "nothing was applied", remedy: needsAllow(forbidden)) }
}

/// Of what could not be read nothing is known.
func refuseUnread(_ plan: Plan) throws {
    let unreached = plan.clusters.filter { $0.failure != nil }.map(\.cluster)
    guard unreached.isEmpty else {
        throw CommandFailure(
            .unreachable, "nothing was applied: \(unreached.joined(separator: ", ")) could not be read",
            remedy: "start embedded clusters with 'heddle mesh up --detach'; check the addresses of others")
    }
}

func askWhetherToApply(_ console: Console) throws {
    guard isatty(STDIN_FILENO) == 1 else {
        throw CommandFailure(.usage, "nobody can be asked: standard input is not a terminal", remedy: "pass --yes to apply without asking")
    }
    console.write("\nApply these changes? Only 'yes' does: ", to: .error)
    guard readLine()?.trimmingCharacters(in: .whitespaces) == "yes" else {
        throw CommandFailure(.refused, "nothing was applied")
    }
}
