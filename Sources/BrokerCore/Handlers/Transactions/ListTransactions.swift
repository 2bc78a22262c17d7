import ExpressionLanguage
import KafkaWire

/// ListTransactions 0-2 (KIP-664): the transactional ids that may be described, filtered by state and producer; from version
/// 1 on by how long a transaction has been under way (KIP-994), from version 2 on by a pattern that the whole id must fit
/// (KIP-1152).
extension Broker {
    func listTransactions(_ request: ListTransactionsRequest, _ call: Call) {
        let names = Set(request.stateFilters)
        let known = Set(TransactionState.allCases.map(\.name)).union(["Dead", "PrepareEpochFence"])
        let unknown = names.subtracting(known).sorted()
        let producers = Set(request.producerIdFilters)
        var pattern: NamePattern?
        if let text = request.transactionalIdPattern, !text.isEmpty {
            guard let parsed = NamePattern(text) else {
                return reply(call.id, ListTransactionsResponse(errorCode: .invalidRegularExpression))
            }
            pattern = parsed
        }
        let moment = now.millisecondsSinceEpoch
        let listed = transactions.all.filter { transaction in
            (names.isEmpty || names.contains(transaction.state.name))
                && (producers.isEmpty || producers.contains(transaction.producerID))
                && (request.durationFilter < 0 || transaction.hasRun(longerThan: request.durationFilter, at: moment))
                && (pattern?.matches(transaction.id) ?? true)
                && isAllowed(call, .describe, on: .transactionalID(transaction.id))
        }
        reply(call.id, ListTransactionsResponse(
            unknownStateFilters: unknown,
            transactionStates: listed.map {
                .init(transactionalId: $0.id, producerId: $0.producerID, transactionState: $0.state.name)
            }))
    }
}

extension Transaction {
    fileprivate func hasRun(longerThan milliseconds: Int64, at now: Int64) -> Bool {
        (state == .ongoing || state.isEnding) && now - startedAt > milliseconds
    }
}
