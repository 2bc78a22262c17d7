import Determinism
import MeshModel

/// What an audit found, and what was let be.
package struct AccessAudit: Sendable {
    package var mesh: String
    package var environment: String?
    package var clusters: [Cluster]
    /// The worst first.
    package var findings: [AccessFinding]
    package var suppressed: [Suppressed]
    package var usage: UsageReport?

    package struct Cluster: Sendable, Hashable {
        package var name: String
        package var isLive: Bool
        package var rules: Int
        package var topics: Int
    }

    package struct Suppressed: Sendable {
        package var finding: AccessFinding
        package var suppression: AuditSpec.Suppression
    }

    package func count(_ severity: AuditSeverity) -> Int { findings.count { $0.severity == severity } }

    package func hasFindings(atLeast severity: AuditSeverity) -> Bool { findings.contains { $0.severity >= severity } }
}

/// The rules of the audit, each in a file of its own name.
private let rules: [@Sendable (AccessScene) -> [AccessFinding]] = [
    findAllOperations, findEveryone, findOpenClusters, findPrivilegedFromAnywhere, findBroadPrefixes, findSeveralDomains, findFutureNames,
    findRedundantRules, findInapplicable, findMissingResources,
    findUndeclared, findTopicsWithoutOwner, findIdlePrincipals,
    findHalfGrants, findDescribeDenied,
    findSeparations, findEscalations, findSuperPrincipals,
    findCrossDomainAccess, findCrossDomainFlows, findClassifiedAccess, findClassifiedFlows,
    findFirstRules, findOwnLockouts,
]

/// Asks every rule of the scene, puts alike findings of several clusters together, and lets be what the mesh says is let be.
///
/// - Parameters:
///   - codes: only these; nil: all.
///   - unusedFor: how long a grant must have been without use to be told of; needs `scene.usage`.
package func auditAccess(
    _ scene: AccessScene, codes: Set<AuditCode>? = nil, unusedFor: Milliseconds? = nil, today: CalendarDate
) -> AccessAudit {
    var found = rules.flatMap { $0(scene) }
    var usage: UsageReport?
    if let evidence = scene.usage {
        let report = usageReport(evidence, scene)
        found += findUnusedGrants(report, scene, unusedFor: unusedFor)
        usage = report
    }
    let merged = mergedOverClusters(found)
    let (left, suppressed, own) = applySuppressions(scene.settings.suppressions, to: merged, hasUsage: usage != nil, scene, today: today)
    let wanted = (left + own).filter { codes?.contains($0.code) ?? true }
    return AccessAudit(
        mesh: scene.mesh, environment: scene.environment,
        clusters: scene.clusters.map { .init(name: $0.name, isLive: $0.isLive, rules: $0.rules.count, topics: $0.topics.count) },
        findings: wanted.sorted(by: precedes), suppressed: suppressed.filter { codes?.contains($0.finding.code) ?? true }, usage: usage)
}

/// The same finding on two clusters is one.
private func mergedOverClusters(_ findings: [AccessFinding]) -> [AccessFinding] {
    var places: [AccessFinding: Int] = [:]
    var merged: [AccessFinding] = []
    for finding in findings {
        var key = finding
        key.clusters = []
        if let place = places[key] {
            for cluster in finding.clusters where !merged[place].clusters.contains(cluster) { merged[place].clusters.append(cluster) }
        } else {
            places[key] = merged.count
            merged.append(finding)
        }
    }
    return merged
}

private func precedes(_ left: AccessFinding, _ right: AccessFinding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    let (one, other) = (left.range, right.range)
    if one?.file.path != other?.file.path { return (one?.file.path ?? "") < (other?.file.path ?? "") }
    if let one, let other, one.start != other.start { return one.start < other.start }
    return (left.message, left.clusters.joined(separator: ",")) < (right.message, right.clusters.joined(separator: ","))
}
