import Determinism
import LocatedJSON
import MeshModel

/// A mesh's clusters as they were observed at one time, whole: enough to plan without a connection and without credentials.
///
/// The file's shape is Specs/snapshot/v1/snapshot.schema.json. Records are not counted in it: a count holds for a moment, and
/// one that says "empty" would make light of a deletion hours later.
package struct MeshSnapshot: Sendable, Equatable {
    /// When it was taken.
    package var takenAt: Instant
    /// The Heddle that took it.
    package var heddleVersion: String
    package var mesh: String
    package var environment: String?
    /// By name.
    package var clusters: [String: ObservedCluster]

    package init(takenAt: Instant, heddleVersion: String, mesh: String, environment: String? = nil, clusters: [String: ObservedCluster]) {
        self.takenAt = takenAt
        self.heddleVersion = heddleVersion
        self.mesh = mesh
        self.environment = environment
        self.clusters = clusters
    }
}

/// - Returns: the file's bytes, the same for equal snapshots, and the digest that stands in it.
package func encodeSnapshot(_ snapshot: MeshSnapshot) -> (bytes: [UInt8], digest: String) {
    let clusters = snapshot.clusters.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { name, observed in
        JSONValue.object([JSONPair("name", .string(name))] + observed.members)
    }
    let content: [JSONPair?] = [
        JSONPair("takenAt", .string(utcText(snapshot.takenAt))), JSONPair("heddleVersion", .string(snapshot.heddleVersion)),
        JSONPair("mesh", .string(snapshot.mesh)), snapshot.environment.map { JSONPair("environment", .string($0)) },
        JSONPair("clusters", .array(clusters)),
    ]
    let (text, digest) = seal(content.compactMap { $0 }, as: .snapshot)
    return (text, digest)
}

/// - Throws: where the bytes are not a snapshot, whole and as it was written.
package func decodeSnapshot(_ bytes: [UInt8]) throws(FileProblem) -> (snapshot: MeshSnapshot, digest: String) {
    let (content, digest) = try unseal(bytes, as: .snapshot)
    let record = try JSONRecord(content, "format", "formatVersion", "takenAt", "heddleVersion", "mesh", "environment", "clusters")
    let time = try record.required("takenAt")
    guard let takenAt = instant(fromUTC: try time.text()) else { throw FileProblem("this is no time such as 2026-11-23T15:04:05.000Z", at: time) }
    var clusters: [String: ObservedCluster] = [:]
    for node in try record.required("clusters").elements({ node throws(FileProblem) in node }) {
        let record = try JSONRecord(node, known: ["name"] + ObservedCluster.memberNames)
        guard clusters.updateValue(try ObservedCluster(record), forKey: try record.string("name")) == nil else {
            throw FileProblem("this cluster is here twice", at: node)
        }
    }
    let snapshot = MeshSnapshot(
        takenAt: takenAt, heddleVersion: try record.string("heddleVersion"), mesh: try record.string("mesh"),
        environment: try record.optionalString("environment"), clusters: clusters)
    return (snapshot, digest)
}
