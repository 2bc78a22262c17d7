import Diagnostics
import EngineInterface
import MeshModel
import MeshPlanning

/// A one-cluster mesh to plan against, told in few words.
struct Story {
    var desired: DesiredCluster
    var observed = ObservedCluster(clusterId: "id-of-eu")
    var scope = MeshSpec.Scope()
    var options = PlanOptions()
    var deletion: DeletionPolicy?
    var source: SourceStamp?

    init() {
        let nowhere = SourceRange(file: SourceFile(path: "clusters.yaml", text: ""), start: .start, end: .start)
        desired = DesiredCluster(
            name: "eu",
            resource: Resource(
                metadata: Metadata(name: Located("eu")), spec: ClusterSpec(engine: Located(.embedded)), range: nowhere))
    }

    mutating func declare(_ name: String, partitions: Int = 3, config: [String: ConfigSetting] = [:], _ adjust: (inout DesiredTopic) -> Void = { _ in }) {
        var topic = DesiredTopic(name: name, owner: "team", partitions: partitions, config: config, origin: Origin(document: "Topic \(name)"))
        adjust(&topic)
        desired.topics[name] = topic
    }

    mutating func declare(_ rule: AccessRule, adopts: Bool = false) {
        desired.access[rule] = DesiredAccess(adopts: adopts, origins: [Origin(document: "Access a")])
    }

    /// There, with these keys set on the topic itself and the usual defaults besides.
    mutating func stand(_ name: String, partitions: Int = 3, config: [String: String] = [:]) {
        var entries = config.mapValues { ObservedTopic.ConfigEntry(value: $0, isSetOnTopic: true) }
        for (key, value) in ["retention.ms": "604800000", "cleanup.policy": "delete"] where entries[key] == nil {
            entries[key] = .init(value: value, isSetOnTopic: false)
        }
        observed.topics[name] = ObservedTopic(partitions: partitions, replication: 1, config: entries)
    }

    /// What counting and inspecting would find out of a topic.
    mutating func find(_ name: String, holding total: Int64, groups: [GroupUsage] = []) {
        observed.topics[name]?.held = HeldRecords(total: total)
        observed.topics[name]?.usage = TopicUsage(groups: groups)
    }

    mutating func own(
        _ name: String, partitions: Int = 3, config: [String: String] = [:], phase: LedgerPhase = .applied, mesh: String = "shop",
        protected: Bool = false
    ) {
        observed.ledger.topics[name] = LedgerTopic(
            phase: phase, stewardship: Stewardship(mesh: mesh, owner: "team", deletionProtection: protected), partitions: partitions,
            config: config)
    }

    mutating func own(_ rule: AccessRule, phase: LedgerPhase = .applied, mesh: String = "shop") {
        observed.ledger.access[rule] = LedgerAccess(phase: phase, stewardship: Stewardship(mesh: mesh))
    }

    var mesh: DesiredMesh {
        DesiredMesh(name: "shop", scope: scope, clusters: ["eu": desired], deletion: deletion, source: source)
    }

    func plan() -> ClusterPlan {
        planMesh(mesh, observations: ["eu": .success(observed)], options: options).clusters[0]
    }
}

extension AccessRule {
    static let checkoutWrites = AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:checkout", operation: .write)
    static let mallorysDenial = AccessRule(
        resourceType: .topic, pattern: .prefix("orders"), principal: "User:mallory", operation: .read, permission: .deny)
}
