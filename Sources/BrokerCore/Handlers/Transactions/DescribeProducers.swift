import KafkaWire

/// DescribeProducers 0 (KIP-664): the producers that a partition remembers, and their open transactions.
extension Broker {
    func describeProducers(_ request: DescribeProducersRequest, _ call: Call) {
        reply(call.id, DescribeProducersResponse(topics: request.topics.map { asked in
            let mayRead = isAllowed(call, .read, on: .topic(asked.name))
            return .init(name: asked.name, partitions: asked.partitionIndexes.map { index in
                guard mayRead else { return refused(index, .topicAuthorizationFailed) }
                guard let partition = topics[asked.name]?.partition(index) else {
                    return refused(index, .unknownTopicOrPartition)
                }
                return .init(
                    partitionIndex: index, errorCode: .none, errorMessage: nil,
                    activeProducers: partition.producers.entries.sorted { $0.key < $1.key }.map { id, entry in
                        .init(
                            producerId: id, producerEpoch: Int32(entry.epoch),
                            lastSequence: entry.batches.last?.lastSequence ?? -1, lastTimestamp: entry.lastTimestamp,
                            coordinatorEpoch: entry.coordinatorEpoch, currentTxnStartOffset: entry.transactionStart ?? -1)
                    })
            })
        }))
    }

    private func refused(_ index: Int32, _ error: ErrorCode) -> DescribeProducersResponse.Partition {
        .init(partitionIndex: index, errorCode: error, errorMessage: error.message)
    }
}
