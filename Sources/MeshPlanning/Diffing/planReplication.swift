import EngineInterface
import MeshModel

/// What becomes of a topic whose number of replicas is not the declared one.
enum ReplicationVerdict {
    case asDeclared
    case move(EngineOperation, FieldChange, RiskClass, reason: String)
    case impossible(Notice)
}

/// Bytes a second and broker that moving replicas may take, where the cluster's manifest says nothing: enough to get on with, and
/// little enough to leave clients alone.
let standardMoveThrottle = 50 << 20

extension TopicComparison {
    /// More replicas are copied from those that there are; superfluous ones are dropped. No replica changes its broker.
    func planReplication(of observed: ObservedTopic, to desired: DesiredTopic) -> ReplicationVerdict {
        guard let replication = desired.replication, replication != observed.replication else { return .asDeclared }
        func impossible(_ why: String) -> ReplicationVerdict {
            .impossible(
                Notice(
                    .impossible, address, "it has replication \(observed.replication) and the manifest says \(replication); \(why)",
                    remedy: "say replication: \(observed.replication), or leave it out", origin: desired.origin))
        }
        if let shortfall = scene.capabilities.shortfall(.reassignment) { return impossible("the cluster \(shortfall)") }
        if observed.isMoving { return impossible("its replicas are being moved already: wait until that is over") }
        let assignment: [[Int32]]
        do throws(PlacementProblem) {
            var others = scene.loads ?? BrokerLoads()
            others.remove(observed.replicas)
            assignment = try placeReplicas(observed.replicas, replication: replication, on: scene.brokers, others: others)
        } catch {
            return impossible(error.description)
        }
        let isMore = replication > observed.replication
        return .move(
            .setReplication(topic: name, assignment: assignment, throttle: scene.moveThrottle),
            FieldChange("replication", from: String(observed.replication), to: String(replication)), isMore ? .notable : .disruptive,
            reason: isMore
                ? "every record is copied to \(replication - observed.replication) more broker\(replication - observed.replication == 1 ? "" : "s"), at \(ByteCount(Int64(scene.moveThrottle))) a second and broker"
                : "fewer copies: \(replication) broker\(replication == 1 ? "" : "s") lost with a partition's replicas lose\(replication == 1 ? "s" : "") its records")
    }
}

extension BrokerLoads {
    /// Takes out what `add` has put in.
    mutating func remove(_ assignment: some Sequence<[Int32]>) {
        for brokers in assignment {
            for broker in brokers { replicas[broker, default: 0] -= 1 }
            if let leader = brokers.first { leaders[leader, default: 0] -= 1 }
        }
    }
}
