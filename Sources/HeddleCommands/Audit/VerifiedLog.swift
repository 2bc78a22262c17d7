import AuditTrail
import PlanFiles

/// What came of one cluster's log.
struct VerifiedLog: Sendable {
    var cluster: String
    var verdict: AuditVerdict
    /// By a controller, in the cluster itself.
    var noted: AuditStatement?

    func text(_ paint: Paint) -> String {
        let isBroken = !verdict.isWhole
        var lines = ["\(paint.bold("cluster \(cluster)"))  \(isBroken ? paint.red("broken") : verdict.events == 0 ? "empty" : paint.green("whole"))"]
        if verdict.events > 0 {
            lines[0] += ": \(verdict.events) event\(verdict.events == 1 ? "" : "s"), offsets \(verdict.start) to \(verdict.end - 1)"
        }
        if let breach = verdict.breach { lines.append("  \(paint.red("x")) \(breach.message)") }
        switch verdict.anchor {
        case .beginning: break
        case .statement(let statement, let by):
            lines.append("  verified from offset \(statement.offset) on, by the word of event \(by): what was before offset \(verdict.start) was removed, by retention or by hand")
        case .none:
            if verdict.events > 0 { lines.append("  nothing can be verified: no event that is left says anything of those that are left") }
        }
        for comparison in verdict.comparisons { lines.append("  " + line(comparison, paint)) }
        if verdict.uncoveredEvents > 0, !isBroken {
            let which = verdict.uncoveredEvents == 1 ? "the last event is" : "the last \(verdict.uncoveredEvents) events are"
            lines.append("  \(which) not yet covered by a later event")
        }
        if !verdict.strangers.isEmpty {
            let shown = verdict.strangers.prefix(10).map(String.init).joined(separator: ", ") + (verdict.strangers.count > 10 ? "…" : "")
            let which = verdict.strangers.count == 1 ? "one record is" : "\(verdict.strangers.count) records are"
            lines.append("  \(paint.yellow("?")) \(which) not Heddle's: at offset \(shown)")
        }
        if let head = verdict.head, verdict.events > 0, !isBroken { lines.append("  head \(head)") }
        return lines.joined(separator: "\n")
    }

    private func line(_ comparison: AuditVerdict.HeadComparison, _ paint: Paint) -> String {
        let by = comparison.head == noted ? "the head that a controller noted" : "the head"
        let head = "\(by) at offset \(comparison.head.offset)"
        return switch comparison.outcome {
        case .same: "\(paint.green("✓")) as \(head) says"
        case .different: "\(paint.red("x")) \(head) is another: the log before it was written anew"
        case .cutOff: "\(paint.red("x")) \(head) lies beyond the end of the log, offset \(verdict.end): events were cut off"
        case .tooOld: "\(paint.yellow("?")) \(head) cannot be compared: what it speaks of was removed"
        }
    }

    /// The shape is Specs/audit/v1/audit-log-verify.schema.json; it changes only by adding.
    var json: JSONValue {
        .record(
            ("name", .string(cluster)), ("whole", .bool(verdict.isWhole)), ("events", .number(verdict.events)), ("start", .number(verdict.start)),
            ("end", .number(verdict.end)), ("verifiedFrom", verifiedFrom.json), ("covered", .number(verdict.covered)),
            ("uncoveredEvents", .number(verdict.uncoveredEvents)), ("head", verdict.head.json { .string($0.description) }),
            ("breach", verdict.breach.json(\.json)), ("strangers", .array(verdict.strangers.map { .number($0) })),
            ("heads", .array(verdict.comparisons.map { comparison in
                .record(("head", .string(comparison.head.description)), ("outcome", .string(comparison.outcome.word)), ("noted", .bool(comparison.head == noted)))
            })))
    }

    private var verifiedFrom: Int64? {
        switch verdict.anchor {
        case .beginning: 0
        case .statement(let statement, _): statement.offset
        case .none: nil
        }
    }
}

extension AuditVerdict.Comparison {
    fileprivate var word: String {
        switch self {
        case .same: "same"
        case .different: "different"
        case .cutOff: "cut-off"
        case .tooOld: "too-old"
        }
    }
}

extension AuditVerdict.Breach {
    fileprivate var json: JSONValue {
        .record(
            ("from", .number(from)), ("until", .number(until)), ("witness", .number(witness)), ("missing", .array(missing.map { .number($0) })),
            ("suspects", .array(suspects.map { .number($0) })), ("message", .string(message)))
    }
}
