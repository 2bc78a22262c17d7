// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What became of each marker.
package struct WriteTxnMarkersResponse: KafkaMessage {
    package static let apiKey = APIKey.writeTxnMarkers
    package static let versions: ClosedRange<Int16> = 1...2
    package static let firstFlexibleVersion: Int16 = 1

    /// By marker.
    package var markers: [Marker]

    package init(markers: [Marker] = []) {
        self.markers = markers
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        markers = try reader.readArray(of: Marker.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeArray(markers, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension WriteTxnMarkersResponse {
    /// An element of `markers`.
    package struct Marker: WireStructure {
        /// The producer id.
        package var producerId: Int64
        /// By topic.
        package var topics: [Topic]

        package init(producerId: Int64 = 0, topics: [Topic] = []) {
            self.producerId = producerId
            self.topics = topics
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            producerId = try reader.readInt64()
            topics = try reader.readArray(of: Topic.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(producerId)
            try writer.writeArray(topics, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension WriteTxnMarkersResponse {
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

extension WriteTxnMarkersResponse {
    /// An element of `partitions`.
    package struct Partition: WireStructure {
        /// The partition.
        package var partitionIndex: Int32
        /// NONE, or why it failed.
        package var errorCode: ErrorCode

        package init(partitionIndex: Int32 = 0, errorCode: ErrorCode = .none) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            partitionIndex = try reader.readInt32()
            errorCode = try reader.readErrorCode()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(partitionIndex)
            writer.writeErrorCode(errorCode)
            writer.writeNoTaggedFields()
        }
    }
}
