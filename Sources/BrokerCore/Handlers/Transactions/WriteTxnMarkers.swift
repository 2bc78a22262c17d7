import KafkaWire

/// WriteTxnMarkers 1-2: ends transactions in partitions, whatever their coordinator knows of them. Administrators use it for
/// transactions that hang ("kafka-transactions.sh abort").
extension Broker {
    func writeTxnMarkers(_ request: WriteTxnMarkersRequest, _ call: Call) {
        let mayWrite = isAllowed(call, .clusterAction, on: .cluster) || isAllowed(call, .alter, on: .cluster)
        replyWhenKept(call.id, WriteTxnMarkersResponse(markers: request.markers.map { marker in
            .init(producerId: marker.producerId, topics: marker.topics.map { topic in
                .init(name: topic.name, partitions: topic.partitionIndexes.map { index in
                    .init(
                        partitionIndex: index,
                        errorCode: mayWrite ? write(marker, to: topic.name, index) : .clusterAuthorizationFailed)
                })
            })
        }))
    }

    private func write(_ marker: WriteTxnMarkersRequest.Marker, to name: String, _ index: Int32) -> ErrorCode {
        guard let topic = topics[name], let partition = topic.partition(index) else { return .unknownTopicOrPartition }
        guard !topic.isInternal else { return .invalidTopicException }
        guard marker.producerId >= 0, marker.producerEpoch >= 0 else { return .invalidRequest }
        let error = append(
            TransactionEnd(marker.transactionResult ? .commit : .abort, coordinatorEpoch: marker.coordinatorEpoch),
            of: ProducerIdentity(id: marker.producerId, epoch: marker.producerEpoch), to: partition, of: topic)
        if error == .kafkaStorageError { note(.error, "a transaction marker cannot be written to partition \(partition.name)") }
        return error
    }
}
