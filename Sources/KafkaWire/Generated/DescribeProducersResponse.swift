// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The producers.
package struct DescribeProducersResponse: KafkaMessage {
    package static let apiKey = APIKey.describeProducers
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By topic.
    package var topics: [Topic]

    package init(throttleTimeMs: Int32 = 0, topics: [Topic] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        topics = try reader.readArray(of: Topic.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(topics, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension DescribeProducersResponse {
    /// An element of `topics`.
    package struct Topic: WireStructure {
        /// The topic.
        package var name: String
        /// By partition.
        package var partitions: [Partition]

        package init(name: String = "", partitions: [Partition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            partitions = try reader.readArray(of: Partition.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(partitions, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeProducersResponse {
    /// An element of `partitions`.
    package struct Partition: WireStructure {
        /// The partition.
        package var partitionIndex: Int32
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?
        /// The producers that it remembers.
        package var activeProducers: [Producer]

        package init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            activeProducers: [Producer] = []
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.activeProducers = activeProducers
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            partitionIndex = try reader.readInt32()
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: true)
            activeProducers = try reader.readArray(of: Producer.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(partitionIndex)
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: true)
            try writer.writeArray(activeProducers, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeProducersResponse {
    /// An element of `activeProducers`.
    package struct Producer: WireStructure {
        /// The producer id.
        package var producerId: Int64
        /// Its epoch.
        package var producerEpoch: Int32
        /// The sequence of the last record; -1 for none.
        package var lastSequence: Int32
        /// When it wrote last, in milliseconds since 1970; -1 for never.
        package var lastTimestamp: Int64
        /// The epoch of the coordinator of its last marker.
        package var coordinatorEpoch: Int32
        /// Where its open transaction begins; -1 for none.
        package var currentTxnStartOffset: Int64

        package init(
            producerId: Int64 = 0,
            producerEpoch: Int32 = 0,
            lastSequence: Int32 = -1,
            lastTimestamp: Int64 = -1,
            coordinatorEpoch: Int32 = 0,
            currentTxnStartOffset: Int64 = -1
        ) {
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.lastSequence = lastSequence
            self.lastTimestamp = lastTimestamp
            self.coordinatorEpoch = coordinatorEpoch
            self.currentTxnStartOffset = currentTxnStartOffset
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            producerId = try reader.readInt64()
            producerEpoch = try reader.readInt32()
            lastSequence = try reader.readInt32()
            lastTimestamp = try reader.readInt64()
            coordinatorEpoch = try reader.readInt32()
            currentTxnStartOffset = try reader.readInt64()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(producerId)
            writer.writeInt32(producerEpoch)
            writer.writeInt32(lastSequence)
            writer.writeInt64(lastTimestamp)
            writer.writeInt32(coordinatorEpoch)
            writer.writeInt64(currentTxnStartOffset)
            writer.writeNoTaggedFields()
        }
    }
}
