import KafkaWire

/// Records of transactions: their partition must be in the transaction that the producer has under way, so that nothing can
/// come late and be left open. Who sends Produce 12 or later (KIP-890) does not ask for that before: the partition is added here.
extension Broker {
    func checkTransaction(
        _ header: RecordBatchHeader, _ partition: Partition, _ transactionalID: String, _ call: Call
    ) throws(ProduceRefusal) {
        let producer = ProducerIdentity(id: header.producerID, epoch: header.producerEpoch)
        if let complaint = complaint(aboutWritingTo: partition.topicName, partition.index, in: transactionalID, by: producer) {
            let error = call.version >= 12
                ? add(partitions: [partition.topicName: [partition.index]], to: transactionalID, by: producer) : complaint
            switch error {
            case .none: break
            // Producers know PRODUCER_FENCED from the coordinator alone.
            case .producerFenced: throw .init(.invalidProducerEpoch)
            case .transactionAbortable where call.version < 11:
                throw .init(.invalidTxnState, "The partition was not added to the transaction.")
            default: throw .init(error)
            }
        }
    }
}
