import Determinism
import MeshModel

/// How often each grant was used, and when last.
package struct UsageReport: Sendable {
    package struct RuleUse: Sendable, Hashable {
        package var cluster: String
        package var rule: AccessRule
        package var count: Int
        package var last: Instant?
    }

    package var evidence: UsageEvidence
    /// Of every grant, the unused too, by cluster and rule.
    package var rules: [RuleUse]
}

/// Every grant that would have let a request through counts as used by it: which one Kafka happened to find first says nothing.
func usageReport(_ evidence: UsageEvidence, _ scene: AccessScene) -> UsageReport {
    var report = UsageReport(evidence: evidence, rules: [])
    for cluster in scene.clusters {
        var uses = [UsageEvidence.Uses](repeating: .init(), count: cluster.rules.count)
        for (access, seen) in evidence.granted where access.cluster == nil || access.cluster == cluster.name {
            let region = AccessRegion(type: access.type, principal: access.principal, host: access.host, pattern: .literal(access.name))
            let operation = OperationSet(access.operation)
            for place in cluster.index.covering(.literal(access.name), access.type, of: access.principal) {
                let rule = cluster.rules[place].rule
                guard rule.permission == .allow, rule.covers(region), OperationSet(decidedBy: rule).isSuperset(of: operation) else { continue }
                uses[place].count += seen.count
                if let last = seen.last { uses[place].last = max(uses[place].last ?? last, last) }
            }
        }
        for (place, rule) in cluster.rules.enumerated() where rule.rule.permission == .allow {
            report.rules.append(.init(cluster: cluster.name, rule: rule.rule, count: uses[place].count, last: uses[place].last))
        }
    }
    return report
}

/// `2026-03-12 13:51 UTC`
func minuteText(_ instant: Instant) -> String {
    let day = CalendarDate(instant)
    let second = Int(((instant.millisecondsSinceEpoch / 1000) % 86_400 + 86_400) % 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day) \(two(second / 3_600)):\(two(second / 60 % 60)) UTC"
}
