import KafkaWire

/// A record that is not as its topic asks.
struct BadRecord: Equatable {
    /// Counted from 0 within the batch.
    var index: Int
    /// One sentence without a full stop.
    var message: String
}

/// Goes through the records of one batch and holds them against the topic's rules.
///
/// Null keys and null values are let pass: a record without a key has none to check, and a tombstone deletes.
struct BatchInspection {
    /// The records named in an answer; when there are as many, those after them are not looked at.
    static let mostRefused = 1_000

    private var key: PartInspection?
    private var value: PartInspection?
    /// In the order of the batch; a record with two faults is there once.
    private(set) var refused: [BadRecord] = []
    /// How many records were not as asked, and yet let pass; and the first of them.
    private(set) var warnedCount = 0
    private(set) var firstWarned: BadRecord?

    init(_ rules: TopicValidation, topic: String) {
        key = rules.key.map { PartInspection(part: .key, rule: $0, topic: topic) }
        value = rules.value.map { PartInspection(part: .value, rule: $0, topic: topic) }
    }

    mutating func look(at record: RecordView, _ index: Int, _ directory: inout any SchemaDirectory) {
        guard refused.count < Self.mostRefused else { return }
        var faults: [String] = []
        var isRefused = false
        func note(_ fault: String?, _ mode: ValidationMode?) {
            guard let fault, let mode else { return }
            // What makes the answer an error is told first.
            if mode.refuses, !isRefused { faults.insert(fault, at: 0) } else { faults.append(fault) }
            isRefused = isRefused || mode.refuses
        }
        if let payload = record.key { note(key?.fault(in: payload, of: record, &directory), key?.rule.mode) }
        if let payload = record.value { note(value?.fault(in: payload, of: record, &directory), value?.rule.mode) }
        guard !faults.isEmpty else { return }
        let bad = BadRecord(index: index, message: faults.joined(separator: "; "))
        if isRefused {
            refused.append(bad)
        } else {
            warnedCount += 1
            firstWarned = firstWarned ?? bad
        }
    }
}

/// The same for one side of the records.
private struct PartInspection {
    let part: RecordPart
    let rule: PartRule
    let subjects: [String]
    /// The schema that was found right last: mostly a batch has only one.
    private var lastRight: SchemaReference?

    init(part: RecordPart, rule: PartRule, topic: String) {
        self.part = part
        self.rule = rule
        subjects = rule.subjects.isEmpty ? ["\(topic)-\(part.rawValue)"] : rule.subjects
    }

    mutating func fault(
        in payload: UnsafeRawBufferPointer, of record: RecordView, _ directory: inout any SchemaDirectory
    ) -> String? {
        let framed: FramedPayload
        do {
            framed = try FramedPayload(payload, of: part, in: record)
        } catch {
            return "the \(part.rawValue) \(error.message); expected \(expectation)"
        }
        if framed.schema != lastRight {
            guard let registered = directory.subjects(of: framed.schema) else {
                return "the \(part.rawValue) names schema \(framed.schema), which is not registered; expected \(expectation)"
            }
            guard subjects.contains(where: registered.contains) else {
                let found = registered.isEmpty ? "no subject" : Self.list(registered.sorted())
                return "the \(part.rawValue) names schema \(framed.schema), which is registered under \(found);"
                    + " expected \(expectation)"
            }
            lastRight = framed.schema
        }
        guard rule.mode.readsPayload, let problem = directory.problem(in: framed) else { return nil }
        return "the \(part.rawValue) is not what its schema \(framed.schema) says: \(problem)"
    }

    private var expectation: String { "a schema of \(Self.list(subjects))" }

    private static func list(_ subjects: [String]) -> String {
        let shown = subjects.prefix(3).map(\.quotedForMessage).joined(separator: ", ")
        let more = subjects.count > 3 ? " and \(subjects.count - 3) more" : ""
        return (subjects.count == 1 ? "subject " : "subjects ") + shown + more
    }
}
