import Determinism
import MeshModel

/// Takes out what the mesh lets be. A suppression that has expired lets nothing be any more, and is told of; so is one that met
/// nothing, which may hide something later.
///
/// - Parameter hasUsage: without a log nothing can be said of suppressions of unused grants; likewise, what is seen only on live
///   clusters cannot be missed where none was read.
func applySuppressions(
    _ suppressions: [AuditSpec.Suppression], to findings: [AccessFinding], hasUsage: Bool, _ scene: AccessScene, today: CalendarDate
) -> (left: [AccessFinding], suppressed: [AccessAudit.Suppressed], own: [AccessFinding]) {
    var left: [AccessFinding] = []
    var suppressed: [AccessAudit.Suppressed] = []
    var met = Set<Int>()
    for finding in findings {
        let fitting = suppressions.indices.filter { suppressions[$0].fits(finding, scene) }
        met.formUnion(fitting)
        if let valid = fitting.first(where: { today <= suppressions[$0].expires.value }) {
            suppressed.append(.init(finding: finding, suppression: suppressions[valid]))
        } else {
            left.append(finding)
        }
    }
    let isWholeLive = !scene.clusters.isEmpty && scene.clusters.allSatisfy(\.isLive)
    var own: [AccessFinding] = []
    for (place, suppression) in suppressions.enumerated() {
        if today > suppression.expires.value {
            own.append(expired(suppression, stillMeets: met.contains(place)))
        } else if !met.contains(place), canBeSeen(suppression.code.value, hasUsage, isWholeLive) {
            own.append(unmatched(suppression))
        }
    }
    return (left, suppressed, own)
}

private func canBeSeen(_ code: AuditCode, _ hasUsage: Bool, _ isLive: Bool) -> Bool {
    switch code {
    case .unusedGrant, .shortEvidence: hasUsage
    case .undeclaredRule, .undeclaredPrincipal: isLive
    default: true
    }
}

extension AuditSpec.Suppression {
    fileprivate func fits(_ finding: AccessFinding, _ scene: AccessScene) -> Bool {
        guard code.value == finding.code else { return false }
        if let resource, !(finding.resource.map { matches(resource.value, $0) } ?? false) { return false }
        guard let principal else { return true }
        guard let own = finding.principal else { return false }
        return matches(principal.value, own) || matches(principal.value, scene.name(of: own))
    }
}

private func expired(_ suppression: AuditSpec.Suppression, stillMeets: Bool) -> AccessFinding {
    AccessFinding(
        .expiredSuppression, stillMeets ? .medium : .low,
        "the suppression of '\(suppression.code.value.rawValue)' by \(suppression.owner.value) expired on \(suppression.expires.value)"
            + (stillMeets ? "" : ", and what it suppressed is gone"),
        principal: suppression.principal?.value, resource: suppression.resource?.value, evidence: [.init("reason", [suppression.reason.value])],
        at: suppression.expires.range ?? suppression.range, document: "Mesh",
        fix: .init(stillMeets ? "mend what it suppressed, or have \(suppression.owner.value) agree to a new day" : "remove it"))
}

private func unmatched(_ suppression: AuditSpec.Suppression) -> AccessFinding {
    AccessFinding(
        .unmatchedSuppression, .low, "the suppression of '\(suppression.code.value.rawValue)' by \(suppression.owner.value) suppresses nothing",
        principal: suppression.principal?.value, resource: suppression.resource?.value, evidence: [.init("reason", [suppression.reason.value])],
        at: suppression.range, document: "Mesh", fix: .init("remove it, so that it hides nothing later"))
}
