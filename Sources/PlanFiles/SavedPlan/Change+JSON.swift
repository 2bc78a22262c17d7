import Diagnostics
import EngineInterface
import LocatedJSON
import MeshModel
import MeshPlanning

extension Change {
    var json: JSONValue {
        .record(
            ("address", .string(address.description)), ("subject", subject.json), ("action", .string(action.rawValue)),
            ("stage", .string(stage.word)), ("order", order == 0 ? nil : .number(order)), ("risk", .string(risk.rawValue)),
            ("needsNaming", .flag(needsNaming)), ("drift", .flag(isDrift)), ("reasons", reasons.isEmpty ? nil : .strings(reasons)),
            ("fields", fields.isEmpty ? nil : .array(fields.map(\.json))), ("origin", origin.json(\.json)),
            ("operations", operations.isEmpty ? nil : .array(operations.map(\.json))), ("intent", intent.json(\.json)), ("outcome", outcome.json),
            ("withdrawal", withdrawal.json(\.json)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(
            node, "address", "subject", "action", "stage", "order", "risk", "needsNaming", "drift", "reasons", "fields", "origin", "operations", "intent", "outcome",
            "withdrawal")
        let stage = try record.required("stage")
        guard let known = Stage(word: try stage.text()) else { throw FileProblem("this stage is not known here", at: stage) }
        self.init(
            address: try ResourceAddress(record.required("address")), subject: try record.optionalString("subject"), action: try record.word("action"),
            stage: known, order: try record.optionalNumber("order") ?? 0, fields: try record.optional("fields")?.elements(FieldChange.init) ?? [],
            isDrift: try record.flag("drift"), risk: try record.word("risk"), needsNaming: try record.flag("needsNaming"), reasons: try record.optionalStrings("reasons") ?? [],
            origin: try record.read("origin", Origin.init), operations: try record.optional("operations")?.elements(EngineOperation.init) ?? [],
            intent: try record.read("intent", LedgerUpdate.init), outcome: try LedgerUpdate(record.required("outcome")),
            withdrawal: try record.read("withdrawal", LedgerUpdate.init))
    }
}

extension Change.Stage {
    /// `register-schemas`.
    var word: String {
        "\(self)".reduce(into: "") { text, letter in text += letter.isUppercase ? "-" + letter.lowercased() : String(letter) }
    }

    init?(word: String) {
        guard let stage = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = stage
    }
}

extension ResourceAddress {
    package init(_ node: JSONNode) throws(FileProblem) {
        let text = try node.text()
        guard let address = ResourceAddress(parsing: text) else { throw FileProblem("'\(excerpt(text))' is not the address of a resource", at: node) }
        self = address
    }
}

extension FieldChange {
    var json: JSONValue {
        .record(("path", .string(path)), ("old", old.json), ("new", new.json), ("lastApplied", lastApplied.json), ("drift", .flag(isDrift)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "path", "old", "new", "lastApplied", "drift")
        self.init(
            try record.string("path"), from: try record.optionalString("old"), to: try record.optionalString("new"),
            lastApplied: try record.optionalString("lastApplied"), isDrift: try record.flag("drift"))
    }
}

extension Origin {
    var json: JSONValue {
        .record(
            ("document", .string(document)), ("file", (range?.file.path).json), ("line", range.map { .number(Int($0.start.line)) }),
            ("column", range.map { .number(Int($0.start.column)) }))
    }

    /// The file's bytes are not kept: the place can be told, not shown.
    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "document", "file", "line", "column")
        var range: SourceRange?
        if let path = try record.optionalString("file") {
            let place = SourcePosition(
                offset: 0, line: try record.number("line", in: 0...Int(UInt32.max)), column: try record.number("column", in: 0...Int(UInt32.max)))
            range = SourceRange(file: SourceFile(path: path, bytes: []), start: place, end: place)
        }
        self.init(document: try record.string("document"), range: range)
    }
}

extension Notice {
    var json: JSONValue {
        .record(
            ("kind", .string(kind.rawValue)), ("address", .string(address.description)), ("subject", subject.json), ("message", .string(message)),
            ("remedy", remedy.json), ("origin", origin.json(\.json)), ("drift", .flag(isDrift)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "kind", "address", "subject", "message", "remedy", "origin", "drift")
        self.init(
            try record.word("kind"), try ResourceAddress(record.required("address")), subject: try record.optionalString("subject"),
            try record.string("message"), remedy: try record.optionalString("remedy"), origin: try record.read("origin", Origin.init),
            isDrift: try record.flag("drift"))
    }
}
