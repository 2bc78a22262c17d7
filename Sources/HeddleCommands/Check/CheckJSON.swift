import ContractChecking
import ContractCompatibility
import Diagnostics

/// The report of `heddle check` as machines read it. The shape is Specs/check/v1/check.schema.json; it changes only by adding.
struct CheckJSON: Encodable {
    var formatVersion = "1.0"
    var passes: Bool
    var against: String
    var contracts: [Contract]
    var findings: [Finding]
    var removed: [Removed]
    var problems: [Problem]
    var summary: Summary

    struct Contract: Encodable {
        var name: String
        var owner: String?
        var format: String
        var compatibility: String
        var level: String?
        var verdict: String
        var versions: [Version]
        var rollout: RolloutEntry?
        var uses: [Use]
    }

    struct Version: Encodable {
        var label: String
        var verdict: String
    }

    struct RolloutEntry: Encodable {
        var order: String
        var steps: [String]
        var producers: [String]
        var consumers: [String]
        var reasons: [Reason]
    }

    struct Reason: Encodable {
        var breaks: String
        var rule: String
        var path: String
        var message: String
    }

    struct Use: Encodable {
        var topic: String
        var side: String
        var application: String?
        var role: String?
        var owner: String?
    }

    struct Finding: Encodable {
        var rule: String
        var message: String
        /// `breaking`, `excepted` or `told`.
        var standing: String
        var breaks: [String]
        var contract: String
        var path: String
        var contracts: [String]
        var versions: [String]
        var old: Place?
        var new: Place?
        var affected: [Affected]
        var counterExample: Example?
        var exception: Exception?
        var remedy: String?
    }

    struct Affected: Encodable {
        var application: String
        var owner: String?
        var topic: String
        var side: String
        var breaks: String
    }

    struct Example: Encodable {
        var payload: String
        var writtenBy: String
        var refusal: String?
    }

    struct Exception: Encodable {
        var reason: String
        var expires: String
    }

    struct Removed: Encodable {
        var name: String
        var version: String
        var consumers: [String]
    }

    struct Problem: Encodable {
        var code: String
        var severity: String
        var message: String
        var place: Place?
        var notes: [String]
        var suggestion: String?
    }

    /// Lines and columns count from 1, columns in Unicode scalars; ends are exclusive.
    struct Place: Encodable {
        var file: String
        var line: Int
        var column: Int
        var endLine: Int
        var endColumn: Int

        init(_ range: SourceRange) {
            file = range.file.path
            line = Int(range.start.line)
            column = Int(range.start.column)
            endLine = Int(range.end.line)
            endColumn = Int(range.end.column)
        }
    }

    struct Summary: Encodable {
        var changed: Int
        var unchanged: Int
        var breaking: Int
        var excepted: Int
    }
}

extension CheckJSON {
    init(_ report: CheckReport) {
        passes = report.passes
        against = report.against
        contracts = report.contracts.map(Contract.init)
        findings = report.findings.map(Finding.init)
        removed = report.removed.map { removed in
            let consumers = removed.uses.compactMap { $0.role == .consumes ? $0.application : nil }
            return Removed(name: removed.name, version: removed.label, consumers: Set(consumers).sorted())
        }
        problems = report.problems.map {
            Problem(
                code: $0.code, severity: $0.severity.rawValue, message: $0.message, place: $0.range.map(Place.init), notes: $0.notes,
                suggestion: $0.suggestion)
        }
        let unchanged = report.contracts.count { $0.state == .unchanged }
        summary = Summary(
            changed: report.contracts.count - unchanged, unchanged: unchanged, breaking: report.findings.count(where: \.isBreaking),
            excepted: report.findings.count { if case .excepted = $0.standing { true } else { false } })
    }
}

extension CheckJSON.Contract {
    init(_ verdict: ContractVerdict) {
        self.init(
            name: verdict.name, owner: verdict.owner, format: verdict.format.rawValue, compatibility: verdict.mode.rawValue,
            level: verdict.level?.rawValue, verdict: verdict.state.rawValue,
            versions: verdict.versions.map { .init(label: $0.label, verdict: $0.state.rawValue) },
            rollout: verdict.rollout.map { rollout in
                .init(
                    order: rollout.order.rawValue, steps: rollout.steps, producers: rollout.producers, consumers: rollout.consumers,
                    reasons: rollout.reasons.map {
                        .init(breaks: $0.victim.rawValue, rule: $0.rule, path: $0.path, message: $0.message)
                    })
            },
            uses: verdict.uses.map {
                .init(
                    topic: $0.topic, side: $0.side.rawValue, application: $0.application, role: $0.role?.rawValue, owner: $0.owner)
            })
    }
}

extension CheckJSON.Finding {
    init(_ finding: CheckFinding) {
        var standing = "told"
        var exception: CheckJSON.Exception?
        switch finding.standing {
        case .breaking: standing = "breaking"
        case .excepted(let agreed):
            standing = "excepted"
            exception = .init(reason: agreed.reason, expires: agreed.expires.description)
        case .told: break
        }
        self.init(
            rule: finding.rule, message: finding.message, standing: standing, breaks: finding.victims.map(\.rawValue),
            contract: finding.contract, path: finding.path, contracts: finding.contracts, versions: finding.versions,
            old: finding.oldRange.map(CheckJSON.Place.init), new: finding.newRange.map(CheckJSON.Place.init),
            affected: finding.affected.map {
                .init(application: $0.application, owner: $0.owner, topic: $0.topic, side: $0.side.rawValue, breaks: $0.victim.rawValue)
            },
            counterExample: finding.counterExample.map {
                .init(payload: $0.payload, writtenBy: $0.isWrittenByOld ? "old" : "new", refusal: $0.refusal)
            },
            exception: exception, remedy: finding.isBreaking ? ContractChecking.remedy(of: finding.rule) : nil)
    }
}
