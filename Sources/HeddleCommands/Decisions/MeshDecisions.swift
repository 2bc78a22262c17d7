import AuditTrail
import Determinism
import EngineInterface
import Foundation
import MeshControl
import MeshModel

extension ApplyAuthor {
    /// `ada@laptop`.
    var name: String { "\(user)@\(host)" }
}

/// Writes what people decide to the clusters' control logs, and to their audits.
struct MeshDecisions: Sendable {
    var mesh: DesiredMesh
    var connections: MeshConnections
    var console: Console

    /// Durable when it returns. The audit comes after: a decision that stands and is not in the audit is told, and stands.
    func write(_ record: ControlRecord, to cluster: String, audit event: AuditEvent) async throws(CommandFailure) {
        guard let engine = connections.engine(of: cluster) else {
            throw CommandFailure(.unreachable, connections.failure(of: cluster)?.message ?? "cluster '\(cluster)' could not be read")
        }
        do throws(EngineFailure) {
            _ = try await engine.append([record.logRecord], to: .control)
        } catch {
            throw CommandFailure(.unreachable, error.message)
        }
        await ApplyAudit(connections: connections, console: console).append([event], to: cluster)
    }

    /// Of clusters, all of which have to answer.
    func states(of clusters: [String]) async throws(CommandFailure) -> [String: ControlState] {
        var reading = ControlReading()
        await reading.readOn(clusters, over: connections)
        for cluster in clusters.sorted() {
            if case .failure(let failure)? = reading.states[cluster] { throw CommandFailure(.unreachable, failure.message) }
        }
        return reading.readable
    }
}

/// What a decision came to, as machines read it. The shape is Specs/status/v1/decision.schema.json; it changes only by adding.
struct DecisionJSON: Encodable {
    struct Decision: Encodable {
        var cluster: String
        /// `plan`, `address`, or neither: the whole cluster.
        var plan: String?
        var address: String?
        /// False where it was so before.
        var changed: Bool
        var by: String
        var at: String
        var reason: String?
    }

    var formatVersion = "1.0"
    var mesh: String
    /// `approved`, `suspended`, `resumed`.
    var action: String
    var decisions: [Decision]
}
