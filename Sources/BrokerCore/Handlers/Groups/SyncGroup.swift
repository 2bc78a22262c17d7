import KafkaWire
import NIOCore

/// SyncGroup 0-5. The leader brings the assignment; the others are answered when it has.
extension Broker {
    func syncGroup(_ request: SyncGroupRequest, _ call: Call) {
        let error: ErrorCode? =
            if request.groupId.isEmpty { .invalidGroupId }
            else if !isAllowed(call, .read, on: .group(request.groupId)) { .groupAuthorizationFailed }
            else if groups[request.groupId] == nil { .unknownMemberId }
            // KIP-559: from version 5 on they must be given.
            else if call.version >= 5, request.protocolType == nil || request.protocolName == nil { .inconsistentGroupProtocol }
            else { nil }
        if let error { return reply(call.id, SyncGroupResponse(errorCode: error)) }
        let now = now
        _ = withGroup(request.groupId) { group, replies in
            group.sync(
                call.id, memberID: request.memberId, instanceID: request.groupInstanceId,
                generation: request.generationId, protocolType: request.protocolType,
                protocolName: request.protocolName,
                assignments: request.assignments.map { ($0.memberId, $0.assignment.compacted) },
                now: now, replies: &replies)
        }
    }
}
