import KafkaWire

/// Heartbeat 0-4: a member is alive, and learns whether it must rejoin.
extension Broker {
    func heartbeat(_ request: HeartbeatRequest, _ call: Call) {
        guard isAllowed(call, .read, on: .group(request.groupId)) else {
            return reply(call.id, HeartbeatResponse(errorCode: .groupAuthorizationFailed))
        }
        // A heartbeat only puts deadlines off, so that no timer has to be set.
        let now = now
        let error = groups.update(request.groupId) { group in
            group.heartbeat(
                memberID: request.memberId, instanceID: request.groupInstanceId, generation: request.generationId,
                now: now)
        }
        reply(call.id, HeartbeatResponse(errorCode: error ?? (request.groupId.isEmpty ? .invalidGroupId : .unknownMemberId)))
    }
}
