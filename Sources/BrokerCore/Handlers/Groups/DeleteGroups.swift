import KafkaWire

/// DeleteGroups 0-2: a group without members goes, with all that it committed.
extension Broker {
    func deleteGroups(_ request: DeleteGroupsRequest, _ call: Call) {
        let results = request.groupsNames.map { id in
            DeleteGroupsResponse.DeletableGroupResult(groupId: id, errorCode: delete(group: id, call))
        }
        replyWhenKept(call.id, DeleteGroupsResponse(results: results))
    }

    private func delete(group id: String, _ call: Call) -> ErrorCode {
        guard !id.isEmpty else { return .invalidGroupId }
        guard isAllowed(call, .delete, on: .group(id)) else { return .groupAuthorizationFailed }
        guard let group = groups[id] else { return .groupIdNotFound }
        guard group.isEmpty else { return .nonEmptyGroup }
        for producerID in pendingOffsets.byGroup[id]?.keys.sorted() ?? [] {
            guard keep(.pendingDecided(group: id, producerID: producerID, isCommitted: false)) else {
                return .coordinatorNotAvailable
            }
            _ = pendingOffsets.take(id, producerID)
        }
        guard keep(.groupRemoved(group: id)) else { return .coordinatorNotAvailable }
        groups.remove(id)
        return .none
    }
}
