import Determinism
import KafkaWire

extension ProducerStates {
    /// Takes note of a batch of the log: of one just stored, or of one found when the log is read again.
    ///
    /// - Parameters:
    ///   - header: as stored, with its offsets.
    ///   - end: what it says if it is a control batch.
    mutating func apply(_ header: RecordBatchHeader, end: TransactionEnd? = nil, at now: Instant) {
        guard header.hasProducerID else { return }
        if header.attributes.isControl {
            if let end { close(header, end, at: now) }
        } else {
            note(header, at: now)
        }
    }

    private mutating func note(_ header: RecordBatchHeader, at now: Instant) {
        let batch = Batch(
            firstSequence: header.baseSequence, lastSequence: header.lastSequence, baseOffset: header.baseOffset,
            timestamp: header.maxTimestamp)
        let begins: Bool
        // Changed where it lies: a copy of the entry would copy its batches with every write.
        if let place = entries.index(forKey: header.producerID) {
            begins = entries.values[place].note(batch, header, at: now)
        } else {
            var entry = Entry(epoch: header.producerEpoch, lastTimestamp: header.maxTimestamp, lastWrite: now)
            begins = entry.note(batch, header, at: now)
            entries[header.producerID] = entry
        }
        if begins { open.append(OpenTransaction(producerID: header.producerID, firstOffset: header.baseOffset)) }
    }

    private mutating func close(_ header: RecordBatchHeader, _ end: TransactionEnd, at now: Instant) {
        let isNew = entries[header.producerID] == nil
        var entry = entries[header.producerID]
            ?? Entry(epoch: header.producerEpoch, lastTimestamp: header.maxTimestamp, lastWrite: now)
        if isNew { entry.beginsAtZero = false }
        if entry.epoch != header.producerEpoch {
            entry.epoch = header.producerEpoch
            entry.batches.removeAll()
            entry.beginsAtZero = true
        }
        entry.coordinatorEpoch = end.coordinatorEpoch
        entry.lastTimestamp = header.maxTimestamp
        entry.lastWrite = now
        let start = entry.transactionStart
        entry.transactionStart = nil
        entries[header.producerID] = entry
        // A marker without records before it hides nothing and holds nobody back.
        guard let start else { return }
        open.removeAll { $0.producerID == header.producerID }
        decided.append(DecidedTransaction(firstOffset: start, markerOffset: header.baseOffset))
        if end.marker == .abort {
            aborted.append(AbortedTransaction(
                producerID: header.producerID, firstOffset: start, lastOffset: header.baseOffset,
                stableOffset: open.first?.firstOffset ?? header.baseOffset + 1))
        }
    }
}

extension ProducerStates.Entry {
    /// - Returns: whether a transaction begins with the batch.
    fileprivate mutating func note(_ batch: ProducerStates.Batch, _ header: RecordBatchHeader, at now: Instant) -> Bool {
        if epoch != header.producerEpoch {
            epoch = header.producerEpoch
            batches.removeAll(keepingCapacity: true)
            beginsAtZero = true
        }
        if batches.count == ProducerStates.remembered { batches.removeFirst() }
        batches.append(batch)
        lastTimestamp = header.maxTimestamp
        lastWrite = now
        guard header.attributes.isTransactional, transactionStart == nil else { return false }
        transactionStart = header.baseOffset
        return true
    }
}
