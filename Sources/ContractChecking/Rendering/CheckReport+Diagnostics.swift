import ContractCompatibility
import Diagnostics

extension CheckReport {
    /// Everything that was found, for the renderers of diagnostics: what breaks are errors, what was agreed upon or is only told
    /// are notes. Old texts stand beside new ones as secondary places.
    package var diagnostics: [Diagnostic] {
        findings.map(diagnostic) + removed.map(diagnostic) + problems
    }

    private func diagnostic(_ finding: CheckFinding) -> Diagnostic {
        var place = finding.newRange
        var secondary: [Diagnostic.Label] = []
        if let old = finding.oldRange { secondary = [.init("before, in \(finding.versions[0])", at: old)] }
        // Reviewers are shown the file as it is now, even where nothing of the matter is left in it.
        if place == nil { place = self[finding.contract]?.source.map(start) }
        return Diagnostic(
            finding.isBreaking ? .error : .note, code: finding.rule, finding.message, at: place,
            label: finding.newRange == nil ? nil : secondary.isEmpty ? nil : "now", secondary: secondary,
            notes: Self.notes(on: finding)
                + (finding.isBreaking ? self[finding.contract]?.rollout.map { ["roll-out: \($0.summary)"] } ?? [] : []),
            suggestion: finding.isBreaking ? remedy(of: finding.rule) : nil)
    }

    /// Beginning with where it is.
    static func notes(on finding: CheckFinding) -> [String] {
        var notes = ["in the contract '\(finding.contract)'" + (finding.path.isEmpty ? "" : " at \(finding.path)")]
        let others = finding.contracts.dropFirst()
        if !others.isEmpty { notes.append("so it is for those that refer to it: \(listed(Array(others)))") }
        if finding.versions.count > 1 { notes.append("compared with \(listed(finding.versions))") }
        if case .excepted(let exception) = finding.standing {
            notes.append("agreed upon until \(exception.expires): \(exception.reason)")
        }
        guard finding.standing != .told else { return notes }
        for victim in finding.victims {
            notes.append(victim.breaks)
            notes += sentences(on: finding.affected.filter { $0.victim == victim })
        }
        if let example = finding.counterExample { notes.append(example.sentence) }
        return notes
    }

    private func diagnostic(_ removed: RemovedContract) -> Diagnostic {
        let applications = distinct(removed.uses.compactMap { use in use.role == .consumes ? use.application : nil }).sorted()
        return Diagnostic(
            .warning, code: CheckCode.contractRemoved.rawValue, "the contract '\(removed.name)' of \(removed.label) is no longer there",
            secondary: removed.declared.map { [.init("declared here, in \(removed.label)", at: $0)] } ?? [],
            notes: applications.isEmpty ? [] : ["it was read by \(listed(applications))"],
            suggestion: "if it has been renamed, nothing holds the new one to the old one's promises: compare them with "
                + "'heddle contract compare'")
    }
}

extension Difference.Victim {
    package var breaks: String {
        switch self {
        case .newReaders: "breaks readers that have the new version when they meet data of the old one"
        case .oldReaders: "breaks readers that have the old version when they meet data of the new one"
        }
    }
}

extension CounterExample {
    package var sentence: String {
        let (writer, reader) = isWrittenByOld ? ("old", "new") : ("new", "old")
        return "for example, \(writer) writers may write \(payload), which \(reader) readers "
            + (isSilent ? "take for something else" : "refuse") + (refusal.map { ": \($0)" } ?? "")
    }
}

/// Whom it hits, and when: `hits, once they are upgraded: billing (orders.created), shipping (orders.created)`.
private func sentences(on affected: [AffectedApplication]) -> [String] {
    guard let first = affected.first else { return [] }
    let when = first.victim == .newReaders ? "once they are upgraded" : "until they are upgraded"
    let names = distinct(affected.map { "\($0.application) (\($0.topic)\($0.side == .key ? ", key" : ""))" })
    return ["hits, \(when): \(listed(names))"]
}

/// The first paragraph of the rule's page, as one line.
package func remedy(of code: String) -> String? {
    guard let text = DiagnosticCatalogue.page(for: code)?.remedy else { return nil }
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.isEmpty {
            if lines.isEmpty { continue }
            break
        }
        lines.append(line)
    }
    return lines.isEmpty || lines[0].hasPrefix("```") ? nil : lines.joined(separator: " ")
}
