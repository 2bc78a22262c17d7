import KafkaWire

/// InitProducerId 0-5: an id for an idempotent producer, or the next epoch of a transactional id, which fences whoever had
/// it before. Ids survive restarts: see `ProducerIDAllocator`.
///
/// A transaction under way is aborted first. Until that is done, the producer is told to come again (CONCURRENT_TRANSACTIONS).
extension Broker {
    func initProducerID(_ request: InitProducerIdRequest, _ call: Call) {
        switch producer(for: request, call) {
        case .success(let producer):
            replyWhenKept(call.id, InitProducerIdResponse(producerId: producer.id, producerEpoch: producer.epoch))
        case .failure(let refusal):
            let error = refusal.code.fencing(knownIn: call.version >= 4)
            replyWhenKept(call.id, InitProducerIdResponse(errorCode: error, producerId: -1, producerEpoch: -1))
        }
    }

    private func producer(
        for request: InitProducerIdRequest, _ call: Call
    ) -> Result<ProducerIdentity, TransactionRefusal> {
        guard let id = request.transactionalId else { return idempotentProducer(call) }
        guard isAllowed(call, .write, on: .transactionalID(id)) else {
            return .failure(.init(.transactionalIdAuthorizationFailed))
        }
        // A producer that says who it was says both.
        guard !id.isEmpty, (request.producerId >= 0) == (request.producerEpoch >= 0) else {
            return .failure(.init(.invalidRequest))
        }
        guard request.transactionTimeoutMs > 0, .milliseconds(request.transactionTimeoutMs) <= settings.transactionMaxTimeout
        else { return .failure(.init(.invalidTransactionTimeout)) }
        return transactionalProducer(id, request)
    }

    private func idempotentProducer(_ call: Call) -> Result<ProducerIdentity, TransactionRefusal> {
        // KIP-679: who may write to some topic needs no rule of its own for it.
        guard isAllowed(call, .idempotentWrite, on: .cluster)
            || authorizer.allowsWritingSomewhere(call.asker, by: acls)
        else { return .failure(.init(.clusterAuthorizationFailed)) }
        guard let id = takeProducerID() else { return .failure(.init(.coordinatorNotAvailable)) }
        return .success(ProducerIdentity(id: id, epoch: 0))
    }

    private func transactionalProducer(
        _ id: String, _ request: InitProducerIdRequest
    ) -> Result<ProducerIdentity, TransactionRefusal> {
        let moment = now.millisecondsSinceEpoch
        let transaction: Transaction
        if let known = transactions[id] {
            transaction = known
        } else {
            guard transactions.count < settings.transactionalIDMaxCount, let producerID = takeProducerID() else {
                return .failure(.init(.coordinatorNotAvailable))
            }
            transaction = Transaction(
                id: id, producerID: producerID, timeout: request.transactionTimeoutMs, changedAt: moment)
        }
        let expected = request.producerId >= 0
            ? ProducerIdentity(id: request.producerId, epoch: request.producerEpoch) : nil
        let step = transaction.initialize(expected: expected, timeout: request.transactionTimeoutMs, at: moment) {
            takeProducerID()
        }
        switch step {
        case .refuse(let error):
            return .failure(.init(error))
        case .abortFirst(let fenced):
            return .failure(.init(beginEnding(fenced) ? .concurrentTransactions : .coordinatorNotAvailable))
        case .become(let next):
            return keepTransaction(next) ? .success(next.producer) : .failure(.init(.coordinatorNotAvailable))
        }
    }
}

/// Why a transactional request is not carried out.
struct TransactionRefusal: Error {
    var code: ErrorCode

    init(_ code: ErrorCode) {
        self.code = code
    }
}

extension ErrorCode {
    /// PRODUCER_FENCED is KIP-588's; requests before it are answered with INVALID_PRODUCER_EPOCH.
    func fencing(knownIn isKnown: Bool) -> ErrorCode {
        self == .producerFenced && !isKnown ? .invalidProducerEpoch : self
    }
}
