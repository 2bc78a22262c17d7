import Determinism
import KafkaWire

extension Broker {
    /// Lets `body` change a group, sends the answers that fall due by it, and sets the group's timer.
    func withGroup<Result>(
        _ id: String, _ body: (inout ConsumerGroup, inout [GroupReply]) -> Result
    ) -> Result? {
        var replies: [GroupReply] = []
        let typeBefore = groups[id]?.protocolType
        guard let result = groups.update(id, { group in body(&group, &replies) }) else { return nil }
        if let type = groups[id]?.protocolType, type != typeBefore {
            keep(.protocolType(group: id, type: type))
        }
        keepAssignedChanges(ofGroup: id)
        for reply in replies { answer(reply) }
        scheduleTimer(ofGroup: id)
        return result
    }

    /// The group's timer fired.
    func advanceGroup(_ id: String) {
        groups.timerFired(for: id, at: now)
        let now = now
        _ = withGroup(id) { group, replies in group.advance(to: now, replies: &replies) }
        if groups[id]?.isForgettable == true { forgetGroup(id) }
    }

    func forgetGroup(_ id: String) {
        groups.remove(id)
        keep(.groupRemoved(group: id))
    }

    func scheduleTimer(ofGroup id: String) {
        guard let deadline = groups[id]?.nextDeadline, groups.needsTimer(for: id, at: deadline) else { return }
        timers.schedule(.group(id), at: deadline)
    }

    private func answer(_ groupReply: GroupReply) {
        switch groupReply {
        case .join(let request, let join):
            let version = version(of: request)
            reply(request, JoinGroupResponse(
                errorCode: join.error,
                generationId: join.generation,
                protocolType: join.protocolType,
                // Null only since version 7.
                protocolName: join.protocolName ?? (version >= 7 ? nil : ""),
                leader: join.leader,
                skipAssignment: join.skipAssignment,
                memberId: join.memberID,
                members: join.members.map {
                    .init(memberId: $0.id, groupInstanceId: $0.instanceID, metadata: $0.metadata)
                }))
        case .sync(let request, let sync):
            reply(request, SyncGroupResponse(
                errorCode: sync.error, protocolType: sync.protocolType, protocolName: sync.protocolName,
                assignment: sync.assignment))
        }
    }

    private func version(of request: RequestID) -> Int16 {
        connections[request.connection]?.responses.envelope(of: request.sequence)?.version ?? 0
    }
}
