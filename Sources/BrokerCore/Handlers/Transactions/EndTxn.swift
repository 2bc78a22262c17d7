import KafkaWire

/// EndTxn 0-5: commits or aborts the producer's transaction. The answer comes when all markers are kept: whoever reads
/// committed records sees the transaction then, and the next may begin. From version 5 on (KIP-890) the producer is told the
/// epoch to go on with.
extension Broker {
    func endTxn(_ request: EndTxnRequest, _ call: Call) {
        guard isAllowed(call, .write, on: .transactionalID(request.transactionalId)) else {
            return answer(call, .transactionalIdAuthorizationFailed)
        }
        guard !request.transactionalId.isEmpty else { return answer(call, .invalidRequest) }
        guard let transaction = transactions[request.transactionalId] else {
            return answer(call, .invalidProducerIdMapping)
        }
        let producer = ProducerIdentity(id: request.producerId, epoch: request.producerEpoch)
        let moment = now.millisecondsSinceEpoch
        let ending = call.version >= 5
            ? transaction.endRaisingEpoch(committed: request.committed, by: producer, at: moment) { takeProducerID() }
            : transaction.end(committed: request.committed, by: producer, at: moment)
        switch ending {
        case .refuse(let error): answer(call, error.fencing(knownIn: call.version >= 2))
        case .ended: answerEnd(call.id, transaction)
        case .prepare(let next):
            if !beginEnding(next, asked: call.id) { answer(call, .coordinatorNotAvailable) }
        }
    }

    private func answer(_ call: Call, _ error: ErrorCode) {
        reply(call.id, EndTxnResponse(errorCode: error, producerId: -1, producerEpoch: -1))
    }

    /// The transaction has ended, or will whatever happens.
    func answerEnd(_ request: RequestID, _ transaction: Transaction) {
        let next = transaction.nextProducerID >= 0
            ? ProducerIdentity(id: transaction.nextProducerID, epoch: 0) : transaction.producer
        reply(request, EndTxnResponse(producerId: next.id, producerEpoch: next.epoch))
    }
}
