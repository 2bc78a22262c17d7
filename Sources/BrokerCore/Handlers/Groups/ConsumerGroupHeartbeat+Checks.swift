import KafkaWire

/// What a ConsumerGroupHeartbeat must say, and who may send it.
extension Broker {
    func checkShape(of request: ConsumerGroupHeartbeatRequest, _ call: Call) throws(GroupRefusal) {
        func require(_ holds: Bool, _ message: String) throws(GroupRefusal) {
            if !holds { throw .init(.invalidRequest, message) }
        }
        try require(!request.groupId.isEmpty, "GroupId can't be empty.")
        try require(request.instanceId?.isEmpty != true, "InstanceId can't be empty.")
        try require(request.rackId?.isEmpty != true, "RackId can't be empty.")
        try require(request.memberEpoch >= AssignedMember.awayEpoch, "MemberEpoch is invalid.")
        // From version 1 on the client chooses its id; in version 0 it may leave that to the broker.
        if call.version >= 1 || request.memberEpoch != 0 { try require(!request.memberId.isEmpty, "MemberId can't be empty.") }
        if request.memberEpoch == AssignedMember.awayEpoch { try require(request.instanceId != nil, "InstanceId can't be null.") }
        if request.memberEpoch == 0 {
            try require(request.rebalanceTimeoutMs != -1, "RebalanceTimeoutMs must be provided in first request.")
            try require(request.topicPartitions?.isEmpty == true, "TopicPartitions must be empty when (re-)joining.")
            let hasNames = request.subscribedTopicNames.map { !$0.isEmpty } ?? false
            try require(
                hasNames || call.version >= 1 && (request.subscribedTopicNames != nil || request.subscribedTopicRegex?.isEmpty == false),
                "Either SubscribedTopicNames or SubscribedTopicRegex must be set in first request.")
        }
        if let assignor = request.serverAssignor, PartitionAssignor(rawValue: assignor) == nil {
            let known = PartitionAssignor.allCases.map(\.rawValue).joined(separator: ", ")
            throw .init(.unsupportedAssignor, "ServerAssignor \(assignor) is not supported. Supported assignors: \(known).")
        }
    }

    func checkAccess(of request: ConsumerGroupHeartbeatRequest, _ call: Call) throws(GroupRefusal) {
        guard isAllowed(call, .read, on: .group(request.groupId)) else { throw .init(.groupAuthorizationFailed) }
        for name in request.subscribedTopicNames ?? [] where !isAllowed(call, .describe, on: .topic(name)) {
            throw .init(.topicAuthorizationFailed)
        }
    }

    /// Finds the group, or makes one for whoever joins.
    func prepareAssignedGroup(_ request: ConsumerGroupHeartbeatRequest) throws(GroupRefusal) {
        let id = request.groupId
        guard let group = groups[id] else {
            guard request.memberEpoch == 0 else { throw .init(.groupIdNotFound, "Group \(id) not found.") }
            guard groups.count < settings.groupMaxCount else { throw .init(.coordinatorNotAvailable) }
            groups.findOrMake(id)
            groups.update(id) { $0.becomeAssigned() }
            return
        }
        if let assigned = group.assigned {
            let isKnown = assigned.members[request.memberId] != nil
                || request.instanceId.map { assigned.staticMembers[$0] != nil } ?? false
            guard request.memberEpoch != 0 || isKnown || assigned.members.count < settings.groupMaxSize else {
                throw .init(.groupMaxSizeReached)
            }
            return
        }
        guard request.memberEpoch == 0, group.isEmpty, group.pendingMembers.isEmpty else {
            throw .init(.groupIdNotFound, "Group \(id) is not a consumer group.")
        }
        groups.update(id) { $0.becomeAssigned() }
    }
}
