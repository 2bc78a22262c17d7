// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Up to which offset, by partition.
package struct DeleteRecordsRequest: KafkaRequest {
    package typealias Response = DeleteRecordsResponse
    package static let apiKey = APIKey.deleteRecords
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 2

    /// By topic.
    package var topics: [DeleteRecordsTopic]
    /// How long the broker may take, in milliseconds.
    package var timeoutMs: Int32

    package init(topics: [DeleteRecordsTopic] = [], timeoutMs: Int32 = 0) {
        self.topics = topics
        self.timeoutMs = timeoutMs
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        topics = try reader.readArray(of: DeleteRecordsTopic.self, flexible: flexible, version: version)
        timeoutMs = try reader.readInt32()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        try writer.writeArray(topics, flexible: flexible, version: version)
        writer.writeInt32(timeoutMs)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DeleteRecordsRequest {
    /// An element of `topics`.
    package struct DeleteRecordsTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [DeleteRecordsPartition]

        package init(name: String = "", partitions: [DeleteRecordsPartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: DeleteRecordsPartition.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension DeleteRecordsRequest {
    /// An element of `partitions`.
    package struct DeleteRecordsPartition: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// The offset that becomes the first; -1 for the high watermark.
        package var offset: Int64

        package init(partitionIndex: Int32 = 0, offset: Int64 = 0) {
            self.partitionIndex = partitionIndex
            self.offset = offset
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            partitionIndex = try reader.readInt32()
            offset = try reader.readInt64()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt32(partitionIndex)
            writer.writeInt64(offset)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
