import KafkaWire

/// DescribeTransactions 0 (KIP-664): what is known of transactional ids.
extension Broker {
    func describeTransactions(_ request: DescribeTransactionsRequest, _ call: Call) {
        reply(call.id, DescribeTransactionsResponse(transactionStates: request.transactionalIds.map { describe($0, call) }))
    }

    private func describe(_ id: String, _ call: Call) -> DescribeTransactionsResponse.TransactionState {
        func refused(_ error: ErrorCode) -> DescribeTransactionsResponse.TransactionState {
            .init(errorCode: error, transactionalId: id)
        }
        guard isAllowed(call, .describe, on: .transactionalID(id)) else {
            return refused(.transactionalIdAuthorizationFailed)
        }
        guard !id.isEmpty else { return refused(.invalidRequest) }
        guard let transaction = transactions[id] else { return refused(.transactionalIdNotFound) }
        let visible = transaction.partitions.sorted { $0.key < $1.key }.filter { topic, _ in
            isAllowed(call, .describe, on: .topic(topic))
        }
        return .init(
            errorCode: .none, transactionalId: id, transactionState: transaction.state.name,
            transactionTimeoutMs: transaction.timeout, transactionStartTimeMs: transaction.startedAt,
            producerId: transaction.producerID, producerEpoch: transaction.epoch,
            topics: visible.map { .init(topic: $0.key, partitions: $0.value.sorted()) })
    }
}
