import BrokerLog
import KafkaWire

/// DeleteRecords 0-2 (KIP-107): records below an offset are gone; -1 means all that consumers can see.
extension Broker {
    func deleteRecords(_ request: DeleteRecordsRequest, _ call: Call) {
        reply(call.id, DeleteRecordsResponse(topics: request.topics.map { asked in
            .init(
                name: asked.name,
                partitions: asked.partitions.map { partition in
                    do throws(TopicRefusal) {
                        let start = try deleteRecords(of: asked.name, partition, call)
                        return .init(partitionIndex: partition.partitionIndex, lowWatermark: start, errorCode: .none)
                    } catch {
                        return .init(partitionIndex: partition.partitionIndex, lowWatermark: -1, errorCode: error.error)
                    }
                })
        }))
    }

    private func deleteRecords(
        of name: String, _ asked: DeleteRecordsRequest.DeleteRecordsPartition, _ call: Call
    ) throws(TopicRefusal) -> Int64 {
        guard isAllowed(call, .delete, on: .topic(name)) else { throw .init(.topicAuthorizationFailed, "") }
        guard let topic = topics[name], let partition = topic.partition(asked.partitionIndex) else {
            throw .init(.unknownTopicOrPartition, "")
        }
        guard !topic.isInternal else { throw .init(.invalidTopicException, "") }
        // Kafka keeps the records of a topic that is only compacted from this.
        guard topic.settings.log.deletesOldSegments else { throw .init(.policyViolation, "") }
        guard partition.offlineReason == nil else { throw .init(.kafkaStorageError, "") }
        let highWatermark = partition.highWatermark(settings.durability)
        let offset = asked.offset == -1 ? highWatermark : asked.offset
        guard offset >= 0, offset <= highWatermark else { throw .init(.offsetOutOfRange, "") }
        do throws(LogError) {
            try partition.log?.deleteRecords(before: offset)
        } catch {
            note(.error, "records of partition \(partition.name) cannot be deleted: \(error)")
            throw .init(.kafkaStorageError, "")
        }
        partition.producers.forgetAborted(before: partition.logStartOffset)
        return partition.logStartOffset
    }
}
