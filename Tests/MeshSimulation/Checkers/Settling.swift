import Determinism
import EngineInterface
import MeshModel
import MeshPlanning

/// Once nothing goes wrong any more and nobody else acts, some rounds of plan and apply bring about what the manifests say, and then
/// plans are empty.
struct Settling {
    static let rounds = 12

    var worlds: [String: World]
    var harness: MeshRun.Harness

    func settle(_ mesh: DesiredMesh, from number: Int) async {
        for world in worlds.values { world.with { $0.calmDown() } }
        var mesh = mesh
        mesh.scope = .init()
        for round in 0..<Self.rounds {
            var wishes = MeshRun.Wishes()
            wishes.named = nil
            wishes.breaksLease = true
            wishes.options.prunes = true
            wishes.options.now = worlds.values.map { $0.now.time }.max() ?? .epoch
            let run = MeshRun(number: number + round, worlds: worlds, desired: mesh, wishes: wishes, faults: .none, harness: harness)
            guard let outcome = await run.carryOut() else { continue }
            let notices = outcome.whole.clusters.flatMap(\.notices)
            for (name, results) in outcome.results {
                for result in results where result.status != .done {
                    // An earlier version of a schema that stays refers to it, which no reading tells: it is declared again.
                    if case .failed(let failure) = result.status, failure.code == "42206", let subject = result.change.subject {
                        if let world = worlds[name]?.now, var cluster = mesh.clusters[name] {
                            keep(subject: subject, in: &cluster, as: world)
                            mesh.clusters[name] = cluster
                        }
                        continue
                    }
                    worlds[name]?.with { $0.violation("nothing goes wrong, and yet \(result.change.address): \(result.status)") }
                }
            }
            if outcome.results.isEmpty, outcome.plan.isEmpty, notices.isEmpty { return worlds.values.forEach { compare($0, with: mesh) } }
            for notice in notices { worlds.values.first?.with { $0.note("\(notice.kind) \(notice.address): \(notice.message)") } }
            let states = worlds.mapValues(\.now)
            mend(&mesh, after: outcome.whole, in: states)
            for world in worlds.values { world.with { $0.time += .seconds(2 * 86_400) } }
        }
        for world in worlds.values { world.with { $0.violation("plans do not fall silent") } }
    }

    func compare(_ world: World, with mesh: DesiredMesh) {
        let state = world.now
        guard let cluster = mesh.clusters[state.cluster] else { return }
        for (name, topic) in cluster.topics {
            guard let there = state.topics[name], there.partitions == topic.partitions else {
                world.with { $0.violation("plans are silent, and '\(name)' is not as declared") }
                continue
            }
            for case (let key, .value(let value)) in topic.config where there.setValue(key).map({ configValuesEqual(key, $0, value) }) != true {
                world.with { $0.violation("plans are silent, and \(key) of '\(name)' is not as declared") }
            }
            let entry = state.ledger.topics[name]
            if entry?.phase != .applied || entry?.stewardship.deletionProtection != topic.deletionProtection || entry?.stewardship.owner != topic.owner {
                world.with { $0.violation("plans are silent, and '\(name)' is not remembered as declared") }
            }
        }
        for rule in cluster.access.keys where !state.access.contains(rule) {
            world.with { $0.violation("plans are silent, and \(rule.addressName) is not there") }
        }
        for (name, subject) in cluster.subjects where state.registry.entries[name]?.last?.schema.schema != subject.text {
            world.with { $0.violation("plans are silent, and the subject '\(name)' is not as declared") }
        }
        let ours = state.ledger.topics.filter { $0.value.stewardship.mesh == mesh.name }.keys
        if Set(ours) != Set(cluster.topics.keys) { world.with { $0.violation("plans are silent, and the ledger has \(Set(ours).symmetricDifference(cluster.topics.keys))") } }
    }
}
