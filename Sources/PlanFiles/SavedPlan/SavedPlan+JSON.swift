import Determinism
import LocatedJSON
import MeshModel
import MeshPlanning

/// - Returns: the file's bytes, and the digest that stands in it. The shape is Specs/plan/v1/plan-file.schema.json.
package func encodePlan(_ saved: SavedPlan) -> (bytes: [UInt8], digest: String) {
    let content: [JSONPair?] = [
        JSONPair("madeAt", .string(utcText(saved.madeAt))), JSONPair("heddleVersion", .string(saved.heddleVersion)),
        JSONPair("mesh", .string(saved.plan.mesh)), saved.plan.environment.map { JSONPair("environment", .string($0)) },
        saved.source.map { JSONPair("source", $0.json) }, saved.snapshot.map { JSONPair("snapshot", .string($0)) },
        saved.plan.scope.isEverything ? nil : JSONPair("scope", saved.plan.scope.json), JSONPair("options", saved.options.json),
        JSONPair("clusters", .array(saved.plan.clusters.map { $0.json(restingOn: saved.bases[$0.cluster]) })),
    ]
    let (text, digest) = seal(content.compactMap { $0 }, as: .plan)
    return (text, digest)
}

/// - Throws: where the bytes are not a plan file, whole and as it was written.
package func decodePlan(_ bytes: [UInt8]) throws(FileProblem) -> (saved: SavedPlan, digest: String) {
    let (content, digest) = try unseal(bytes, as: .plan)
    let record = try JSONRecord(
        content, "format", "formatVersion", "madeAt", "heddleVersion", "mesh", "environment", "source", "snapshot", "scope", "options", "clusters")
    let time = try record.required("madeAt")
    guard let madeAt = instant(fromUTC: try time.text()) else { throw FileProblem("this is no time such as 2026-11-23T15:04:05.000Z", at: time) }
    var clusters: [ClusterPlan] = []
    var bases: [String: SavedPlan.Basis] = [:]
    for node in try record.required("clusters").elements({ node throws(FileProblem) in node }) {
        let (cluster, basis) = try ClusterPlan.read(node)
        guard bases.updateValue(basis, forKey: cluster.cluster) == nil else { throw FileProblem("this cluster is here twice", at: node) }
        clusters.append(cluster)
    }
    let plan = Plan(mesh: try record.string("mesh"), environment: try record.optionalString("environment"),
        scope: try record.read("scope", ManagedScope.init) ?? ManagedScope(), clusters: clusters)
    let saved = SavedPlan(
        madeAt: madeAt, heddleVersion: try record.string("heddleVersion"), source: try record.read("source", SourceStamp.init),
        snapshot: try record.optionalString("snapshot"), options: try PlanOptions(record.required("options")), plan: plan, bases: bases)
    return (saved, digest)
}

extension PlanOptions {
    /// What was asked, apart from what was allowed: that is said again when the plan is applied. The time is not kept: whoever reads
    /// the options plans at another.
    var json: JSONValue {
        .record(
            ("prune", .bool(prunes)), ("maxDeletions", .number(maxDeletions)), ("skipQuarantine", .flag(skipsQuarantine)),
            ("targets", targets.isEmpty ? nil : .strings(targets.map(\.description))))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "prune", "maxDeletions", "skipQuarantine", "targets")
        self.init(prunes: try record.flag("prune"), targets: try record.optional("targets")?.elements(ResourceAddress.init) ?? [],
            maxDeletions: try record.number("maxDeletions"), skipsQuarantine: try record.flag("skipQuarantine"))
    }
}

extension ManagedScope {
    var json: JSONValue { .record(("kinds", kinds.map { .strings($0) }), ("prefixes", prefixes.map { .strings($0) })) }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "kinds", "prefixes")
        self.init()
        kinds = try record.optionalStrings("kinds")
        prefixes = try record.optionalStrings("prefixes")
    }
}

extension ClusterPlan {
    func json(restingOn basis: SavedPlan.Basis?) -> JSONValue {
        .record(
            ("name", .string(cluster)), ("clusterId", clusterId.json), ("parent", (basis?.parent ?? StateDigests()).json),
            ("manifests", (basis?.manifests ?? StateDigests()).json), ("changes", .array(changes.map(\.json))),
            ("notices", notices.isEmpty ? nil : .array(notices.map(\.json))))
    }

    static func read(_ node: JSONNode) throws(FileProblem) -> (ClusterPlan, SavedPlan.Basis) {
        let record = try JSONRecord(node, "name", "clusterId", "parent", "manifests", "changes", "notices")
        let plan = ClusterPlan(
            cluster: try record.string("name"), clusterId: try record.optionalString("clusterId"),
            changes: try record.required("changes").elements(Change.init), notices: try record.optional("notices")?.elements(Notice.init) ?? [])
        return (plan, SavedPlan.Basis(parent: try StateDigests(record.required("parent")), manifests: try StateDigests(record.required("manifests"))))
    }
}

extension StateDigests {
    var json: JSONValue { .record(("digest", .string(digest)), ("resources", .map(resources) { .string($0) })) }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "digest", "resources")
        self.init(resources: try record.required("resources").map { node throws(FileProblem) in try node.text() })
        guard try record.string("digest") == digest else { throw FileProblem(.changed, "the digest does not fit the resources below it", at: node) }
    }
}
