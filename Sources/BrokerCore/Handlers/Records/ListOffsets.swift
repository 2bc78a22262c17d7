import BrokerLog
import KafkaWire

/// ListOffsets 1-10: the offset at a time. Times below zero mean: -1 the high watermark (for readers of
/// committed records, whose view ends there, the last stable offset), -2 the start, -3 the
/// record with the largest timestamp (KIP-734), -4 the start of the local log, which is the start, -5 the end of
/// the tiered log, which there is none of (KIP-405, KIP-1005).
extension Broker {
    func listOffsets(_ request: ListOffsetsRequest, _ call: Call) {
        reply(call.id, ListOffsetsResponse(topics: request.topics.map { asked in
            .init(
                name: asked.name,
                partitions: asked.partitions.map { partition in
                    var answer = ListOffsetsResponse.ListOffsetsPartitionResponse(
                        partitionIndex: partition.partitionIndex, errorCode: .none, timestamp: -1, offset: -1,
                        leaderEpoch: -1)
                    do throws(TopicRefusal) {
                        try find(partition, ofTopic: asked.name, isCommittedOnly: request.isolationLevel == 1, call, &answer)
                    } catch {
                        answer.errorCode = error.error
                    }
                    return answer
                })
        }))
    }

    private func find(
        _ asked: ListOffsetsRequest.ListOffsetsPartition, ofTopic name: String, isCommittedOnly: Bool, _ call: Call,
        _ answer: inout ListOffsetsResponse.ListOffsetsPartitionResponse
    ) throws(TopicRefusal) {
        guard isAllowed(call, .describe, on: .topic(name)) else {
            throw .init(.topicAuthorizationFailed, "")
        }
        guard let partition = topics[name]?.partition(asked.partitionIndex) else {
            throw .init(.unknownTopicOrPartition, "")
        }
        if let complaint = Partition.complaint(aboutEpoch: asked.currentLeaderEpoch) { throw .init(complaint, "") }
        guard partition.offlineReason == nil else { throw .init(.kafkaStorageError, "") }
        let end = isCommittedOnly
            ? partition.lastStableOffset(settings.durability) : partition.highWatermark(settings.durability)
        var found: (offset: Int64, timestamp: Int64)?
        switch asked.timestamp {
        case -1: found = (end, -1)
        case -2: found = (partition.logStartOffset, -1)
        case -4 where call.version >= 8: found = (partition.logStartOffset, -1)
        case -5 where call.version >= 9: return
        case -3 where call.version >= 7, 0...:
            do throws(LogError) {
                let place = asked.timestamp >= 0
                    ? try partition.log?.offset(forTimestamp: asked.timestamp, upTo: end)
                    : try partition.log?.offsetOfLargestTimestamp()
                found = place.map { ($0.offset, $0.timestamp) }
            } catch {
                note(.error, "partition \(partition.name) cannot be searched: \(error)")
                throw .init(.kafkaStorageError, "")
            }
        default:
            throw .init(.unsupportedVersion, "")
        }
        guard let found else { return }
        answer.offset = found.offset
        answer.timestamp = found.timestamp
        answer.leaderEpoch = call.version >= 4 ? Partition.leaderEpoch : -1
    }
}
