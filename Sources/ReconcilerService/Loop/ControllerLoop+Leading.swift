import EngineInterface
import MeshModel
import ReconcilerCore

extension ControllerLoop {
    /// Takes the leadership once an engine, and after that asks the cluster whether we still have it.
    nonisolated func lead(_ link: ClusterLink, _ ticket: Ticket) async {
        let watch = Stopwatch(clock: world.clock)
        let present = link.present
        let result: Result<Lease, LeaseProblem>
        switch (present.engine, present.leadership) {
        case (nil, _):
            result = .failure(.failed(EngineFailure(.unreachable, "cluster '\(link.name)' is not connected", isRetriable: true)))
        case (let engine?, let lease?): result = await confirm(lease, link, engine, present.generation)
        case (let engine?, nil): result = await take(link, engine, present.generation)
        }
        tell(.lead, link.name, ticket, watch, failure: result.failure?.summary)
        inbox.post(.leadership(link.name, ticket, result))
    }

    nonisolated private func take(_ link: ClusterLink, _ engine: any Engine, _ generation: ClusterLink.Generation) async -> Result<Lease, LeaseProblem> {
        let identity = world.identity
        let request = LeaseRequest(id: link.leadershipID, holder: identity.holder, purpose: "controller", process: identity.process)
        let late = LeaseProblem.failed(
            EngineFailure(.unreachable, "cluster '\(link.name)' did not answer within \(limits.answer.inSeconds)", isRetriable: true))
        let result = await within(limits.answer, orElse: late) { () async throws(LeaseProblem) -> Lease in
            try await engine.lead(request, isGone: identity.isGone)
        }
        if case .success(let lease) = result { link.lead(by: lease, generation) }
        return result
    }

    nonisolated private func confirm(
        _ lease: Lease, _ link: ClusterLink, _ engine: any Engine, _ generation: ClusterLink.Generation
    ) async -> Result<Lease, LeaseProblem> {
        let late = EngineFailure(.unreachable, "cluster '\(link.name)' did not answer within \(limits.answer.inSeconds)", isRetriable: true)
        let result = await within(limits.answer, orElse: late) { () async throws(EngineFailure) -> Void in try await engine.confirmLeadership() }
        switch result {
        case .success: return .success(lease)
        case .failure(let failure):
            if failure.kind == .leaseLost { link.lead(by: nil, generation) }
            return .failure(.failed(failure))
        }
    }

    /// After all that was to be written before: the last words are said as leader.
    nonisolated func resign(_ link: ClusterLink) {
        link.control.put { [self] in
            await link.audit.drain()
            link.lead(by: nil, link.present.generation)
            _ = await call(.resign, link, within: limits.answer) { engine async throws(EngineFailure) -> Void in await engine.resign() }
        }
    }
}
