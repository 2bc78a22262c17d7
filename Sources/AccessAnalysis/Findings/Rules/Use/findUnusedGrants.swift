import Determinism
import MeshModel

/// How long a grant must be without use, where nobody says.
package let standardUnusedFor = Milliseconds(30 * 86_400_000)

/// Grants that no request needed, as far as the logs tell. Where they tell too little, that is all that is said.
func findUnusedGrants(_ report: UsageReport, _ scene: AccessScene, unusedFor: Milliseconds?) -> [AccessFinding] {
    let wanted = unusedFor ?? standardUnusedFor
    let evidence = report.evidence
    if let problem = shortcoming(of: evidence, for: wanted) { return [tooShort(problem, evidence, wanted)] }
    guard let last = evidence.last else { return [] }
    let limit = last + .milliseconds(-wanted.count)
    var uses: [String: [AccessRule: UsageReport.RuleUse]] = [:]
    for use in report.rules { uses[use.cluster, default: [:]][use.rule] = use }
    return scene.grants.compactMap { cluster, rule in
        guard let use = uses[cluster.name]?[rule.rule] else { return nil }
        // A use without a date may be of any time.
        if use.count > 0, use.last.map({ $0 >= limit }) ?? true { return nil }
        let since = use.last.map { "since \(minuteText($0))" } ?? "in all of the log"
        return AccessFinding(
            .unusedGrant, .medium, of: rule, on: cluster,
            "'\(rule.rule.principal)' has not used its \(rule.rule.operation.rawValue) on \(rule.rule.resourceWords) \(since)",
            evidence: [.init("window", [window(evidence)]), .init("uses", ["\(use.count)"]), .init("unused for at least", [wanted.description])],
            fix: .init(
                rule.isDerived
                    ? "see whether \(rule.origin?.document ?? "the application") still does what it says, and take it out there"
                    : "take it out, unless it is for what happens seldom (a yearly run, an emergency)"))
    }
}

private func shortcoming(of evidence: UsageEvidence, for wanted: Milliseconds) -> String? {
    if evidence.grantedCount == 0 {
        return evidence.deniedCount > 0
            ? "the log tells of denials only: Kafka logs what it allows at level DEBUG"
            : "the log tells of no request at all"
    }
    guard let first = evidence.first, let last = evidence.last else { return "no line of the log has a date that is understood" }
    if !evidence.isComplete { return "the log tells of more different requests than are kept" }
    let length = last.since(first).wholeMilliseconds
    if length < wanted.count { return "the log covers \(lengthText(length)), which is less than \(wanted)" }
    return nil
}

private func tooShort(_ problem: String, _ evidence: UsageEvidence, _ wanted: Milliseconds) -> AccessFinding {
    AccessFinding(
        .shortEvidence, .info, "the evidence is too short to call a grant unused: \(problem)",
        evidence: [
            .init("window", [window(evidence)]), .init("lines", ["\(evidence.lines)"]), .init("granted", ["\(evidence.grantedCount)"]),
            .init("denied", ["\(evidence.deniedCount)"]), .init("not understood", ["\(evidence.unparsed)"]),
        ],
        fix: .init("give logs of all brokers over at least \(wanted), with kafka.authorizer.logger at DEBUG, or ask for less with --unused-for"))
}

private func window(_ evidence: UsageEvidence) -> String {
    guard let first = evidence.first, let last = evidence.last else { return "no dates" }
    return "\(minuteText(first)) to \(minuteText(last))"
}

private func lengthText(_ milliseconds: Int64) -> String {
    let hours = milliseconds / 3_600_000
    return hours >= 48 ? "\(hours / 24)d" : hours > 0 ? "\(hours)h" : "\(milliseconds / 60_000)m"
}
