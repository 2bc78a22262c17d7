// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Record batches by topic and partition. With acks 0 there is no response. Versions 0 to 2 carried older record
/// formats: they are shown to clients and refused.
package struct ProduceRequest: KafkaRequest {
    package typealias Response = ProduceResponse
    package static let apiKey = APIKey.produce
    package static let versions: ClosedRange<Int16> = 3...13
    package static let firstFlexibleVersion: Int16 = 9

    /// The transactional id; null without transactions.
    package var transactionalId: String?
    /// 0 for no response, 1 for the leader's word, -1 for all replicas in sync.
    package var acks: Int16
    /// How long the broker may take, in milliseconds.
    package var timeoutMs: Int32
    /// By topic.
    package var topicData: [TopicProduceData]

    package init(
        transactionalId: String? = nil,
        acks: Int16 = 0,
        timeoutMs: Int32 = 0,
        topicData: [TopicProduceData] = []
    ) {
        self.transactionalId = transactionalId
        self.acks = acks
        self.timeoutMs = timeoutMs
        self.topicData = topicData
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 9
        transactionalId = try reader.readNullableString(flexible: flexible)
        acks = try reader.readInt16()
        timeoutMs = try reader.readInt32()
        topicData = try reader.readArray(of: TopicProduceData.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 9
        try writer.writeNullableString(transactionalId, flexible: flexible)
        writer.writeInt16(acks)
        writer.writeInt32(timeoutMs)
        try writer.writeArray(topicData, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }

    package var payloadBytes: Int { topicData.reduce(0) { $0 + $1.payloadBytes } }
}

extension ProduceRequest {
    /// An element of `topicData`.
    package struct TopicProduceData: WireStructure {
        /// The topic's name. Up to version 12.
        package var name: String
        /// The topic's id. Version 13 and later.
        package var topicId: KafkaUUID
        /// By partition.
        package var partitionData: [PartitionProduceData]

        package init(
            name: String = "",
            topicId: KafkaUUID = .zero,
            partitionData: [PartitionProduceData] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitionData = partitionData
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            name = try version <= 12 ? reader.readString(flexible: flexible) : ""
            topicId = try version >= 13 ? reader.readUUID() : .zero
            partitionData = try reader.readArray(of: PartitionProduceData.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            if version <= 12 {
                try writer.writeString(name, flexible: flexible)
            }
            if version >= 13 {
                writer.writeUUID(topicId)
            }
            try writer.writeArray(partitionData, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }

        package var payloadBytes: Int { partitionData.reduce(0) { $0 + $1.payloadBytes } }
    }
}

extension ProduceRequest {
    /// An element of `partitionData`.
    package struct PartitionProduceData: WireStructure {
        /// The partition's number.
        package var index: Int32
        /// Record batches.
        package var records: ByteBuffer?

        package init(index: Int32 = 0, records: ByteBuffer? = nil) {
            self.index = index
            self.records = records
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            index = try reader.readInt32()
            records = try reader.readNullableBytes(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt32(index)
            try writer.writeNullableBytes(records, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }

        package var payloadBytes: Int { (records?.readableBytes ?? 0) }
    }
}
