import KafkaWire

/// AddOffsetsToTxn 0-4: a group's offsets are going to be committed with the producer's transaction.
extension Broker {
    func addOffsetsToTxn(_ request: AddOffsetsToTxnRequest, _ call: Call) {
        let error = addOffsets(request, call).fencing(knownIn: call.version >= 2)
        replyWhenKept(call.id, AddOffsetsToTxnResponse(errorCode: error))
    }

    private func addOffsets(_ request: AddOffsetsToTxnRequest, _ call: Call) -> ErrorCode {
        guard isAllowed(call, .write, on: .transactionalID(request.transactionalId)) else {
            return .transactionalIdAuthorizationFailed
        }
        guard isAllowed(call, .read, on: .group(request.groupId)) else { return .groupAuthorizationFailed }
        guard !request.groupId.isEmpty else { return .invalidGroupId }
        return add(
            group: request.groupId, to: request.transactionalId,
            by: ProducerIdentity(id: request.producerId, epoch: request.producerEpoch))
    }

    func add(group: String, to id: String, by producer: ProducerIdentity) -> ErrorCode {
        guard !id.isEmpty else { return .invalidRequest }
        guard let transaction = transactions[id] else { return .invalidProducerIdMapping }
        return transaction.complaintAboutAdding(by: producer) ?? grow(transaction, group: group)
    }
}
