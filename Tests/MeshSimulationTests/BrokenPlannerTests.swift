import EngineInterface
import MeshModel
import MeshPlanning
import MeshSimulation
import Testing

/// Planners that break one promise each: the checkers must find every one of them, without the second opinion on plans.
@Suite struct `The checkers of a simulated mesh` {
    enum Flaw: CaseIterable {
        case ignoresProtection, takesEverythingForItsOwn, adoptsUnasked, prunesUnasked, skipsQuarantine, asksForNoName
        case notesNoIntent, isBlindToDrift, forgetsGrants, forgetsPartitions, deletesAndCreates

        func plan(_ mesh: DesiredMesh, _ observations: [String: Observation], _ options: PlanOptions) -> Plan {
            var (mesh, options) = (mesh, options)
            if self == .prunesUnasked { options.prunes = true }
            if self == .skipsQuarantine { options.skipsQuarantine = true }
            if self == .adoptsUnasked {
                for (cluster, wanted) in mesh.clusters { for topic in wanted.topics.keys { mesh.clusters[cluster]?.topics[topic]?.adopts = true } }
            }
            let seen = observations.mapValues { $0.map { see($0, mesh.name) } }
            var plan = planMesh(mesh, observations: seen, options: options)
            for index in plan.clusters.indices {
                plan.clusters[index].changes = plan.clusters[index].changes.compactMap { spoil($0) }
            }
            return plan
        }

        private func see(_ observed: ObservedCluster, _ mesh: String) -> ObservedCluster {
            var observed = observed
            switch self {
            case .ignoresProtection: for name in observed.ledger.topics.keys { observed.ledger.topics[name]?.stewardship.deletionProtection = false }
            case .takesEverythingForItsOwn:
                for (name, topic) in observed.topics where observed.ledger.topics[name] == nil {
                    observed.ledger.topics[name] = LedgerTopic(phase: .applied, stewardship: Stewardship(mesh: mesh), partitions: topic.partitions)
                }
            case .isBlindToDrift:
                for (name, entry) in observed.ledger.topics {
                    for (key, value) in entry.config { observed.topics[name]?.config?[key] = .init(value: value, isSetOnTopic: true) }
                }
            default: break
            }
            return observed
        }

        private func spoil(_ change: Change) -> Change? {
            var change = change
            switch self {
            case .asksForNoName, .skipsQuarantine: change.needsNaming = false
            case .notesNoIntent: change.intent = nil
            case .forgetsGrants: if change.stage == .grant { return nil }
            case .forgetsPartitions: change.operations.removeAll { if case .setPartitions = $0 { true } else { false } }
            case .deletesAndCreates:
                guard change.action == .update, case .topic(let name, let entry?) = change.outcome else { break }
                change.operations = [.deleteTopic(name: name), .createTopic(name: name, partitions: entry.partitions, replication: nil, config: entry.config)]
            default: break
            }
            return change
        }
    }

    @Test(arguments: Flaw.allCases) func `find a planner that breaks a promise`(flaw: Flaw) async {
        for seed in 0..<400 as Range<UInt64> {
            var simulation = Simulation(seed: seed, isCheckedTwice: false) { flaw.plan($0, $1, $2) }
            let report = await simulation.run()
            if !report.violations.isEmpty { return }
        }
        Issue.record("nobody noticed")
    }
}
