import ContractCompatibility
import ContractModel
import Determinism
import Diagnostics

/// The way from one contract to its verdict.
struct ContractJudge {
    let contract: CheckedContract
    let history: ContractHistory
    /// What was found together with other contracts, by the version's label; what is not there is still to be judged.
    let ready: [String: Judgement]
    /// Its own, and those of the contracts that refer to it.
    let uses: [TopicUse]
    private(set) var verdict: ContractVerdict
    private(set) var findings: [CheckFinding] = []
    private(set) var problems: [Diagnostic] = []
    private var exceptions: ExceptionBook
    private var isUnreadable = false

    init(_ contract: CheckedContract, _ history: ContractHistory, ready: [String: Judgement], uses: [TopicUse], today: CalendarDate) {
        self.contract = contract
        self.history = history
        self.ready = ready
        self.uses = uses
        exceptions = ExceptionBook(contract.exceptions, today: today)
        verdict = ContractVerdict(
            name: contract.name, owner: contract.owner, format: contract.format, mode: contract.mode,
            level: contract.format == .protobuf ? contract.level : nil, state: .compatible, uses: contract.uses, source: contract.text.file)
    }

    mutating func run() {
        if history.versions.isEmpty && history.replaced.isEmpty {
            noteUnreadable(ready[""]?.unreadableNow ?? errorsOfReading(contract))
            finish(otherwise: .new, wasJudged: false)
        } else if contract.mode == .none {
            noteUnreadable(ready[""]?.unreadableNow ?? errorsOfReading(contract))
            finish(otherwise: .notChecked, wasJudged: false)
        } else {
            for (version, isLast) in versionsToAsk where !isUnreadable { ask(version, isLast: isLast) }
            finish(otherwise: .compatible, wasJudged: true)
        }
    }

    /// The last one, those whose place this contract takes, and where the mode is transitive all before.
    private var versionsToAsk: [(version: ContractVersion, isLast: Bool)] {
        let last = history.versions.last.map { [(version: $0, isLast: true)] } ?? []
        let replaced = history.replaced.map { (version: $0, isLast: true) }
        guard contract.mode.isTransitive else { return last + replaced }
        return last + replaced + history.versions.dropLast().reversed().map { (version: $0, isLast: false) }
    }

    private mutating func ask(_ version: ContractVersion, isLast: Bool) {
        if version.isSame(as: contract) {
            verdict.versions.append(.init(label: version.label, state: .unchanged))
            return
        }
        let judgement = ready[version.label] ?? judge(contract, against: version)
        noteUnreadable(judgement.unreadableNow)
        guard !isUnreadable else { return }
        guard judgement.unreadableThen.isEmpty else { return noteUnreadable(version, judgement.unreadableThen, isLast: isLast) }
        if isLast, verdict.rollout == nil { verdict.rollout = planRollout(judgement.findings, contract.mode, uses: uses) }
        var state = ContractVerdict.State.compatible
        for finding in judgement.findings where contract.mode.asks(about: finding.victim) {
            let standing = standing(of: finding.difference)
            switch standing {
            case .breaking: state = .breaking
            case .excepted: if state == .compatible { state = .excepted }
            case .told: break
            }
            add(finding, standing, version)
        }
        verdict.versions.append(.init(label: version.label, state: state))
    }

    private mutating func standing(of difference: Difference) -> CheckFinding.Standing {
        guard difference.isBreaking else { return .told }
        return exceptions.cover(rule: difference.rule, path: difference.path).map { .excepted($0) } ?? .breaking
    }

    private mutating func add(_ finding: DirectedDifference, _ standing: CheckFinding.Standing, _ version: ContractVersion) {
        let difference = finding.difference
        findings.append(
            CheckFinding(
                rule: difference.rule, message: difference.message, standing: standing, oldRange: difference.oldRange,
                newRange: difference.newRange,
                occurrences: [
                    .init(contract: contract.name, path: difference.path, version: version.label, victim: finding.victim)
                ]))
    }

    private mutating func noteUnreadable(_ errors: [Diagnostic]) {
        guard !errors.isEmpty else { return }
        isUnreadable = true
        problems += errors
    }

    /// What cannot be read cannot be shown to be compatible. But a text of long ago that nobody could read was never in use.
    private mutating func noteUnreadable(_ version: ContractVersion, _ errors: [Diagnostic], isLast: Bool) {
        let code = CheckCode.earlierVersionUnreadable.rawValue
        let exception = isLast ? exceptions.cover(rule: code, path: "") : nil
        verdict.versions.append(.init(label: version.label, state: exception == nil ? .unreadable : .excepted))
        problems.append(
            Diagnostic(
                isLast && exception == nil ? .error : .warning, code: code,
                "'\(contract.name)' as it was in \(version.label) cannot be read, so nobody can tell whether the change is compatible",
                at: start(of: contract.text.file),
                notes: errors.prefix(3).map { ($0.range.map { $0.location + ": " } ?? "") + $0.message }
                    + (exception.map { ["excepted until \($0.expires): \($0.reason)"] } ?? []),
                suggestion: isLast && exception == nil
                    ? "where the earlier text was never in use, let an exception with the rule '\(code)' say so" : nil))
    }

    private mutating func finish(otherwise: ContractVerdict.State, wasJudged: Bool) {
        let states = verdict.versions.map(\.state)
        verdict.state =
            if isUnreadable {
                .unreadable
            } else if states.contains(.breaking) {
                .breaking
            } else if problems.contains(where: { $0.severity == .error }) {
                .unreadable
            } else if states.contains(.excepted) {
                .excepted
            } else {
                otherwise
            }
        problems += exceptions.problems(of: contract.name, wasJudged: wasJudged && !isUnreadable)
    }
}
