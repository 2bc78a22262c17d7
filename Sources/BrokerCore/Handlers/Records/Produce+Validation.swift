import BatchCompression
import Determinism
import KafkaWire
import NIOCore

/// Holding records against their schemas, where a topic asks for it. A batch with a record that is refused is refused whole,
/// as Kafka does it, before anything of it is stored: the producer's sequence numbers stay where they were.
extension Broker {
    func validate(
        _ records: CheckedRecords, header: RecordBatchHeader, _ rules: TopicValidation, of topic: Topic, _ call: Call
    ) throws(ProduceRefusal) {
        guard var directory = schemas else { return try validateWithoutSchemas(header, rules, of: topic) }
        var inspection = BatchInspection(rules, topic: topic.name)
        do throws(ProduceRefusal) {
            // What the directory learns stays in it: while it is here, nobody else has it, so that nothing is copied.
            schemas = nil
            defer { schemas = directory }
            try inspect(records, header: header, &inspection, &directory)
        } catch {
            guard !rules.refuses else {
                validation.count(topic.name) { $0.refusedBatches += 1 }
                throw error
            }
            report(topic, call, warned: Int(header.recordCount), "the batch cannot be read: \(error.message ?? "\(error.code)")")
            return
        }
        validation.count(topic.name) { $0.checkedRecords += Int(header.recordCount) }
        if let first = inspection.refused.first {
            let count = inspection.refused.count
            report(topic, call, refused: count, "record \(first.index): \(first.message)")
            validation.count(topic.name) { $0.refusedBatches += 1 }
            let others = count == 1 ? "" : count < BatchInspection.mostRefused
                ? " (\(count) records are refused)" : " (\(count) records or more are refused)"
            throw ProduceRefusal(
                .invalidRecord, "Record \(first.index) of the batch: \(first.message)\(others).", records: inspection.refused)
        }
        if let first = inspection.firstWarned {
            report(topic, call, warned: inspection.warnedCount, "record \(first.index): \(first.message)")
        }
    }

    private func inspect(
        _ records: CheckedRecords, header: RecordBatchHeader, _ inspection: inout BatchInspection,
        _ directory: inout any SchemaDirectory
    ) throws(ProduceRefusal) {
        guard let codec = header.attributes.compression else { throw .init(.unsupportedCompressionType) }
        let checked = records.bytes.withUnsafeReadableBytes { batch in
            Result { () throws(ProduceRefusal) in
                let bytes = UnsafeRawBufferPointer(rebasing: batch[RecordBatchHeader.size..<header.sizeInBytes])
                guard codec != .none else { return try walk(bytes, header, &inspection, &directory) }
                let unpacked: ByteBuffer
                do throws(CompressionError) {
                    unpacked = try decompress(bytes, codec, limit: settings.maxDecompressedBatchBytes)
                } catch {
                    throw ProduceRefusal(error)
                }
                try unpacked.withUnsafeReadableBytes { bytes in
                    Result { () throws(ProduceRefusal) in try walk(bytes, header, &inspection, &directory) }
                }.get()
            }
        }
        try checked.get()
    }

    private func walk(
        _ records: UnsafeRawBufferPointer, _ header: RecordBatchHeader, _ inspection: inout BatchInspection,
        _ directory: inout any SchemaDirectory
    ) throws(ProduceRefusal) {
        do throws(RecordBatchError) {
            try walkRecords(records, of: header) { index, record in inspection.look(at: record, index, &directory) }
        } catch {
            throw ProduceRefusal(error)
        }
    }

    /// The registry is still reading its schemas. A topic that refuses records takes none until then; NOT_ENOUGH_REPLICAS is
    /// what all clients try again after a pause, without asking for metadata first.
    private func validateWithoutSchemas(
        _ header: RecordBatchHeader, _ rules: TopicValidation, of topic: Topic
    ) throws(ProduceRefusal) {
        guard rules.refuses else {
            return validation.count(topic.name) { $0.uncheckedRecords += Int(header.recordCount) }
        }
        validation.count(topic.name) { $0.deferredBatches += 1 }
        throw ProduceRefusal(
            .notEnoughReplicas,
            "Topic \(topic.name) refuses records that do not fit their schemas, and the schema registry is not ready yet."
                + " Try again.")
    }

    private func report(_ topic: Topic, _ call: Call, refused: Int = 0, warned: Int = 0, _ reason: String) {
        validation.count(topic.name) {
            $0.refusedRecords += refused
            $0.warnedRecords += warned
        }
        let reason = "\(reason) (client \(call.clientID.quotedForMessage) at \(call.connection.clientHost))"
        guard let line = validation.report(topic.name, refused: refused, warned: warned, reason: reason) else { return }
        note(.warning, line)
        timers.schedule(.validationNotice(topic: topic.name), at: now + settings.validationNoticeInterval)
    }

    /// The time after a topic's line about bad records is over.
    func noteValidation(of topic: String) {
        guard let line = validation.endInterval(topic) else { return }
        note(.warning, line)
        timers.schedule(.validationNotice(topic: topic), at: now + settings.validationNoticeInterval)
    }
}
