import NIOCore

/// The control record that ends a transaction in a partition (KIP-98): key version 0 and type, value
/// version 0 and the epoch of the coordinator that decided.
package enum TransactionMarker: Int16, Hashable, Sendable {
    case abort = 0
    case commit = 1

    /// The control batch that the broker appends. Markers carry no sequence number.
    package func batch(
        producerID: Int64, producerEpoch: Int16, coordinatorEpoch: Int32, timestamp: Int64
    ) -> ByteBuffer {
        var builder = RecordBatchBuilder(
            producer: .init(id: producerID, epoch: producerEpoch, baseSequence: -1),
            isTransactional: true, isControl: true
        )
        var key = ByteBuffer()
        key.writeInteger(0 as Int16)
        key.writeInteger(rawValue)
        var value = ByteBuffer()
        value.writeInteger(0 as Int16)
        value.writeInteger(coordinatorEpoch)
        builder.append(key: key, value: value, timestamp: timestamp)
        return builder.finish()
    }

    /// What a control record's key says; nil for a type that we do not know.
    package init?(controlKey key: ByteBuffer?) {
        guard let key, let type = key.getInteger(at: key.readerIndex + 2, as: Int16.self) else { return nil }
        self.init(rawValue: type)
    }
}

/// How a transaction ended in a partition, as its control record says it.
package struct TransactionEnd: Hashable, Sendable {
    package var marker: TransactionMarker
    /// Of the coordinator that decided.
    package var coordinatorEpoch: Int32

    package init(_ marker: TransactionMarker, coordinatorEpoch: Int32) {
        self.marker = marker
        self.coordinatorEpoch = coordinatorEpoch
    }

    /// Nil for a control record of another kind.
    package init?(_ record: Record) {
        guard let marker = TransactionMarker(controlKey: record.key) else { return nil }
        self.marker = marker
        coordinatorEpoch = record.value.flatMap { $0.getInteger(at: $0.readerIndex + 2, as: Int32.self) } ?? 0
    }
}
