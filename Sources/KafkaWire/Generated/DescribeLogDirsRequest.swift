// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which partitions.
package struct DescribeLogDirsRequest: KafkaRequest {
    package typealias Response = DescribeLogDirsResponse
    package static let apiKey = APIKey.describeLogDirs
    package static let versions: ClosedRange<Int16> = 1...4
    package static let firstFlexibleVersion: Int16 = 2

    /// By topic; null for all.
    package var topics: [DescribableLogDirTopic]?

    package init(topics: [DescribableLogDirTopic]? = []) {
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        topics = try reader.readNullableArray(of: DescribableLogDirTopic.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        try writer.writeNullableArray(topics, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeLogDirsRequest {
    /// An element of `topics`.
    package struct DescribableLogDirTopic: WireStructure {
        /// The topic's name.
        package var topic: String
        /// The partitions' numbers.
        package var partitions: [Int32]

        package init(topic: String = "", partitions: [Int32] = []) {
            self.topic = topic
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            topic = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(topic, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
