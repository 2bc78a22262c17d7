import MeshModel

/// Nothing is denied to super principals, and no rule tells what they may do.
func findSuperPrincipals(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster in
        cluster.superPrincipals.sorted().filter { $0 != cluster.ownPrincipal }.map { principal in
            let applications = scene.principals[principal]?.applications ?? []
            let isAnybody = principal == "User:ANONYMOUS"
            let message =
                isAnybody
                ? "whoever connects without logging in is a super principal"
                : applications.isEmpty
                    ? "'\(principal)' is a super principal: no rule bounds it"
                    : "'\(principal)' is a super principal, and \(quoted(applications)) runs as it"
            let origin = cluster.superOrigins[principal]
            return AccessFinding(
                .superPrincipal, isAnybody || !applications.isEmpty ? .high : .info, on: [cluster.name], message, principal: principal,
                evidence: applications.isEmpty ? [] : [.init("applications", applications)], at: origin?.range, document: origin?.document,
                fix: .init(applications.isEmpty ? "keep their number small, and let people use them by name" : "let the application have a principal of its own, with what it needs"))
        }
    }
}
