import MeshModel

/// Whom to ask about the access to a topic that nobody owns?
func findTopicsWithoutOwner(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster in
        cluster.topicNames.compactMap { name in
            guard let topic = cluster.topics[name], topic.owner == nil, topic.isDeclared, !isOfTheEngine(name) else { return nil }
            return AccessFinding(
                .topicWithoutOwner, .low, on: [cluster.name], "nobody answers for the topic '\(name)'", resource: "topic:\(name)",
                at: topic.origin?.range, document: topic.origin?.document,
                fix: .init("name its owner", yaml: "metadata:\n  name: \(yamlScalar(name))\n  owner: team-name"))
        }
    }
}
