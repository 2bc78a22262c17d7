import Determinism
import KafkaWire
import NIOCore

/// JoinGroup 0-9. The answer comes when the rebalance that it begins, or joins, has all members.
extension Broker {
    func joinGroup(_ request: JoinGroupRequest, _ call: Call) {
        if let error = refusal(of: request, call) {
            return reply(call.id, JoinGroupResponse(
                errorCode: error, generationId: -1, protocolType: nil, protocolName: call.version >= 7 ? nil : "",
                memberId: request.memberId))
        }
        let session = Duration.milliseconds(request.sessionTimeoutMs)
        groups.findOrMake(request.groupId)
        becomeClassic(group: request.groupId)
        let input = JoinInput(
            request: call.id,
            memberID: request.memberId,
            instanceID: request.groupInstanceId,
            clientID: call.clientID,
            clientHost: call.connection.clientHost,
            sessionTimeout: session,
            // Version 0 has none; without one that makes sense, the session's counts.
            rebalanceTimeout: request.rebalanceTimeoutMs > 0 ? .milliseconds(request.rebalanceTimeoutMs) : session,
            protocolType: request.protocolType,
            // Copied: a slice would keep the whole request in memory for as long as the member lives.
            protocols: request.protocols.map { GroupProtocol(name: $0.name, metadata: $0.metadata.compacted) },
            requiresKnownMemberID: call.version >= 4,
            supportsSkippingAssignment: call.version >= 9,
            freshMemberID: request.memberId.isEmpty
                ? freshMemberID(request.groupInstanceId ?? call.clientID) : request.memberId,
            initialDelay: settings.groupInitialRebalanceDelay,
            firstDelay: settings.groupFirstMemberDelay)
        let now = now
        _ = withGroup(request.groupId) { group, replies in group.join(input, now: now, replies: &replies) }
        if let group = groups[request.groupId], group.isForgettable { groups.remove(request.groupId) }
    }

    private func refusal(of request: JoinGroupRequest, _ call: Call) -> ErrorCode? {
        guard !request.groupId.isEmpty else { return .invalidGroupId }
        guard isAllowed(call, .read, on: .group(request.groupId)) else { return .groupAuthorizationFailed }
        guard settings.groupSessionTimeouts.contains(.milliseconds(request.sessionTimeoutMs)) else {
            return .invalidSessionTimeout
        }
        guard request.groupInstanceId?.isEmpty != true else { return .invalidRequest }
        guard let group = groups[request.groupId] else {
            if !request.memberId.isEmpty { return .unknownMemberId }
            return groups.count < settings.groupMaxCount ? nil : .coordinatorNotAvailable
        }
        if let assigned = group.assigned, !assigned.members.isEmpty { return .inconsistentGroupProtocol }
        let isKnown = group.members[request.memberId] != nil || group.pendingMembers[request.memberId] != nil
            || request.groupInstanceId.map { group.staticMembers[$0] != nil } ?? false
        let size = group.members.count + group.pendingMembers.count
        return isKnown || size < settings.groupMaxSize ? nil : .groupMaxSizeReached
    }

    private func freshMemberID(_ prefix: String) -> String {
        "\(prefix.unicodeScalars.prefix(200).map(String.init).joined())-\(RandomID(using: &random))"
    }
}

extension ByteBuffer {
    /// The readable bytes in storage of their own.
    var compacted: ByteBuffer { ByteBuffer(bytes: readableBytesView) }
}
