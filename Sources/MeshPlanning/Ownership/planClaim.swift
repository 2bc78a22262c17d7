import Diagnostics
import EngineInterface
import MeshModel

/// Which part of the cluster the mesh says is its own, against what other meshes have said before.
///
/// A mesh with a scope claims its prefixes; a mesh from a repository claims its own name, so that no other repository applies
/// another mesh under it. Claims are judged whatever a plan's targets are, and noted before anything else is done.
func planClaim(
    _ desired: DesiredCluster, scope: MeshSpec.Scope, observed: ObservedCluster, in scene: ClusterScene
) -> [ResourceVerdict] {
    let comparison = ClaimComparison(
        scene: scene, desired: desired, prefixes: scope.prefixes ?? [], claims: observed.ledger.claims, ledger: observed.ledger)
    let conflicts = comparison.conflicts()
    if conflicts.isEmpty, scene.options.keepsClaim { return [] }
    return conflicts.isEmpty ? [comparison.note()].compactMap { $0 }.map { .change($0) } : conflicts.map { .notice($0) }
}

private struct ClaimComparison {
    var scene: ClusterScene
    var desired: DesiredCluster
    var prefixes: [Located<String>]
    var claims: [String: LedgerClaim]
    var ledger: Ledger

    var address: ResourceAddress { ResourceAddress(kind: .mesh, cluster: scene.cluster, name: scene.mesh) }
    var recorded: LedgerClaim? { claims[scene.mesh] }

    // MARK: Others' claims

    func conflicts() -> [Notice] {
        var notices: [Notice] = []
        for (mesh, claim) in claims.sorted(by: { $0.key < $1.key }) where mesh != scene.mesh && claim.shares(scene.scope.kinds) {
            // An empty prefix is no claim: it would be one of everything.
            let theirs = claim.prefixes.filter { !$0.isEmpty }
            let overlaps = prefixes.compactMap { ours in
                theirs.first { $0.hasPrefix(ours.value) || ours.value.hasPrefix($0) }.map { (ours: ours, theirs: $0) }
            }
            if let first = overlaps.first {
                notices.append(overlap(first.ours, with: first.theirs, of: mesh, claim))
            } else if claim.shares(["Topic"]), scene.scope.topics {
                notices += desired.topics.values.sorted { $0.name < $1.name }.compactMap { topic in
                    theirs.first { topic.name.hasPrefix($0) }.map { trespass(topic, into: $0, of: mesh, claim) }
                }
            }
        }
        return notices + squatted()
    }

    private func overlap(_ ours: Located<String>, with theirs: String, of mesh: String, _ claim: LedgerClaim) -> Notice {
        Notice(
            .claimed, address,
            "topic names that begin with '\(theirs)' are claimed by the mesh '\(mesh)'\(claim.place), and the scope here has '\(ours.value)'",
            remedy: remedy(mesh), origin: Origin(document: "Mesh \(scene.mesh)", range: ours.range))
    }

    private func trespass(_ topic: DesiredTopic, into prefix: String, of mesh: String, _ claim: LedgerClaim) -> Notice {
        Notice(
            .claimed, .topic(topic.name, on: scene.cluster),
            "names that begin with '\(prefix)' are claimed by the mesh '\(mesh)'\(claim.place)",
            remedy: "rename it, declare it there, or \(release(mesh))", origin: topic.origin)
    }

    /// Topics of other meshes under a prefix that is claimed for the first time.
    private func squatted() -> [Notice] {
        let new = prefixes.filter { prefix in !(recorded?.prefixes.contains { prefix.value.hasPrefix($0) } ?? false) }
        guard !new.isEmpty, scene.scope.topics else { return [] }
        return new.compactMap { prefix in
            let strangers = ledger.topics.filter { $0.value.stewardship.mesh != scene.mesh && $0.key.hasPrefix(prefix.value) }
            guard let first = strangers.min(by: { $0.key < $1.key }) else { return nil }
            let others = strangers.count == 1 ? "" : ", and \(strangers.count - 1) more are not this mesh's either"
            return Notice(
                .claimed, address,
                "the scope claims topic names that begin with '\(prefix.value)', and '\(first.key)' belongs to the mesh '\(first.value.stewardship.mesh)'\(others)",
                remedy: "narrow the scope, or let the other mesh forget its topics there first",
                origin: Origin(document: "Mesh \(scene.mesh)", range: prefix.range))
        }
    }

    private func remedy(_ mesh: String) -> String {
        "narrow the scope of one of the two, or \(release(mesh))"
    }

    private func release(_ mesh: String) -> String {
        "if '\(mesh)' gives the names up, run 'heddle forget mesh/\(scene.cluster)/\(mesh)' in its folder"
    }

    // MARK: Our own

    func note() -> Change? {
        let known = knownRepository
        let claim = LedgerClaim(
            repository: scene.source?.repository ?? known, prefixes: prefixes.map(\.value).sorted(), kinds: scene.scope.kinds?.sorted())
        guard recorded != claim else { return nil }
        if recorded == nil {
            let saysSomething = claim.repository != nil || !scene.scope.isEverything
            let scope = scene.scope
            let manages =
                !prefixes.isEmpty || (scope.topics && !desired.topics.isEmpty) || (scope.access && !desired.access.isEmpty)
                || (scope.contracts && !desired.subjects.isEmpty)
            guard saysSomething, manages else { return nil }
        }
        var change = Change(
            address: address, action: .record, stage: .claim, fields: fields(from: recorded, to: claim),
            origin: Origin(document: "Mesh \(scene.mesh)", range: prefixes.first?.range), outcome: .claim(scene.mesh, claim),
            withdrawal: .claim(scene.mesh, recorded))
        if let known, let ours = claim.repository, known != ours {
            change.fields.removeAll { $0.path == "repository" }
            change.fields.insert(FieldChange("repository", from: known, to: ours), at: 0)
            change.risk = .disruptive
            change.reasons = ["the mesh moves from repository \(known) to \(ours): what was applied from there is this repository's to change and delete"]
        }
        return change
    }

    /// Whence the mesh was applied before: as claimed, or else as noted with what it owns.
    private var knownRepository: String? {
        if let repository = recorded?.repository { return repository }
        let stewards = ledger.topics.values.map(\.stewardship) + ledger.subjects.values.map(\.stewardship) + ledger.access.values.map(\.stewardship)
        return stewards.lazy.filter { $0.mesh == scene.mesh }.compactMap { $0.source?.repository }.min()
    }

    private func fields(from old: LedgerClaim?, to new: LedgerClaim) -> [FieldChange] {
        func listed(_ names: [String]?) -> String? { names.flatMap { $0.isEmpty ? nil : $0.joined(separator: ", ") } }
        return [
            ("repository", old?.repository, new.repository), ("prefixes", listed(old?.prefixes), listed(new.prefixes)),
            ("kinds", listed(old?.kinds), listed(new.kinds)),
        ].filter { $0.1 != $0.2 }.map { FieldChange($0.0, from: $0.1, to: $0.2) }
    }
}

extension LedgerClaim {
    /// Whether both speak of a kind; nil is every kind.
    fileprivate func shares(_ others: [String]?) -> Bool {
        guard let kinds, let others else { return true }
        return !Set(kinds).isDisjoint(with: others)
    }

    fileprivate var place: String { repository.map { " (\($0))" } ?? "" }
}
