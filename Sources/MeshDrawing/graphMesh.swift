import MeshModel

/// The graph of a mesh: its clusters and their topics, its contracts, its applications and what they do.
///
/// - Parameters:
///   - loaded: for Applications, and for what a topic says of its payloads.
///   - desired: for the topics of each cluster, those that follow from Applications too.
package func graphMesh(_ loaded: LoadedMesh, _ desired: DesiredMesh) -> MeshGraph {
    var nodes: [MeshGraph.Node] = []
    var edges: [MeshGraph.Edge] = []
    for cluster in desired.clusters.values {
        nodes.append(.init(.cluster, cluster.name))
        for topic in cluster.topics.values { nodes.append(.init(.topic, topic.name, on: cluster.name, isDerived: topic.isDerived)) }
    }
    for contract in desired.contracts.values {
        nodes.append(.init(.contract, contract.name))
        for reference in contract.spec.references { edges.append(.init(.references, from: contractId(contract.name), to: contractId(reference.contract.value))) }
    }
    for topic in loaded.topics {
        for (kind, payload) in [(MeshGraph.Edge.Kind.key, topic.spec.key), (.value, topic.spec.value)] {
            guard case .contract(let contract) = payload?.value else { continue }
            for cluster in desired.clusters.values where cluster.topics[topic.name] != nil {
                edges.append(.init(kind, from: topicId(topic.name, cluster.name), to: contractId(contract)))
            }
        }
    }
    for application in loaded.applications {
        let node = MeshGraph.Node(.application, application.name)
        nodes.append(node)
        for cluster in desired.clusters.values where isSelected(cluster, by: application.spec.clusters) {
            edges += flows(of: application.spec, node.id, on: cluster.name)
        }
    }
    return MeshGraph(nodes: nodes, edges: edges)
}

/// Edges to topics that the cluster does not have are left out by the graph.
private func flows(of application: ApplicationSpec, _ id: String, on cluster: String) -> [MeshGraph.Edge] {
    application.produces.map { .init(.produces, from: id, to: topicId($0.topic.value, cluster)) }
        + application.consumes.flatMap { consumption -> [MeshGraph.Edge] in
            let topic = consumption.topic.value
            var edges = [MeshGraph.Edge(.consumes, from: topicId(topic, cluster), to: id)]
            // The names under which MeshResolution derives them.
            let derived = "\(topic).\(consumption.group.value)"
            if consumption.retry != nil { edges.append(.init(.retry, from: id, to: topicId("\(derived).retry", cluster))) }
            if consumption.deadLetter != nil { edges.append(.init(.deadLetter, from: id, to: topicId("\(derived).dlq", cluster))) }
            return edges
        }
}

private func isSelected(_ cluster: DesiredCluster, by selection: ClusterSelection?) -> Bool {
    switch selection {
    case nil, .onlyCluster: true
    case .names(let names): names.contains { $0.value == cluster.name }
    case .labels(let labels, _): labels.allSatisfy { cluster.resource.metadata.labels[$0.key]?.value == $0.value.value }
    }
}

private func topicId(_ name: String, _ cluster: String) -> String { MeshGraph.Node(.topic, name, on: cluster).id }

private func contractId(_ name: String) -> String { MeshGraph.Node(.contract, name).id }
