// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The topics; with validateOnly they are only checked.
package struct CreateTopicsRequest: KafkaRequest {
    package typealias Response = CreateTopicsResponse
    package static let apiKey = APIKey.createTopics
    package static let versions: ClosedRange<Int16> = 2...7
    package static let firstFlexibleVersion: Int16 = 5

    /// The topics to create.
    package var topics: [CreatableTopic]
    /// How long the broker may take, in milliseconds.
    package var timeoutMs: Int32
    /// Whether to check only, and change nothing.
    package var validateOnly: Bool

    package init(topics: [CreatableTopic] = [], timeoutMs: Int32 = 60000, validateOnly: Bool = false) {
        self.topics = topics
        self.timeoutMs = timeoutMs
        self.validateOnly = validateOnly
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 5
        topics = try reader.readArray(of: CreatableTopic.self, flexible: flexible, version: version)
        timeoutMs = try reader.readInt32()
        validateOnly = try reader.readBool()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 5
        try writer.writeArray(topics, flexible: flexible, version: version)
        writer.writeInt32(timeoutMs)
        writer.writeBool(validateOnly)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension CreateTopicsRequest {
    /// An element of `topics`.
    package struct CreatableTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// How many partitions; -1 for the default.
        package var numPartitions: Int32
        /// How many replicas; -1 for the default.
        package var replicationFactor: Int16
        /// The replicas' brokers by partition; empty to leave it to the broker.
        package var assignments: [CreatableReplicaAssignment]
        /// The configuration values.
        package var configs: [CreatableTopicConfig]

        package init(
            name: String = "",
            numPartitions: Int32 = 0,
            replicationFactor: Int16 = 0,
            assignments: [CreatableReplicaAssignment] = [],
            configs: [CreatableTopicConfig] = []
        ) {
            self.name = name
            self.numPartitions = numPartitions
            self.replicationFactor = replicationFactor
            self.assignments = assignments
            self.configs = configs
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            name = try reader.readString(flexible: flexible)
            numPartitions = try reader.readInt32()
            replicationFactor = try reader.readInt16()
            assignments = try reader.readArray(of: CreatableReplicaAssignment.self, flexible: flexible, version: version)
            configs = try reader.readArray(of: CreatableTopicConfig.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            try writer.writeString(name, flexible: flexible)
            writer.writeInt32(numPartitions)
            writer.writeInt16(replicationFactor)
            try writer.writeArray(assignments, flexible: flexible, version: version)
            try writer.writeArray(configs, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension CreateTopicsRequest {
    /// An element of `assignments`.
    package struct CreatableReplicaAssignment: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// The brokers of the replicas; the first is the preferred leader.
        package var brokerIds: [Int32]

        package init(partitionIndex: Int32 = 0, brokerIds: [Int32] = []) {
            self.partitionIndex = partitionIndex
            self.brokerIds = brokerIds
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            partitionIndex = try reader.readInt32()
            brokerIds = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            writer.writeInt32(partitionIndex)
            try writer.writeArray(brokerIds, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension CreateTopicsRequest {
    /// An element of `configs`.
    package struct CreatableTopicConfig: WireStructure {
        /// The configuration key.
        package var name: String
        /// The value.
        package var value: String?

        package init(name: String = "", value: String? = "") {
            self.name = name
            self.value = value
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            name = try reader.readString(flexible: flexible)
            value = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            try writer.writeString(name, flexible: flexible)
            try writer.writeNullableString(value, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
