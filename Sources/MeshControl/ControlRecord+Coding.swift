import EngineInterface
import LocatedJSON
import MeshModel
import PlanFiles

/// Of what stands in records; raised where an older Heddle would read the new wrongly, and not where something is added.
let controlRecordVersion = 1

extension ControlRecord {
    package var key: ControlKey {
        switch self {
        case .cluster(let status): .cluster(status.cluster)
        case .clusterGone(let name): .cluster(name)
        case .resource(let status, _): .resource(status.address)
        case .resourceGone(let address): .resource(address)
        case .approval(let approval): .approval(plan: approval.plan)
        case .approvalSpent(let plan): .approval(plan: plan)
        case .suspension(let suspension): .suspension(suspension.address)
        case .resumption(let address): .suspension(address)
        case .auditHead: .auditHead
        }
    }

    /// As it is written to the control log. The shapes are told in docs/reference/control-log.md.
    package var logRecord: MeshLogRecord { MeshLogRecord(key: key.text, value: body.map { record($0).compactText }) }

    private func record(_ body: JSONValue) -> JSONValue {
        guard case .object(let members) = body else { return body }
        return .object([JSONPair("version", .number(controlRecordVersion))] + members)
    }

    private var body: JSONValue? {
        switch self {
        case .cluster(let status): status.json
        case .resource(let status, let epoch): status.json(epoch: epoch)
        case .approval(let approval): approval.json
        case .suspension(let suspension): suspension.json
        case .auditHead(let note): note.json
        case .clusterGone, .resourceGone, .approvalSpent, .resumption: nil
        }
    }
}

extension ControlRecord {
    /// Understands a record of the control log, whoever wrote it.
    package init(_ record: MeshLogRecord) throws(ControlProblem) {
        guard let key = ControlKey(parsing: record.key) else {
            throw ControlProblem(key: record.key, kind: .unknownKey, message: "nothing of this name is known to this Heddle")
        }
        do throws(FileProblem) {
            self = try Self.read(record.value, under: key)
        } catch {
            let kind: ControlProblem.Kind = error.kind == .otherVersion ? .otherVersion : .damaged
            throw ControlProblem(key: record.key, kind: kind, message: error.message)
        }
        guard self.key == key else {
            throw ControlProblem(key: record.key, kind: .damaged, message: "it is about '\(self.key.text)', and its key says otherwise")
        }
    }

    private static func read(_ value: [UInt8]?, under key: ControlKey) throws(FileProblem) -> ControlRecord {
        guard let value else { return try ending(of: key) }
        let node = try readJSON(value)
        guard try JSONRecord(open: node).number("version") == controlRecordVersion else {
            throw FileProblem(.otherVersion, "a newer Heddle wrote it, and this one does not understand it", at: node["version"])
        }
        switch key {
        case .cluster: return .cluster(try ClusterStatus(node))
        case .resource:
            let (status, epoch) = try ResourceStatus.read(node)
            return .resource(status, epoch: epoch)
        case .approval: return .approval(try Approval(node))
        case .suspension: return .suspension(try Suspension(node))
        case .auditHead: return .auditHead(try AuditHeadNote(node))
        }
    }

    private static func ending(of key: ControlKey) throws(FileProblem) -> ControlRecord {
        switch key {
        case .cluster(let name): .clusterGone(name)
        case .resource(let address): .resourceGone(address)
        case .approval(let plan): .approvalSpent(plan: plan)
        case .suspension(let address): .resumption(address)
        case .auditHead: throw FileProblem("a noted head does not end")
        }
    }
}
