import MeshModel

/// Whom to ask about the access to a topic that nobody owns? Declared ones have an owner, or are refused; these are others'.
func findTopicsWithoutOwner(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster in
        cluster.topicNames.compactMap { name in
            guard let topic = cluster.topics[name], topic.owner == nil, !isOfTheEngine(name) else { return nil }
            return AccessFinding(
                .topicWithoutOwner, .low, on: [cluster.name], "nobody answers for the topic '\(name)'", resource: "topic:\(name)",
                at: topic.origin?.range, document: topic.origin?.document,
                fix: .init("declare it with an owner, or delete it", yaml: "kind: Topic\nmetadata: { name: \(yamlScalar(name)), owner: team-name }\nspec: { clusters: [\(yamlScalar(cluster.name))] }"))
        }
    }
}
