import Determinism
import KafkaWire

/// ConsumerGroupHeartbeat 0-1 (KIP-848): the one request by which a member joins, lives, is told what to own, and leaves.
///
/// A classic group without members becomes one of this kind with the first heartbeat; one with members is GROUP_ID_NOT_FOUND,
/// as with Kafka's `group.consumer.migration.policy=disabled`. Changes are kept before they are answered; the many
/// heartbeats that change nothing cost no write.
extension Broker {
    func consumerGroupHeartbeat(_ request: ConsumerGroupHeartbeatRequest, _ call: Call) {
        do throws(GroupRefusal) {
            try checkShape(of: request, call)
            try checkAccess(of: request, call)
            var memberID = request.memberId
            // Version 0 lets the broker choose the id; the client takes it from the answer.
            if memberID.isEmpty { memberID = KafkaUUID(RandomID(using: &random)).description }
            try prepareAssignedGroup(request)
            let outcome = try beat(request, memberID: memberID, call)
            replyWhenKept(call.id, ConsumerGroupHeartbeatResponse(
                errorMessage: nil, memberId: memberID, memberEpoch: outcome.memberEpoch,
                heartbeatIntervalMs: Int32(clamping: heartbeatInterval(ofGroup: request.groupId).wholeMilliseconds),
                assignment: outcome.assignment.map { assignment in
                    .init(topicPartitions: assignment.sorted.map { .init(topicId: $0.topic, partitions: $0.partitions) })
                }))
        } catch {
            reply(call.id, ConsumerGroupHeartbeatResponse(
                errorCode: error.error, errorMessage: error.message, memberId: nil, memberEpoch: 0, heartbeatIntervalMs: 0,
                assignment: nil))
        }
    }

    private func beat(
        _ request: ConsumerGroupHeartbeatRequest, memberID: String, _ call: Call
    ) throws(GroupRefusal) -> HeartbeatOutcome {
        let id = request.groupId
        var input = HeartbeatInput(
            memberID: memberID, instanceID: request.instanceId, epoch: request.memberEpoch, rackID: request.rackId,
            clientID: call.clientID, clientHost: call.connection.clientHost,
            rebalanceTimeout: request.rebalanceTimeoutMs >= 0 ? .milliseconds(request.rebalanceTimeoutMs) : nil,
            subscribedNames: request.subscribedTopicNames.map { Set($0).sorted() },
            subscribedPattern: call.version >= 1 ? request.subscribedTopicRegex : nil, assignor: request.serverAssignor,
            owned: request.topicPartitions.map { AssignedPartitions($0.map { (topic: $0.topicId, partitions: $0.partitions) }) },
            sessionTimeout: sessionTimeout(ofGroup: id))
        input.matchedNames = try matchedNames(request, memberID: memberID, call)
        let (now, generation) = (now, topics.generation)
        let result = groups.update(id) { group -> Result<HeartbeatOutcome, GroupRefusal> in
            Result { () throws(GroupRefusal) in
                guard request.memberEpoch < 0 else {
                    let outcome = try group.assigned?.beat(input, generation: generation, now: now, lookUp: subscribedTopics)
                    return outcome ?? HeartbeatOutcome(memberEpoch: -1)
                }
                try group.assigned?.leave(input)
                return HeartbeatOutcome(memberEpoch: request.memberEpoch)
            }
        }
        guard keepAssignedChanges(ofGroup: id) else { throw .init(.coordinatorNotAvailable) }
        guard let result else { throw .init(.groupIdNotFound) }
        return try result.get()
    }

    /// What the member's pattern fits, where that may be something else than before.
    private func matchedNames(
        _ request: ConsumerGroupHeartbeatRequest, memberID: String, _ call: Call
    ) throws(GroupRefusal) -> [String]? {
        let known = groups[request.groupId]?.assigned
        let told = call.version >= 1 ? request.subscribedTopicRegex : nil
        guard let pattern = told ?? known?.members[memberID]?.subscribedPattern, !pattern.isEmpty else {
            return nil
        }
        if told == nil, known?.members[memberID]?.matchedGeneration == topics.generation { return nil }
        guard let names = topicPatterns.names(fitting: pattern, in: topics) else {
            throw .init(
                .invalidRegularExpression, "\(pattern.quotedForMessage) is not a regular expression in the syntax of RE2.")
        }
        groups.update(request.groupId) { $0.assigned?.noteMatched(memberID, generation: topics.generation) }
        return names.filter { isAllowed(call, .describe, on: .topic($0)) }
    }

    private func subscribedTopics(_ names: Set<String>) -> SubscribedTopics {
        var found = SubscribedTopics()
        for name in names {
            guard let topic = topics[name] else { continue }
            found.byName[name] = .init(id: topic.id, partitions: Int32(topic.partitions.count))
        }
        return found
    }
}
