import MeshModel

/// An identity with a password and nothing to do: forgotten, or not yet set up.
func findIdlePrincipals(_ scene: AccessScene) -> [AccessFinding] {
    guard !scene.clusters.isEmpty else { return [] }
    let granted = Set(scene.clusters.flatMap { $0.rules + $0.pending }.filter { $0.rule.permission == .allow }.map(\.rule.principal))
    return scene.principals.sorted { $0.key < $1.key }.compactMap { name, facts in
        guard !granted.contains(name), !scene.clusters.contains(where: { $0.isPrivileged(name) }) else { return nil }
        return AccessFinding(
            .idlePrincipal, .low, on: scene.clusters.map(\.name), "no rule grants anything to '\(name)'", principal: name, at: facts.origin.range,
            document: facts.origin.document, fix: .init("remove the principal and its credentials, or grant what it is for"))
    }
}
