import ContractCompatibility
import ContractModel
import Determinism
import Diagnostics

/// A breaking finding, and the two versions in which somebody may look for a payload that shows it.
package struct CounterExampleQuestion: Sendable {
    package var finding: CheckFinding
    package var victim: Difference.Victim
    package var contract: CheckedContract
    package var version: ContractVersion
}

/// Judges contracts as they are meant to be against what was there, each as its mode demands.
///
/// What is byte by byte the same, references included, costs no more than that look. Everything else is judged even where
/// the contract's own text is the same and only what it refers to has changed.
///
///     checkContracts(head, against: ["order": ContractHistory([ContractVersion(label: "main", …)])], today: today).passes
///
/// - Parameters:
///   - histories: by contract; none: the contract is new, and need only be readable.
///   - removed: what is in an earlier version and no longer here.
///   - counterExample: looks for a payload; asked for at most `maximumExamples` breaking findings.
package func checkContracts(
    _ head: [CheckedContract], against histories: [String: ContractHistory], removed: [RemovedContract] = [],
    today: CalendarDate, counterExample: (CounterExampleQuestion) -> CounterExample? = { _ in nil }, maximumExamples: Int = 50
) -> CheckReport {
    var report = CheckReport()
    let contracts = head.sorted { $0.name < $1.name }
    let changed = contracts.filter { isChanged($0, histories[$0.name]) }
    let changedNames = Set(changed.map(\.name))
    let ready = judgeProtobufTogether(changed, histories)

    let referrers = referrers(among: contracts)
    var findings: [CheckFinding] = []
    for contract in contracts {
        let history = histories[contract.name] ?? ContractHistory()
        report.problems += weakenings(of: contract, since: history.versions.last)
        guard changedNames.contains(contract.name) else {
            report.contracts.append(unchanged(contract, history))
            report.problems += ExceptionBook(contract.exceptions, today: today).problems(of: contract.name, wasJudged: false)
            continue
        }
        let uses = distinct(contract.uses + (referrers[contract.text.file.path] ?? []).flatMap(\.uses))
        var judge = ContractJudge(contract, history, ready: ready[contract.name] ?? [:], uses: uses, today: today)
        judge.run()
        report.contracts.append(judge.verdict)
        report.problems += judge.problems
        findings += mergeVersions(judge.findings)
    }
    let byName = Dictionary(changed.map { ($0.name, $0) }) { first, _ in first }
    findings = mergeContracts(findings) { name, place in byName[name]?.text.file.path == place.file.path }
    for index in findings.indices { findings[index].affected = affected(by: findings[index], byName) }
    report.findings = inReadingOrder(findings)
    report.removed = removed.filter { $0.mode != .none }.sorted { $0.name < $1.name }
    report.problems = distinct(report.problems)
    addExamples(to: &report, byName, histories, counterExample, atMost: maximumExamples)
    return report
}

/// Whether there is anything to judge. What came before decides it alone: how far back a mode looks does not matter for a
/// contract that was the same in the last version.
package func isChanged(_ contract: CheckedContract, _ history: ContractHistory?) -> Bool {
    guard let history, let last = history.versions.last, history.replaced.isEmpty else { return true }
    return !last.isSame(as: contract)
}

private func unchanged(_ contract: CheckedContract, _ history: ContractHistory) -> ContractVerdict {
    ContractVerdict(
        name: contract.name, owner: contract.owner, format: contract.format, mode: contract.mode,
        level: contract.format == .protobuf ? contract.level : nil, state: .unchanged,
        versions: history.versions.last.map { [.init(label: $0.label, state: .unchanged)] } ?? [], uses: contract.uses,
        source: contract.text.file)
}

/// By the path of a schema: the contracts that refer to it.
private func referrers(among contracts: [CheckedContract]) -> [String: [CheckedContract]] {
    var referrers: [String: [CheckedContract]] = [:]
    for contract in contracts {
        for path in Set(contract.text.references.values.map(\.path)) { referrers[path, default: []].append(contract) }
    }
    return referrers
}

private func affected(by finding: CheckFinding, _ contracts: [String: CheckedContract]) -> [AffectedApplication] {
    var found: [AffectedApplication] = []
    for victim in finding.victims {
        let names = distinct(finding.occurrences.filter { $0.victim == victim }.map(\.contract))
        for use in names.flatMap({ contracts[$0]?.uses ?? [] }) where use.role == .consumes {
            guard let application = use.application else { continue }
            found.append(
                AffectedApplication(application: application, owner: use.owner, topic: use.topic, side: use.side, victim: victim))
        }
    }
    return distinct(found)
}

/// By contract; what stops the change before what was agreed upon and what is only told; then by place.
private func inReadingOrder(_ findings: [CheckFinding]) -> [CheckFinding] {
    func rank(_ finding: CheckFinding) -> Int {
        switch finding.standing {
        case .breaking: 0
        case .excepted: 1
        case .told: 2
        }
    }
    func key(_ finding: CheckFinding) -> (String, Int, UInt32, String, String, String) {
        (
            finding.contract, rank(finding), (finding.newRange ?? finding.oldRange)?.start.offset ?? 0, finding.rule, finding.path,
            finding.message
        )
    }
    return findings.sorted { key($0) < key($1) }
}

private func addExamples(
    to report: inout CheckReport, _ contracts: [String: CheckedContract], _ histories: [String: ContractHistory],
    _ counterExample: (CounterExampleQuestion) -> CounterExample?, atMost limit: Int
) {
    for index in report.findings.indices.filter({ report.findings[$0].isBreaking }).prefix(limit) {
        let finding = report.findings[index]
        let first = finding.occurrences[0]
        guard let contract = contracts[first.contract], let history = histories[first.contract],
            let version = (history.versions.reversed() + history.replaced).first(where: { $0.label == first.version })
        else { continue }
        report.findings[index].counterExample = counterExample(
            CounterExampleQuestion(finding: finding, victim: first.victim, contract: contract, version: version))
    }
}
