import KafkaWire

/// How the metadata journal keeps a transactional id (entry kind 20).
extension WireWriter {
    mutating func write(_ transaction: Transaction) throws(WireError) {
        try writeString(transaction.id, flexible: true)
        writeInt64(transaction.producerID)
        writeInt16(transaction.epoch)
        writeInt64(transaction.previousProducerID)
        writeInt16(transaction.lastEpoch)
        writeInt64(transaction.nextProducerID)
        writeInt32(transaction.timeout)
        writeInt8(transaction.state.rawValue)
        writeInt64(transaction.startedAt)
        writeInt64(transaction.changedAt)
        try write(transaction.partitions)
        try writeStrings(transaction.groups)
    }

    mutating func write(_ partitions: [String: Set<Int32>]) throws(WireError) {
        try writeArray(partitions.sorted { $0.key < $1.key }, flexible: true) { writer, topic throws(WireError) in
            try writer.writeString(topic.key, flexible: true)
            try writer.writeArray(topic.value.sorted(), flexible: true) { writer, index throws(WireError) in
                writer.writeInt32(index)
            }
        }
    }

    mutating func writeStrings(_ strings: Set<String>) throws(WireError) {
        try writeArray(strings.sorted(), flexible: true) { writer, string throws(WireError) in
            try writer.writeString(string, flexible: true)
        }
    }
}

extension WireReader {
    mutating func readTransaction() throws(WireError) -> Transaction {
        let id = try readString(flexible: true)
        let producerID = try readInt64()
        let epoch = try readInt16()
        let previousProducerID = try readInt64()
        let lastEpoch = try readInt16()
        let nextProducerID = try readInt64()
        let timeout = try readInt32()
        let state = TransactionState(rawValue: try readInt8()) ?? .empty
        let startedAt = try readInt64()
        var transaction = Transaction(id: id, producerID: producerID, timeout: timeout, changedAt: try readInt64())
        transaction.epoch = epoch
        transaction.previousProducerID = previousProducerID
        transaction.lastEpoch = lastEpoch
        transaction.nextProducerID = nextProducerID
        transaction.state = state
        transaction.startedAt = startedAt
        transaction.partitions = try readPartitions()
        transaction.groups = try readStrings()
        return transaction
    }

    mutating func readPartitions() throws(WireError) -> [String: Set<Int32>] {
        let topics = try readArray(flexible: true) { reader throws(WireError) in
            (
                try reader.readString(flexible: true),
                Set(try reader.readArray(flexible: true) { reader throws(WireError) in try reader.readInt32() })
            )
        }
        return Dictionary(topics) { $1 }
    }

    mutating func readStrings() throws(WireError) -> Set<String> {
        Set(try readArray(flexible: true) { reader throws(WireError) in try reader.readString(flexible: true) })
    }
}
