import MeshModel
import MeshPlanning

extension CheckedCluster {
    /// Who has access before and after has it all along; who has it neither before nor after is never let in between.
    func checkAccessWindows() -> [PlanFault] {
        // Denials of quarantines come and go with the topic's use, not with anybody's rights.
        let quarantines = Set(ledger.topics.values.flatMap { $0.quarantine?.denials ?? [] })
        let changes = plan.changes.filter { if case .access = $0.outcome { true } else { false } }
        let timeline = AccessTimeline(before: observed.access.subtracting(quarantines), changes: changes)
        guard timeline.stateCount > 2 else { return [] }
        var asked: Set<AccessProbe> = []
        var faults: [PlanFault] = []
        for rule in timeline.moved {
            for probe in timeline.probes(of: rule) where asked.insert(probe).inserted {
                let states = timeline.isAllowed(probe)
                guard let first = states.first, let last = states.last, first == last, states.contains(!first) else { continue }
                let address = ResourceAddress.access(rule, on: desired.name)
                let who = "\(probe.principal) \(first ? "may not" : "may") \(probe.operation.rawValue) \(probe.resourceType.rawValue) in between"
                faults.append(PlanFault(.window, address, "\(who), but \(first ? "may" : "may not") before and after"))
                break
            }
        }
        return faults
    }
}
