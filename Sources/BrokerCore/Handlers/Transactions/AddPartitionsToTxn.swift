import KafkaWire

/// AddPartitionsToTxn 0-5: the producer is going to write to these partitions in its transaction, which begins with the
/// first. Versions 0-3 are the producers'; 4 and 5 are for brokers, ask for several transactions, and may only look.
///
/// If one partition cannot be had, none is added: the others are told OPERATION_NOT_ATTEMPTED.
extension Broker {
    private typealias Asked = AddPartitionsToTxnRequest.Transaction

    func addPartitionsToTxn(_ request: AddPartitionsToTxnRequest, _ call: Call) {
        guard call.version < 4 else { return addPartitionsForBroker(request, call) }
        let asked = Asked(
            transactionalId: request.transactionalId, producerId: request.producerId, producerEpoch: request.producerEpoch,
            topics: request.topics.map { .init(name: $0.name, partitions: $0.partitions) })
        let errors = errors(for: asked, call)
        replyWhenKept(call.id, AddPartitionsToTxnResponse(resultsByTopic: request.topics.map { topic in
            .init(name: topic.name, resultsByPartition: topic.partitions.map { index in
                .init(
                    partitionIndex: index,
                    partitionErrorCode: errors(topic.name, index).fencing(knownIn: call.version >= 2))
            })
        }))
    }

    private func addPartitionsForBroker(_ request: AddPartitionsToTxnRequest, _ call: Call) {
        guard isAllowed(call, .clusterAction, on: .cluster) else {
            return reply(call.id, AddPartitionsToTxnResponse(errorCode: .clusterAuthorizationFailed))
        }
        replyWhenKept(call.id, AddPartitionsToTxnResponse(resultsByTransaction: request.transactions.map { asked in
            let errors = errors(for: asked, call)
            return .init(transactionalId: asked.transactionalId, topicResults: asked.topics.map { topic in
                .init(name: topic.name, resultsByPartition: topic.partitions.map { index in
                    .init(partitionIndex: index, partitionErrorCode: errors(topic.name, index))
                })
            })
        }))
    }

    /// Adds the partitions, or looks whether they are there, and says for each what became of it.
    private func errors(for asked: Asked, _ call: Call) -> (String, Int32) -> ErrorCode {
        if call.version < 4, !isAllowed(call, .write, on: .transactionalID(asked.transactionalId)) {
            return { _, _ in .transactionalIdAuthorizationFailed }
        }
        var bad: [TransactionTable.Place: ErrorCode] = [:]
        var wanted: [String: Set<Int32>] = [:]
        for topic in asked.topics {
            wanted[topic.name, default: []].formUnion(topic.partitions)
            // Brokers have asked whether the producer may write before they come here.
            let mayWrite = call.version >= 4 || isAllowed(call, .write, on: .topic(topic.name))
            for index in topic.partitions {
                let place = TransactionTable.Place(topic: topic.name, partition: index)
                let found = topics[topic.name]
                if !mayWrite || found?.isInternal == true {
                    bad[place] = .topicAuthorizationFailed
                } else if found?.partition(index) == nil {
                    bad[place] = .unknownTopicOrPartition
                }
            }
        }
        guard bad.isEmpty else {
            return { topic, index in bad[.init(topic: topic, partition: index)] ?? .operationNotAttempted }
        }
        let producer = ProducerIdentity(id: asked.producerId, epoch: asked.producerEpoch)
        if asked.verifyOnly {
            return { self.complaint(aboutWritingTo: $0, $1, in: asked.transactionalId, by: producer) ?? .none }
        }
        let error = add(partitions: wanted, to: asked.transactionalId, by: producer)
        return { _, _ in error }
    }

    /// Puts partitions into the producer's transaction, or begins it with them.
    func add(partitions: [String: Set<Int32>], to id: String, by producer: ProducerIdentity) -> ErrorCode {
        guard !id.isEmpty else { return .invalidRequest }
        guard let transaction = transactions[id] else { return .invalidProducerIdMapping }
        return transaction.complaintAboutAdding(by: producer) ?? grow(transaction, partitions: partitions)
    }

    /// Why the producer may not write to a partition in its transaction now; nil where it may.
    func complaint(
        aboutWritingTo topic: String, _ partition: Int32, in id: String, by producer: ProducerIdentity
    ) -> ErrorCode? {
        guard let transaction = transactions[id], transaction.producerID == producer.id else {
            return .invalidProducerIdMapping
        }
        if transaction.epoch != producer.epoch { return .producerFenced }
        return transaction.holds(topic, partition) ? nil : .transactionAbortable
    }
}
