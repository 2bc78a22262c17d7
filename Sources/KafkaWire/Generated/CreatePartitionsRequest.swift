// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The new numbers of partitions.
package struct CreatePartitionsRequest: KafkaRequest {
    package typealias Response = CreatePartitionsResponse
    package static let apiKey = APIKey.createPartitions
    package static let versions: ClosedRange<Int16> = 0...3
    package static let firstFlexibleVersion: Int16 = 2

    /// By topic.
    package var topics: [CreatePartitionsTopic]
    /// How long the broker may take, in milliseconds.
    package var timeoutMs: Int32
    /// Whether to check only, and change nothing.
    package var validateOnly: Bool

    package init(topics: [CreatePartitionsTopic] = [], timeoutMs: Int32 = 0, validateOnly: Bool = false) {
        self.topics = topics
        self.timeoutMs = timeoutMs
        self.validateOnly = validateOnly
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        topics = try reader.readArray(of: CreatePartitionsTopic.self, flexible: flexible, version: version)
        timeoutMs = try reader.readInt32()
        validateOnly = try reader.readBool()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        try writer.writeArray(topics, flexible: flexible, version: version)
        writer.writeInt32(timeoutMs)
        writer.writeBool(validateOnly)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension CreatePartitionsRequest {
    /// An element of `topics`.
    package struct CreatePartitionsTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// The new number of partitions.
        package var count: Int32
        /// The replicas' brokers of each new partition; null to leave it to the broker.
        package var assignments: [CreatePartitionsAssignment]?

        package init(name: String = "", count: Int32 = 0, assignments: [CreatePartitionsAssignment]? = []) {
            self.name = name
            self.count = count
            self.assignments = assignments
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            name = try reader.readString(flexible: flexible)
            count = try reader.readInt32()
            assignments = try reader.readNullableArray(of: CreatePartitionsAssignment.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(name, flexible: flexible)
            writer.writeInt32(count)
            try writer.writeNullableArray(assignments, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension CreatePartitionsRequest {
    /// An element of `assignments`.
    package struct CreatePartitionsAssignment: WireStructure {
        /// The brokers of the replicas; the first is the preferred leader.
        package var brokerIds: [Int32]

        package init(brokerIds: [Int32] = []) {
            self.brokerIds = brokerIds
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            brokerIds = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeArray(brokerIds, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
