// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// One transaction up to version 3, as clients send it; several from version 4, as brokers do.
package struct AddPartitionsToTxnRequest: KafkaRequest {
    package typealias Response = AddPartitionsToTxnResponse
    package static let apiKey = APIKey.addPartitionsToTxn
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 3

    /// The transactions. Version 4 and later.
    package var transactions: [Transaction]
    /// The transactional id. Up to version 3.
    package var transactionalId: String
    /// The producer id that it has. Up to version 3.
    package var producerId: Int64
    /// The producer's epoch. Up to version 3.
    package var producerEpoch: Int16
    /// What becomes part of it. Up to version 3.
    package var topics: [Topic]

    package init(
        transactions: [Transaction] = [],
        transactionalId: String = "",
        producerId: Int64 = 0,
        producerEpoch: Int16 = 0,
        topics: [Topic] = []
    ) {
        self.transactions = transactions
        self.transactionalId = transactionalId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        transactions = try version >= 4 ? reader.readArray(of: Transaction.self, flexible: flexible, version: version) : []
        transactionalId = try version <= 3 ? reader.readString(flexible: flexible) : ""
        producerId = try version <= 3 ? reader.readInt64() : 0
        producerEpoch = try version <= 3 ? reader.readInt16() : 0
        topics = try version <= 3 ? reader.readArray(of: Topic.self, flexible: flexible, version: version) : []
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        if version >= 4 {
            try writer.writeArray(transactions, flexible: flexible, version: version)
        } else if !transactions.isEmpty {
            throw .fieldNotInVersion(field: "AddPartitionsToTxnRequest.transactions", version: version)
        }
        if version <= 3 {
            try writer.writeString(transactionalId, flexible: flexible)
        } else if !transactionalId.isEmpty {
            throw .fieldNotInVersion(field: "AddPartitionsToTxnRequest.transactionalId", version: version)
        }
        if version <= 3 {
            writer.writeInt64(producerId)
        } else if producerId != 0 {
            throw .fieldNotInVersion(field: "AddPartitionsToTxnRequest.producerId", version: version)
        }
        if version <= 3 {
            writer.writeInt16(producerEpoch)
        } else if producerEpoch != 0 {
            throw .fieldNotInVersion(field: "AddPartitionsToTxnRequest.producerEpoch", version: version)
        }
        if version <= 3 {
            try writer.writeArray(topics, flexible: flexible, version: version)
        } else if !topics.isEmpty {
            throw .fieldNotInVersion(field: "AddPartitionsToTxnRequest.topics", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension AddPartitionsToTxnRequest {
    /// An element of `transactions`.
    package struct Transaction: WireStructure {
        /// The transactional id.
        package var transactionalId: String
        /// The producer id that it has.
        package var producerId: Int64
        /// The producer's epoch.
        package var producerEpoch: Int16
        /// Whether it is only asked if the partitions are part of it.
        package var verifyOnly: Bool
        /// What becomes part of it.
        package var topics: [TransactionTopic]

        package init(
            transactionalId: String = "",
            producerId: Int64 = 0,
            producerEpoch: Int16 = 0,
            verifyOnly: Bool = false,
            topics: [TransactionTopic] = []
        ) {
            self.transactionalId = transactionalId
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.verifyOnly = verifyOnly
            self.topics = topics
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            transactionalId = try reader.readString(flexible: true)
            producerId = try reader.readInt64()
            producerEpoch = try reader.readInt16()
            verifyOnly = try reader.readBool()
            topics = try reader.readArray(of: TransactionTopic.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(transactionalId, flexible: true)
            writer.writeInt64(producerId)
            writer.writeInt16(producerEpoch)
            writer.writeBool(verifyOnly)
            try writer.writeArray(topics, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension AddPartitionsToTxnRequest {
    /// An element of `topics`.
    package struct TransactionTopic: WireStructure {
        /// The topic.
        package var name: String
        /// Its partitions.
        package var partitions: [Int32]

        package init(name: String = "", partitions: [Int32] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            partitions = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(partitions, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}

extension AddPartitionsToTxnRequest {
    /// An element of `topics`.
    package struct Topic: WireStructure {
        /// The topic.
        package var name: String
        /// Its partitions.
        package var partitions: [Int32]

        package init(name: String = "", partitions: [Int32] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
