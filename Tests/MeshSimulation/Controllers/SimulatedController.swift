import AuditTrail
import Determinism
import EngineInterface
import MeshControl
import MeshModel
import ReconcilerCore

/// One process that runs a reconciler, with its connections.
package struct SimulatedController {
    package enum QueuedWrite {
        case control([ControlRecord])
        case audit(AuditEvent)
    }

    package let number: Int
    /// Grows with every restart: answers to an earlier process reach nobody.
    package var incarnation = 0
    package var isUp = true
    package var reconciler: Reconciler
    var sessions: [String: Session] = [:]
    var queues: [String: [QueuedWrite]] = [:]
    var controlRead: [String: Int] = [:]
    var lastCommit: Int?
    /// What it goes by, as far as it was told.
    var mesh: DesiredMesh?
    var cutOff: Set<String> = []
    /// How far its clock is off.
    var skew = Duration.zero
    var wake: Instant?
    package var hasStopped = false
    /// Topics that it counted and found unused, by cluster.
    var foundUnused: [String: Set<String>] = [:]

    package var name: String { "controller-\(number)" }
    var process: String { "\(name)#\(incarnation)" }
}
