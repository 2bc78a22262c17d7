import Determinism
import LocatedJSON
import MeshModel

extension Stewardship {
    var json: JSONValue {
        .record(
            ("mesh", .string(mesh)), ("owner", owner.json), ("deletionProtection", .flag(deletionProtection)), ("source", source.json(\.json)),
            ("deletion", deletion.json(\.json)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "mesh", "owner", "deletionProtection", "source", "deletion")
        self.init(
            mesh: try record.string("mesh"), owner: try record.optionalString("owner"), deletionProtection: try record.flag("deletionProtection"),
            source: try record.read("source", SourceStamp.init), deletion: try record.read("deletion", DeletionPolicy.init))
    }
}

extension SourceStamp {
    package var json: JSONValue { .record(("repository", repository.json), ("revision", revision.json)) }

    package init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "repository", "revision")
        self.init(repository: try record.optionalString("repository"), revision: try record.optionalString("revision"))
    }
}

extension DeletionPolicy {
    /// Milliseconds.
    var json: JSONValue { .record(("drainMs", .number(drain.count)), ("quarantineMs", .number(quarantine.count))) }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "drainMs", "quarantineMs")
        self.init(
            drain: Milliseconds(Int64(try record.number("drainMs", in: -Int.mostExact...Int.mostExact))),
            quarantine: Milliseconds(Int64(try record.number("quarantineMs", in: -Int.mostExact...Int.mostExact))))
    }
}

extension LedgerQuarantine {
    var json: JSONValue {
        .record(
            ("stage", .string(stage.rawValue)), ("sinceMs", .number(since.millisecondsSinceEpoch)),
            ("denials", denials.isEmpty ? nil : .array(denials.map(\.json))))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "stage", "sinceMs", "denials")
        self.init(
            stage: try record.word("stage"),
            since: Instant(millisecondsSinceEpoch: Int64(try record.number("sinceMs", in: -Int.mostExact...Int.mostExact))),
            denials: try record.optional("denials")?.elements(AccessRule.init) ?? [])
    }
}

extension JSONRecord {
    /// nil where it is absent.
    package func read<Value>(_ key: String, _ read: (JSONNode) throws(FileProblem) -> Value) throws(FileProblem) -> Value? {
        guard let value = optional(key) else { return nil }
        return try read(value)
    }
}
