import KafkaWire

/// ConsumerGroupDescribe 0-1 (KIP-848): groups whose partitions the broker assigns, with what each member has and is to
/// have. One that names a topic which the asker may not describe is not told at all.
extension Broker {
    private typealias Described = ConsumerGroupDescribeResponse.Group
    private typealias Member = ConsumerGroupDescribeResponse.Member

    func consumerGroupDescribe(_ request: ConsumerGroupDescribeRequest, _ call: Call) {
        reply(call.id, ConsumerGroupDescribeResponse(groups: request.groupIds.map { id in
            do throws(GroupRefusal) {
                var described = try describe(id, call)
                if request.includeAuthorizedOperations {
                    described.authorizedOperations = operations(AllowedOperations.group, on: .group(id), call)
                }
                return described
            } catch {
                return Described(
                    errorCode: error.error, errorMessage: error.message, groupId: id, groupState: "", groupEpoch: 0,
                    assignmentEpoch: 0, assignorName: "", members: [])
            }
        }))
    }

    private func describe(_ id: String, _ call: Call) throws(GroupRefusal) -> Described {
        guard !id.isEmpty else { throw .init(.invalidGroupId) }
        guard isAllowed(call, .describe, on: .group(id)) else { throw .init(.groupAuthorizationFailed) }
        guard let group = groups[id] else { throw .init(.groupIdNotFound, "Group \(id) not found.") }
        guard let assigned = group.assigned else { throw .init(.groupIdNotFound, "Group \(id) is not a consumer group.") }
        if case .topics(let names) = group.subscription {
            for name in names where !isAllowed(call, .describe, on: .topic(name)) {
                throw .init(
                    .topicAuthorizationFailed, "The group has described topic(s) that the client is not authorized to describe.")
            }
        }
        return Described(
            errorCode: .none, errorMessage: nil, groupId: id, groupState: assigned.state.rawValue,
            groupEpoch: assigned.epoch, assignmentEpoch: assigned.assignmentEpoch,
            assignorName: assigned.assignorName.rawValue, members: assigned.members.values.map(describe))
    }

    private func describe(_ member: AssignedMember) -> Member {
        Member(
            memberId: member.id, instanceId: member.instanceID, rackId: member.rackID, memberEpoch: member.epoch,
            clientId: member.clientID, clientHost: member.clientHost, subscribedTopicNames: member.subscribedNames,
            subscribedTopicRegex: member.subscribedPattern,
            assignment: .init(topicPartitions: named(member.assigned).map { .init(topicId: $0, topicName: $1, partitions: $2) }),
            targetAssignment: .init(topicPartitions: named(member.target).map { .init(topicId: $0, topicName: $1, partitions: $2) }),
            memberType: 1)
    }

    /// Topics that are gone have no name to be told by.
    private func named(_ partitions: AssignedPartitions) -> [(KafkaUUID, String, [Int32])] {
        partitions.sorted.compactMap { entry in topics[entry.topic].map { (entry.topic, $0.name, entry.partitions) } }
    }
}
