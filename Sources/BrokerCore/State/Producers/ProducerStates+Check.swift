import KafkaWire

/// What is asked of a batch or a marker before it is stored, as Kafka's ProducerStateManager asks it.
extension ProducerStates {
    enum Verdict: Equatable {
        case append
        /// The batch is already stored; the producer is told where.
        case duplicate(Batch)
        case refuse(ErrorCode)
    }

    /// Judges a batch of records. Batches without a producer id never come here.
    func check(_ header: RecordBatchHeader) -> Verdict {
        // Nothing known: the producer is new, or all that it wrote has been deleted or has expired. Any sequence will do.
        guard let entry = entries[header.producerID] else { return .append }
        if header.producerEpoch == entry.epoch {
            for batch in entry.batches
            where batch.firstSequence == header.baseSequence && batch.lastSequence == header.lastSequence {
                return .duplicate(batch)
            }
        } else if header.producerEpoch < entry.epoch {
            return .refuse(.invalidProducerEpoch)
        }
        guard entry.accepts(header.baseSequence, epoch: header.producerEpoch) else {
            return .refuse(.outOfOrderSequenceNumber)
        }
        if entry.transactionStart != nil, !header.attributes.isTransactional { return .refuse(.invalidTxnState) }
        return .append
    }

    /// Judges a marker; nil where it may be written.
    func complaint(aboutMarkerOf producerID: Int64, epoch: Int16, coordinatorEpoch: Int32) -> ErrorCode? {
        guard let entry = entries[producerID] else { return nil }
        if epoch < entry.epoch { return .invalidProducerEpoch }
        return coordinatorEpoch < entry.coordinatorEpoch ? .transactionCoordinatorFenced : nil
    }
}

extension ProducerStates.Entry {
    fileprivate func accepts(_ firstSequence: Int32, epoch: Int16) -> Bool {
        guard epoch == self.epoch else { return firstSequence == 0 }
        guard let last = batches.last else { return firstSequence == 0 || !beginsAtZero }
        return firstSequence == ProducerStates.sequence(after: last.lastSequence)
    }
}
