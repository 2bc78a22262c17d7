// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The markers.
package struct WriteTxnMarkersRequest: KafkaRequest {
    package typealias Response = WriteTxnMarkersResponse
    package static let apiKey = APIKey.writeTxnMarkers
    package static let versions: ClosedRange<Int16> = 1...2
    package static let firstFlexibleVersion: Int16 = 1

    /// The markers.
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

extension WriteTxnMarkersRequest {
    /// An element of `markers`.
    package struct Marker: WireStructure {
        /// The producer id.
        package var producerId: Int64
        /// Its epoch.
        package var producerEpoch: Int16
        /// Whether the transaction is committed.
        package var transactionResult: Bool
        /// Where to write it.
        package var topics: [Topic]
        /// The epoch of the coordinator that asks.
        package var coordinatorEpoch: Int32
        /// The version of the protocol of transactions. Version 2 and later.
        package var transactionVersion: Int8

        package init(
            producerId: Int64 = 0,
            producerEpoch: Int16 = 0,
            transactionResult: Bool = false,
            topics: [Topic] = [],
            coordinatorEpoch: Int32 = 0,
            transactionVersion: Int8 = 0
        ) {
            self.producerId = producerId
            self.producerEpoch = producerEpoch
            self.transactionResult = transactionResult
            self.topics = topics
            self.coordinatorEpoch = coordinatorEpoch
            self.transactionVersion = transactionVersion
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            producerId = try reader.readInt64()
            producerEpoch = try reader.readInt16()
            transactionResult = try reader.readBool()
            topics = try reader.readArray(of: Topic.self, flexible: true, version: version)
            coordinatorEpoch = try reader.readInt32()
            transactionVersion = try version >= 2 ? reader.readInt8() : 0
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(producerId)
            writer.writeInt16(producerEpoch)
            writer.writeBool(transactionResult)
            try writer.writeArray(topics, flexible: true, version: version)
            writer.writeInt32(coordinatorEpoch)
            if version >= 2 {
                writer.writeInt8(transactionVersion)
            }
            writer.writeNoTaggedFields()
        }
    }
}

extension WriteTxnMarkersRequest {
    /// An element of `topics`.
    package struct Topic: WireStructure {
        /// The topic.
        package var name: String
        /// Its partitions.
        package var partitionIndexes: [Int32]

        package init(name: String = "", partitionIndexes: [Int32] = []) {
            self.name = name
            self.partitionIndexes = partitionIndexes
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            partitionIndexes = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(partitionIndexes, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}
