import BrokerLog
import Determinism
import KafkaWire
import NIOCore

/// Produce 3-13 (0-2 are shown and refused). Batches are checked as wholes and stored as they came, offsets
/// rewritten. acks=0 is not answered; everything else is answered once the records are kept. min.insync.replicas is
/// met by the one replica that there is, whatever it says: a mesh made for three brokers must run on one.
extension Broker {
    private typealias PartitionAnswer = ProduceResponse.PartitionProduceResponse

    func produce(_ request: ProduceRequest, _ call: Call) {
        let usesIDs = call.version >= 13
        if let transactionalID = request.transactionalId, !isAllowed(call, .write, on: .transactionalID(transactionalID)) {
            return refuseAll(request, .transactionalIdAuthorizationFailed, call)
        }
        let isAcksKnown = (-1...1).contains(request.acks)
        var hasFailed = false
        var answers: [ProduceResponse.TopicProduceResponse] = []
        answers.reserveCapacity(request.topicData.count)
        for data in request.topicData {
            let topic = usesIDs ? topics[data.topicId] : topics[data.name]
            var answer = ProduceResponse.TopicProduceResponse(name: data.name, topicId: data.topicId)
            answer.partitionResponses.reserveCapacity(data.partitionData.count)
            // A name that may not be written is refused whether there is such a topic or not.
            let name = usesIDs ? topic?.name : data.name
            let mayWrite = name.map { isAllowed(call, .write, on: .topic($0)) } ?? true
            for partition in data.partitionData {
                var result = PartitionAnswer(index: partition.index, baseOffset: -1)
                do throws(ProduceRefusal) {
                    if !isAcksKnown { throw .init(.invalidRequiredAcks) }
                    guard mayWrite else { throw .init(.topicAuthorizationFailed) }
                    guard let topic else { throw .init(usesIDs ? .unknownTopicId : .unknownTopicOrPartition) }
                    // As Kafka does it for its own: no client tries again.
                    guard !topic.isInternal else {
                        throw .init(.invalidTopicException, "Only the broker writes to its internal topic \(topic.name).")
                    }
                    try append(partition, to: topic, transactionalID: request.transactionalId, call, &result)
                } catch {
                    hasFailed = true
                    result.errorCode = error.code
                    result.errorMessage = error.message
                    result.recordErrors = error.records.map {
                        .init(batchIndex: Int32(clamping: $0.index), batchIndexErrorMessage: $0.message)
                    }
                }
                answer.partitionResponses.append(result)
            }
            answers.append(answer)
        }
        guard request.acks != 0 else {
            // The client waits for no answer; a closed connection is all that can tell it.
            if hasFailed { return close(call.id.connection, reason: "a Produce with acks=0 failed") }
            return replyNothing(call.id)
        }
        replyWhenKept(call.id, ProduceResponse(responses: answers))
    }

    private func refuseAll(_ request: ProduceRequest, _ error: ErrorCode, _ call: Call) {
        guard request.acks != 0 else { return close(call.id.connection, reason: "a Produce with acks=0 failed") }
        reply(call.id, ProduceResponse(responses: request.topicData.map { data in
            .init(
                name: data.name, topicId: data.topicId,
                partitionResponses: data.partitionData.map { .init(index: $0.index, errorCode: error, baseOffset: -1) })
        }))
    }

    private func append(
        _ data: ProduceRequest.PartitionProduceData, to topic: Topic, transactionalID: String?, _ call: Call,
        _ result: inout PartitionAnswer
    ) throws(ProduceRefusal) {
        guard let partition = topic.partition(data.index) else { throw .init(.unknownTopicOrPartition) }
        guard let bytes = data.records else { throw .init(.invalidRecord, "The request has no records.") }
        let records: CheckedRecords
        do {
            records = try checkRecords(bytes, rules: RecordBatchRules(
                maximumBatchBytes: topic.settings.maxMessageBytes,
                allowsManyBatches: false,
                allowsZstandard: call.version >= 7,
                requiresKeys: topic.settings.isCompacted))
        } catch {
            throw ProduceRefusal(error)
        }
        guard var header = records.headers.first else { throw .init(.invalidRecord) }
        try checkTimestamps(of: header, topic.settings)

        let isTransactional = header.attributes.isTransactional
        if isTransactional, transactionalID == nil { throw .init(.transactionalIdAuthorizationFailed) }
        if header.hasProducerID {
            switch partition.producers.check(header) {
            case .append: break
            case .refuse(let code): throw .init(code)
            case .duplicate(let stored):
                result.baseOffset = stored.baseOffset
                result.logAppendTimeMs = topic.settings.log.timestampType == .logAppendTime ? stored.timestamp : -1
                result.logStartOffset = partition.logStartOffset
                return
            }
        }
        if isTransactional, let transactionalID { try checkTransaction(header, partition, transactionalID, call) }
        if let rules = topic.settings.validation {
            try validate(records, header: header, rules, of: topic, call)
        }
        let appended = try store(records, in: partition, of: topic)
        if header.hasProducerID {
            header.baseOffset = appended.baseOffset
            header.maxTimestamp = max(appended.appendTime, header.maxTimestamp)
            partition.producers.apply(header, at: now)
        }
        result.baseOffset = appended.baseOffset
        result.logAppendTimeMs = appended.appendTime
        result.logStartOffset = partition.logStartOffset
    }

    private func store(
        _ records: CheckedRecords, in partition: Partition, of topic: Topic
    ) throws(ProduceRefusal) -> AppendResult {
        do throws(LogError) {
            return try append(records, to: partition, of: topic)
        } catch {
            note(.error, "partition \(partition.name) cannot be written: \(error)")
            throw .init(.kafkaStorageError, "\(error)")
        }
    }

    private func checkTimestamps(of header: RecordBatchHeader, _ topic: TopicSettings) throws(ProduceRefusal) {
        guard topic.log.timestampType == .createTime, header.maxTimestamp >= 0 else { return }
        let ahead = header.maxTimestamp.subtractingReportingOverflow(now.millisecondsSinceEpoch)
        if !ahead.overflow, ahead.partialValue > topic.timestampAfterMax {
            throw .init(
                .invalidTimestamp,
                "Timestamp \(header.maxTimestamp) is more than \(topic.timestampAfterMax) ms ahead of the broker's clock.")
        }
        let behind = now.millisecondsSinceEpoch.subtractingReportingOverflow(header.baseTimestamp)
        if !behind.overflow, behind.partialValue > topic.timestampBeforeMax {
            throw .init(
                .invalidTimestamp,
                "Timestamp \(header.baseTimestamp) is more than \(topic.timestampBeforeMax) ms behind the broker's clock.")
        }
    }
}
