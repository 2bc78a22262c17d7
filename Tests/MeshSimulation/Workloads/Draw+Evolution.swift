import Diagnostics
import MeshModel
import RandomMeshes

extension Draw {
    /// What the same people's manifests say some commits later.
    mutating func next(after mesh: DesiredMesh, beside worlds: [String: WorldState]) -> DesiredMesh {
        var mesh = mesh
        for (name, world) in worlds.sorted(by: { $0.key < $1.key }) {
            guard var cluster = mesh.clusters[name] else { continue }
            if one(in: 8) {
                let anew = desired(beside: world.observed()).clusters.values.first ?? cluster
                (cluster.topics, cluster.access, cluster.subjects) = (anew.topics, anew.access, anew.subjects)
            }
            for _ in 0..<1 + below(4) { edit(&cluster, beside: world) }
            // Other hands have many partitions in this world: what is there is never by chance what was to be made.
            for (topic, wanted) in cluster.topics where !wanted.adopts && world.deeds[mesh.name]?.topics.contains(topic) != true {
                cluster.topics[topic]?.partitions = min(wanted.partitions, 6)
            }
            mesh.clusters[name] = cluster
        }
        if one(in: 6) { mesh.scope = one(in: 2) ? .init() : scope() }
        if one(in: 6) {
            mesh.deletion =
                one(in: 2)
                ? nil : DeletionPolicy(drain: Milliseconds(Int64(below(3)) * 3_600_000), quarantine: Milliseconds(Int64(below(3)) * 43_200_000))
        }
        // Manifests that declare what is outside of their scope are not valid.
        if let prefixes = mesh.scope.prefixes {
            for name in mesh.clusters.keys {
                for topic in mesh.clusters[name]?.topics.keys.sorted() ?? [] where !prefixes.contains(where: { topic.hasPrefix($0.value) }) {
                    mesh.clusters[name]?.topics[topic] = nil
                }
            }
        }
        return mesh
    }

    private mutating func edit(_ cluster: inout DesiredCluster, beside world: WorldState) {
        let declared = cluster.topics.keys.sorted()
        switch below(13) {
        case 0, 1: add(name(), to: &cluster)
        case 2: if !declared.isEmpty { cluster.topics[pick(declared)] = nil }
        case 3: if !declared.isEmpty { cluster.topics[pick(declared)]?.config = settings().mapValues { one(in: 6) ? .leftAlone : .value($0) } }
        case 4: if !declared.isEmpty { cluster.topics[pick(declared)]?.partitions += 1 }
        case 5: if !declared.isEmpty { cluster.topics[pick(declared)]?.deletionProtection = one(in: 2) }
        case 6: if !declared.isEmpty { cluster.topics[pick(declared)]?.adopts = one(in: 2) }
        case 7: cluster.access[rule()] = DesiredAccess(owner: one(in: 2) ? "team" : nil, adopts: one(in: 4), deletionProtection: one(in: 6), origins: [Origin(document: "Access a")])
        case 8:
            let rules = cluster.access.keys.sorted()
            if !rules.isEmpty { cluster.access[pick(rules)] = nil }
        case 9, 10:
            let name = name() + "-value"
            cluster.subjects[name] = DesiredSubject(
                name: name, contract: "order-\(below(3))", format: .avro, schema: SourceFile(path: "order.avsc", text: schema()),
                compatibility: one(in: 2) ? nil : .backward, adopts: one(in: 4), deletionProtection: one(in: 6), origin: Origin(document: "Contract order"))
        case 11:
            let names = cluster.subjects.keys.sorted()
            if !names.isEmpty { remove(subject: pick(names), from: &cluster) }
        default:
            // Taken over with its partitions as they are.
            let foreign = world.topics.keys.filter { cluster.topics[$0] == nil && reservedTopicProblem($0) == nil }.sorted()
            if let name = foreign.randomElement(using: &chance), let there = world.topics[name] {
                add(name, to: &cluster)
                cluster.topics[name]?.partitions = there.partitions
                cluster.topics[name]?.adopts = true
            }
        }
    }

    private mutating func add(_ name: String, to cluster: inout DesiredCluster) {
        cluster.topics[name] = DesiredTopic(
            name: name, owner: one(in: 3) ? nil : "team-\(below(3))", partitions: 1 + below(6), replication: one(in: 4) ? 1 : nil,
            config: settings().mapValues { .value($0) }, deletionProtection: one(in: 5), adopts: one(in: 5), origin: Origin(document: "Topic \(name)"))
    }

    private mutating func scope() -> MeshSpec.Scope {
        .init(
            kinds: one(in: 2) ? nil : ["Topic", "Access", "Contract"].filter { _ in !one(in: 3) }.map { Located($0) },
            prefixes: one(in: 2) ? nil : [Located(pick(["orders", "pay", "s"]))])
    }
}

/// With whatever refers to it.
func remove(subject: String, from cluster: inout DesiredCluster) {
    cluster.subjects[subject] = nil
    for (name, other) in cluster.subjects where other.references.contains(where: { $0.subject == subject }) { remove(subject: name, from: &cluster) }
}
