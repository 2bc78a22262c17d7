import Determinism
import EngineInterface
import MeshModel
import PlanFiles

extension AuditEvent {
    /// As it is archived: a CloudEvent (1.0) in the structured mode of its Kafka binding, so that key, value and content type are all
    /// there is, whoever copies it. Its data is an API Activity of the Open Cybersecurity Schema Framework (OCSF 1.0, class 6003),
    /// and what that has no place for stands under `unmapped`, as it asks.
    ///
    /// - Parameters:
    ///   - id: no other event's.
    ///   - statement: of the log before it.
    ///   - version: of Heddle.
    package func logRecord(id: String, after statement: AuditStatement, version: String) -> MeshLogRecord {
        let envelope = JSONValue.record(
            ("specversion", .string("1.0")), ("id", .string(id)), ("source", .string(uri)), ("type", .string(Self.typePrefix + kind.rawValue)),
            ("subject", changes.count == 1 ? changes.first.map { .string($0.address.description) } : nil), ("time", .time(time)),
            ("datacontenttype", .string("application/json")), ("heddleoffset", .string(String(statement.offset))),
            ("heddlechain", .string(statement.hexadecimal)), ("data", activity(version: version)))
        return MeshLogRecord(key: id, value: envelope.compactText, headers: [.init("content-type", Array(Self.contentType.utf8))])
    }

    package static let typePrefix = "dev.heddle."
    package static let contentType = "application/cloudevents+json; charset=UTF-8"

    /// `/heddle/MESH/CLUSTER`: who tells, as an RFC 3986 path.
    private var uri: String { (["", "heddle", mesh] + (cluster.map { [$0] } ?? [])).map(percentEncoded).joined(separator: "/") }

    private func activity(version: String) -> JSONValue {
        let activity = Activity(self)
        return .record(
            ("class_uid", .number(6003)), ("class_name", .string("API Activity")), ("category_uid", .number(6)),
            ("category_name", .string("Application Activity")), ("activity_id", .number(activity.id)), ("activity_name", .string(activity.name)),
            ("type_uid", .number(600_300 + activity.id)), ("time", .number(time.millisecondsSinceEpoch)), ("severity_id", .number(activity.severity)),
            ("status_id", .number(activity.status)), ("message", .string(message)),
            ("metadata", .record(
                ("version", .string("1.0.0")),
                ("product", .record(("name", .string("Heddle")), ("vendor_name", .string("Heddle")), ("version", .string(version)))))),
            ("actor", .record(("user", .record(("name", .string(actor)))))),
            ("api", .record(("operation", .string(kind.rawValue)), ("service", .record(("name", .string("heddle")))))),
            ("src_endpoint", .record(("name", .string(actor)))),
            ("resources", changes.isEmpty ? nil : .array(changes.map(\.resource))),
            ("unmapped", .record(
                ("mesh", .string(mesh)), ("cluster", cluster.json), ("source", source.json(\.json)), ("plan", plan.json), ("run", run.json),
                ("changes", changes.isEmpty ? nil : .array(changes.map(\.json))))))
    }
}

/// What OCSF calls it, in the numbers of its class 6003.
private struct Activity {
    var id = 99
    var name: String
    /// 1 informational, 2 low, 3 medium.
    var severity = 1
    /// 1 success, 2 failure, 99 other.
    var status = 1

    init(_ event: AuditEvent) {
        name = event.kind.rawValue
        switch event.kind {
        case .applied:
            let actions = Set(event.changes.map(\.action))
            (id, name) = actions == ["create"] ? (1, "Create") : actions == ["delete"] ? (4, "Delete") : (3, "Update")
            let outcomes = Set(event.changes.map(\.outcome))
            if outcomes.contains("failed") || outcomes.contains("unknown") || outcomes.contains("not-done") { (status, severity) = (2, 3) }
        case .refused, .revisionRefused: (status, severity) = (2, 3)
        case .drifted: (status, severity) = (99, 3)
        case .pending, .leadershipLost: (status, severity) = (99, 2)
        case .grantExpired: (id, name) = (4, "Delete")
        case .revisionAccepted, .planned, .approved, .suspended, .resumed, .leadershipTaken: break
        }
    }
}

extension AuditEvent.Change {
    fileprivate var resource: JSONValue { .record(("type", .string(address.kind.rawValue)), ("name", .string(address.description))) }

    fileprivate var json: JSONValue {
        .record(
            ("address", .string(address.description)), ("action", .string(action)), ("risk", risk.json), ("outcome", outcome.json),
            ("detail", detail.json))
    }
}
