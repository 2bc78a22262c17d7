import MeshModel

extension TopicComparison {
    /// The replicas that a topic is to have, and has not. Heddle does not move replicas, so this is all that becomes of it: the
    /// place where a plan of reassignments has its beginning.
    func replicationNotice(of observed: ObservedTopic, to desired: DesiredTopic) -> Notice? {
        guard let replication = desired.replication, replication != observed.replication else { return nil }
        return Notice(
            .impossible, address,
            "it has replication \(observed.replication) and the manifest says \(replication); Heddle does not move replicas",
            remedy: "say replication: \(observed.replication), or reassign the partitions with the cluster's own tools first",
            origin: desired.origin)
    }
}
