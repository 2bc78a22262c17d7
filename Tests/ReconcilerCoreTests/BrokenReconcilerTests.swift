import AuditTrail
import EngineInterface
import MeshControl
import MeshModel
import MeshPlanning
import MeshSimulation
import ReconcilerCore
import Testing

/// Reconcilers that break one promise each: the checkers must find every one of them.
@Suite struct `The checkers of simulated controllers` {
    enum Flaw: CaseIterable {
        case asksNobody, actsThoughAnotherLeads, keepsNoTrail, isDeafToSuspensions, callsEverythingSynced, saysNothingOfResources
        case prunesUnasked, takesTopicsOfOthers, neverEndsARun, forgetsWhatIsGone

        var planted: ControllerBench.Flaw {
            switch self {
            case .asksNobody:
                .init(settings: {
                    $0.permissions.allow(.disruptive)
                    $0.permissions.allow(.destructive)
                })
            case .prunesUnasked:
                .init(settings: {
                    $0.prunes = true
                    $0.permissions.allow(.destructive)
                })
            case .actsThoughAnotherLeads:
                .init(event: { event in
                    guard case .leadership(let name, let ticket, .failure(.held(let lease))) = event else { return event }
                    return .leadership(name, ticket, .success(lease))
                })
            case .isDeafToSuspensions:
                .init(event: { event in
                    guard case .controlRead(let name, let ticket, .success(let records)) = event else { return event }
                    return .controlRead(name, ticket, .success(records.filter { if case .suspension = $0 { false } else { true } }))
                })
            case .keepsNoTrail:
                .init(action: { if case .audit(_, let event) = $0, event.kind == .planned { nil } else { $0 } })
            case .callsEverythingSynced: onResources { status, epoch in
                var status = status
                status.conditions = status.conditions.map { Condition($0.kind, $0.kind == .synced ? .yes : $0.state, reason: $0.reason, since: $0.since) }
                return .resource(status, epoch: epoch)
            }
            case .saysNothingOfResources: onResources { _, _ in nil }
            case .forgetsWhatIsGone:
                .init(action: { action in
                    guard case .write(let name, let records) = action else { return action }
                    return .write(name, records.filter { if case .resourceGone = $0 { false } else { true } })
                })
            case .takesTopicsOfOthers: onPlans { plan in
                guard let first = plan.changes.first(where: { $0.address.kind == .topic }) else { return }
                var theft = first
                theft.address = .topic("theirs-1", on: plan.cluster)
                theft.action = .delete
                theft.operations = [.deleteTopic(name: "theirs-1")]
                theft.intent = nil
                theft.outcome = .topic("theirs-1", nil)
                plan.changes.append(theft)
            }
            case .neverEndsARun: onPlans { plan in for index in plan.changes.indices { plan.changes[index].operations = [] } }
            }
        }

        private func onResources(_ body: @escaping (ResourceStatus, Int64) -> ControlRecord?) -> ControllerBench.Flaw {
            .init(action: { action in
                guard case .write(let name, let records) = action else { return action }
                return .write(name, records.compactMap { if case .resource(let status, let epoch) = $0 { body(status, epoch) } else { $0 } })
            })
        }

        private func onPlans(_ body: @escaping (inout ClusterPlan) -> Void) -> ControllerBench.Flaw {
            .init(action: { action in
                guard case .apply(let name, var plan, let task, let ticket) = action else { return action }
                body(&plan)
                return .apply(name, plan, task, ticket)
            })
        }
    }

    @Test(arguments: Flaw.allCases) func `find a reconciler that breaks a promise`(flaw: Flaw) async {
        for seed in 0..<60 as Range<UInt64> {
            var simulation = ControllerSimulation(seed: seed, flaw: flaw.planted)
            if await !simulation.run().violations.isEmpty { return }
        }
        Issue.record("nobody noticed")
    }
}
