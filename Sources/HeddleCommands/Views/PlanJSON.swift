import Diagnostics
import Foundation
import MeshApplying
import MeshModel
import MeshPlanning

/// A plan as machines read it. The shape is Specs/plan/v1/plan.schema.json; it changes only by adding.
struct PlanJSON: Encodable {
    var formatVersion = "1.0"
    var mesh: String
    var environment: String?
    /// Only where the mesh's scope leaves something out.
    var scope: Scope?
    /// Present where it was not the mesh itself that was asked.
    var snapshot: Snapshot?
    /// Where the manifests come from, where that is known.
    var source: Source?
    /// Of the plan file, where one was written.
    var digest: String?
    var clusters: [Cluster]
    var summary: PlanCounts

    struct Scope: Encodable {
        var kinds: [String]?
        var prefixes: [String]?
    }

    struct Source: Encodable {
        var repository: String?
        var revision: String?
    }

    struct Snapshot: Encodable {
        var takenAt: String
        var digest: String
        var heddleVersion: String
    }

    struct Cluster: Encodable {
        var name: String
        var clusterId: String?
        /// `observed` or `unreachable`; of an unreachable cluster nothing is known.
        var state: String
        var error: String?
        var changes: [Entry]
        var notices: [NoticeEntry]
    }

    struct Entry: Encodable {
        var address: String
        /// Of a contract: where it is registered.
        var subject: String?
        var action: String
        var risk: String
        /// Present, and true, where the class alone does not permit it.
        var needsNaming: Bool?
        var drift: Bool
        var reasons: [String]
        var fields: [Field]
        var origin: PlaceJSON?
    }

    struct Field: Encodable {
        var path: String
        var old: String?
        var new: String?
        var lastApplied: String?
        var drift: Bool
    }

    struct NoticeEntry: Encodable {
        var kind: String
        var address: String
        var subject: String?
        var message: String
        var drift: Bool
        var remedy: String?
        var origin: PlaceJSON?
    }

    init(_ planned: PlannedMesh, source stamp: SourceStamp? = nil) {
        self.init(planned.plan)
        digest = planned.digest
        source = stamp.map { Source(repository: $0.repository, revision: $0.revision) }
        if case .snapshot(let takenAt, let digest, let version)? = planned.basis {
            snapshot = Snapshot(takenAt: takenAt, digest: digest, heddleVersion: version)
        }
    }

    init(_ plan: Plan) {
        mesh = plan.mesh
        environment = plan.environment
        scope = plan.scope.isEverything ? nil : Scope(kinds: plan.scope.kinds, prefixes: plan.scope.prefixes)
        clusters = plan.clusters.map { cluster in
            Cluster(
                name: cluster.cluster, clusterId: cluster.clusterId, state: cluster.failure == nil ? "observed" : "unreachable",
                error: cluster.failure?.message, changes: cluster.changes.map(Entry.init), notices: cluster.notices.map(NoticeEntry.init))
        }
        summary = PlanCounts(plan)
    }
}

extension PlanJSON.Entry {
    init(_ change: Change) {
        self.init(
            address: change.address.description, subject: change.subject, action: change.action.rawValue, risk: change.risk.rawValue,
            needsNaming: change.needsNaming ? true : nil, drift: change.isDrift,
            reasons: change.reasons,
            fields: change.fields.map {
                .init(path: $0.path, old: $0.old, new: $0.new, lastApplied: $0.lastApplied, drift: $0.isDrift)
            },
            origin: change.origin.map(PlaceJSON.init))
    }
}

extension PlanJSON.NoticeEntry {
    init(_ notice: Notice) {
        self.init(
            kind: notice.kind.rawValue, address: notice.address.description, subject: notice.subject, message: notice.message,
            drift: notice.isDrift, remedy: notice.remedy,
            origin: notice.origin.map(PlaceJSON.init))
    }
}

/// What an apply did. The shape is Specs/plan/v1/apply.schema.json.
struct ApplyJSON: Encodable {
    var formatVersion = "1.0"
    var mesh: String
    var results: [Entry]
    var summary: Summary

    struct Entry: Encodable {
        var address: String
        var subject: String?
        var action: String
        /// `done`, `failed`, `unknown` or `not-done`.
        var status: String
        var code: String?
        var message: String?
    }

    struct Summary: Encodable {
        var done = 0
        var failed = 0
        var unknown = 0
        var notDone = 0
    }

    init(mesh: String, report: ApplyReport) {
        self.mesh = mesh
        results = report.results.map(Entry.init)
        summary = Summary()
        for entry in results {
            switch entry.status {
            case "done": summary.done += 1
            case "failed": summary.failed += 1
            case "unknown": summary.unknown += 1
            default: summary.notDone += 1
            }
        }
    }
}

extension ApplyJSON.Entry {
    init(_ result: ChangeResult) {
        self.init(
            address: result.change.address.description, subject: result.change.subject, action: result.change.action.rawValue, status: "")
        switch result.status {
        case .done: status = "done"
        case .failed(let failure): (status, code, message) = ("failed", failure.code, failure.message)
        case .unknown(let failure): (status, code, message) = ("unknown", failure.code, failure.message)
        case .notDone(let reason): (status, message) = ("not-done", reason)
        }
    }
}

/// JSON with keys in a stable order.
func renderJSON(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}
