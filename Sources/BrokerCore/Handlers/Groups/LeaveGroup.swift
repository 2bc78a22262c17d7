import KafkaWire

/// LeaveGroup 0-5: one member, or from version 3 on several, perhaps named by instance id (KIP-345).
extension Broker {
    func leaveGroup(_ request: LeaveGroupRequest, _ call: Call) {
        if request.groupId.isEmpty { return reply(call.id, LeaveGroupResponse(errorCode: .invalidGroupId)) }
        guard isAllowed(call, .read, on: .group(request.groupId)) else {
            return reply(call.id, LeaveGroupResponse(errorCode: .groupAuthorizationFailed))
        }
        let leaving: [LeaveGroupRequest.MemberIdentity] =
            call.version >= 3 ? request.members : [.init(memberId: request.memberId)]
        let now = now
        let answers = leaving.map { member in
            let error = withGroup(request.groupId) { group, replies in
                group.assigned?.expel(memberID: member.memberId, instanceID: member.groupInstanceId)
                    ?? group.leave(memberID: member.memberId, instanceID: member.groupInstanceId, now: now, replies: &replies)
            }
            return LeaveGroupResponse.MemberResponse(
                memberId: member.memberId, groupInstanceId: member.groupInstanceId, errorCode: error ?? .unknownMemberId)
        }
        if call.version >= 3 {
            reply(call.id, LeaveGroupResponse(members: answers))
        } else {
            reply(call.id, LeaveGroupResponse(errorCode: answers.first?.errorCode ?? .none))
        }
    }
}
