import LocatedJSON
import MeshModel

extension ObservedSubject {
    var json: JSONValue {
        .record(
            ("latestVersion", .number(latestVersion)), ("id", .number(id)), ("format", (format?.rawValue).json), ("schema", .string(schema)),
            ("references", references.isEmpty ? nil : .array(references.map(\.json))), ("compatibility", (compatibility?.rawValue).json),
            ("versions", .array(versions.map { .number($0) })), ("history", history.json(\.json)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "latestVersion", "id", "format", "schema", "references", "compatibility", "versions", "history")
        self.init(
            latestVersion: try record.number("latestVersion"), id: try record.number("id"), format: try record.optionalWord("format"),
            schema: try record.string("schema"), references: try record.optional("references")?.elements(ObservedReference.init) ?? [],
            compatibility: try record.optionalWord("compatibility"),
            versions: try record.required("versions").elements { node throws(FileProblem) in try node.whole(in: 0...Int.mostExact) },
            history: try record.read("history", SubjectHistory.init))
    }
}

extension ObservedReference {
    var json: JSONValue { .record(("name", .string(name)), ("subject", .string(subject)), ("version", .number(version))) }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "name", "subject", "version")
        self.init(name: try record.string("name"), subject: try record.string("subject"), version: try record.number("version", in: -1...Int.mostExact))
    }
}

extension SubjectHistory {
    var json: JSONValue {
        .record(("versions", .array(versions.map(\.json))), ("declaredVersion", declaredVersion.json))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "versions", "declaredVersion")
        self.init(
            versions: try record.required("versions").elements(SubjectHistory.Version.init),
            declaredVersion: try record.optionalNumber("declaredVersion"))
    }
}

extension SubjectHistory.Version {
    var json: JSONValue {
        .record(
            ("version", .number(version)), ("format", (format?.rawValue).json), ("schema", .string(schema)),
            ("referenced", referenced.isEmpty ? nil : .map(referenced) { .string($0) }))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "version", "format", "schema", "referenced")
        self.init(
            version: try record.number("version"), format: try record.optionalWord("format"), schema: try record.string("schema"),
            referenced: try record.optional("referenced")?.map { node throws(FileProblem) in try node.text() } ?? [:])
    }
}
