import Diagnostics
import MeshModel

extension Draw {
    package mutating func desired(beside observed: ObservedCluster) -> DesiredMesh {
        let nowhere = SourceRange(file: SourceFile(path: "clusters.yaml", text: ""), start: .start, end: .start)
        var cluster = DesiredCluster(
            name: RandomMesh.cluster,
            resource: Resource(metadata: Metadata(name: Located(RandomMesh.cluster)), spec: ClusterSpec(engine: Located(.embedded)), range: nowhere))
        for _ in 0..<below(8) {
            let name = name()
            let there = observed.topics[name]
            cluster.topics[name] = DesiredTopic(
                name: name, owner: one(in: 3) ? nil : "team-\(below(3))", partitions: one(in: 2) ? 1 + below(6) : there?.partitions ?? 3,
                replication: one(in: 4) ? 1 : nil,
                config: settings().mapValues { one(in: 6) ? .leftAlone : .value($0) }, deletionProtection: one(in: 4), adopts: one(in: 4),
                origin: Origin(document: "Topic \(name)", range: nowhere))
        }
        let rules = (Array(observed.access) + Array(observed.ledger.access.keys)).sorted()
        for _ in 0..<below(8) {
            let rule = rules.isEmpty || one(in: 2) ? rule() : pick(rules)
            cluster.access[rule] = DesiredAccess(owner: one(in: 2) ? "team" : nil, adopts: one(in: 4), origins: [Origin(document: "Access a")])
        }
        for _ in 0..<below(4) {
            let name = name() + "-value"
            var references: [SubjectReference] = []
            if let other = cluster.subjects.keys.sorted().first, one(in: 2), other != name, cluster.subjects[name] == nil {
                references = [SubjectReference(name: "Other", subject: other)]
            }
            cluster.subjects[name] = DesiredSubject(
                name: name, contract: "order-\(below(3))", format: .avro, schema: SourceFile(path: "order.avsc", text: schema()), references: references,
                compatibility: one(in: 2) ? nil : .backward, owner: one(in: 2) ? "team" : nil, adopts: one(in: 4), deletionProtection: one(in: 5),
                origin: Origin(document: "Contract order"))
        }
        return DesiredMesh(name: RandomMesh.mesh, scope: scope(), clusters: [RandomMesh.cluster: cluster])
    }

    private mutating func scope() -> MeshSpec.Scope {
        guard one(in: 3) else { return .init() }
        return .init(kinds: ["Topic", "Access", "Contract"].filter { _ in !one(in: 3) }.map { Located($0) })
    }
}
