import KafkaWire

extension Broker {
    /// After a start: carries out what was decided, goes on timing what was under way, and ends what nobody knows of.
    func finishTransactions() {
        for transaction in transactions.all {
            if transaction.state.isEnding { resume(transaction) } else { scheduleTimer(of: transaction) }
        }
        var underWay: [Int64: Transaction] = [:]
        for transaction in transactions.all where transaction.state == .ongoing || transaction.state.isEnding {
            underWay[transaction.producerID] = transaction
        }
        for topic in topics.all {
            for partition in topic.partitions where !partition.producers.open.isEmpty {
                abortUnknown(in: partition, of: topic, underWay)
            }
        }
        dropUnknownOffsets(underWay)
    }

    /// A transaction whose end was decided is open exactly where its marker is missing.
    private func resume(_ transaction: Transaction) {
        var open: [TransactionTable.Place] = []
        for (name, indexes) in transaction.partitions.sorted(by: { $0.key < $1.key }) {
            for index in indexes.sorted() {
                guard let partition = topics[name]?.partition(index) else { continue }
                if partition.offlineReason != nil
                    || partition.producers.entries[transaction.producerID]?.transactionStart != nil {
                    open.append(.init(topic: name, partition: index))
                }
            }
        }
        transactions.endings[transaction.id] = .init(partitions: open, groups: transaction.groups.sorted())
        writeMarkers(of: transaction.id)
    }

    /// Records can be kept although the entry that put their partition into the transaction was not: nobody was told that they
    /// are, so they are aborted. Left open, they would hold back readers of committed records for ever.
    private func abortUnknown(in partition: Partition, of topic: Topic, _ underWay: [Int64: Transaction]) {
        for open in partition.producers.open {
            if underWay[open.producerID]?.partitions[topic.name]?.contains(partition.index) == true { continue }
            let epoch = partition.producers.entries[open.producerID]?.epoch ?? 0
            note(.warning, "partition \(partition.name): aborted a transaction of producer \(open.producerID)"
                + " that began at offset \(open.firstOffset) and that no transactional id has under way")
            _ = append(
                TransactionEnd(.abort, coordinatorEpoch: Self.coordinatorEpoch),
                of: ProducerIdentity(id: open.producerID, epoch: epoch), to: partition, of: topic)
        }
    }

    private func dropUnknownOffsets(_ underWay: [Int64: Transaction]) {
        for (group, producers) in pendingOffsets.byGroup.sorted(by: { $0.key < $1.key }) {
            for producerID in producers.keys.sorted() {
                if underWay[producerID]?.groups.contains(group) == true { continue }
                guard keep(.pendingDecided(group: group, producerID: producerID, isCommitted: false)) else { continue }
                _ = pendingOffsets.take(group, producerID)
            }
        }
    }
}
