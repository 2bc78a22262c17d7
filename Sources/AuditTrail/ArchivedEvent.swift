import Determinism
import EngineInterface
import LocatedJSON
import MeshModel
import PlanFiles

/// An event as it stands in the audit log.
package struct ArchivedEvent: Sendable, Hashable {
    package var id: String
    /// `dev.heddle.apply.ended`.
    package var type: String
    package var time: Instant
    /// What it says of the log before it; nil where somebody else wrote it, who says nothing.
    package var statement: AuditStatement?
    /// What it tells; nil where its type is none that this Heddle knows.
    package var event: AuditEvent?

    package init(id: String, type: String, time: Instant, statement: AuditStatement?, event: AuditEvent?) {
        self.id = id
        self.type = type
        self.time = time
        self.statement = statement
        self.event = event
    }

    /// - Throws: where it is no CloudEvent in JSON, or one of ours that is damaged. Members that nobody knows are passed over.
    package init(_ record: MeshLogRecord) throws(FileProblem) {
        guard let value = record.value else { throw FileProblem("the record is empty") }
        let envelope = try JSONRecord(open: readJSON(value))
        guard try envelope.string("specversion") == "1.0" else { throw FileProblem(.otherVersion, "this is no CloudEvent of version 1.0") }
        id = try envelope.string("id")
        type = try envelope.string("type")
        time = try envelope.time("time")
        statement = AuditStatement(envelope)
        event = nil
        guard type.hasPrefix(AuditEvent.typePrefix), let kind = AuditEvent.Kind(rawValue: String(type.dropFirst(AuditEvent.typePrefix.count)))
        else { return }
        event = try AuditEvent(kind, at: time, data: envelope.required("data"))
    }

    /// What a record says of the log before it, and nothing else of it: enough to verify a chain.
    package static func statement(of record: MeshLogRecord) -> AuditStatement? {
        guard let value = record.value, let node = try? readJSON(value), let envelope = try? JSONRecord(open: node) else { return nil }
        return AuditStatement(envelope)
    }
}

extension AuditStatement {
    fileprivate init?(_ envelope: JSONRecord) {
        guard let text = envelope.optional("heddleoffset")?.string, let offset = Int64(text), String(offset) == text,
            let digest = envelope.optional("heddlechain")?.string
        else { return nil }
        self.init(offset: offset, hexadecimal: digest)
    }
}

extension AuditEvent {
    fileprivate init(_ kind: Kind, at time: Instant, data: JSONNode) throws(FileProblem) {
        let activity = try JSONRecord(open: data)
        let user = try JSONRecord(open: JSONRecord(open: activity.required("actor")).required("user"))
        let ours = try JSONRecord(open: activity.required("unmapped"))
        self.init(
            kind, at: time, mesh: try ours.string("mesh"), cluster: try ours.optionalString("cluster"), actor: try user.string("name"),
            source: try ours.read("source", SourceStamp.init), plan: try ours.optionalString("plan"), run: try ours.optionalNumber("run"),
            message: try activity.string("message"), changes: try ours.optional("changes")?.elements(Change.init) ?? [])
    }
}

extension AuditEvent.Change {
    fileprivate init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(open: node)
        self.init(
            address: try ResourceAddress(record.required("address")), action: try record.string("action"), risk: try record.optionalString("risk"),
            outcome: try record.optionalString("outcome"), detail: try record.optionalString("detail"))
    }
}
