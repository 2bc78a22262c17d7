// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The cluster as the broker sees it.
package struct MetadataResponse: KafkaMessage {
    package static let apiKey = APIKey.metadata
    package static let versions: ClosedRange<Int16> = 0...13
    package static let firstFlexibleVersion: Int16 = 9

    /// How long the client should pause because of a quota, in milliseconds. Version 3 and later.
    package var throttleTimeMs: Int32
    /// The brokers.
    package var brokers: [MetadataResponseBroker]
    /// The cluster's id. Version 2 and later.
    package var clusterId: String?
    /// The controller's broker id, or -1. Version 1 and later.
    package var controllerId: Int32
    /// The topics.
    package var topics: [MetadataResponseTopic]
    /// What the client may do with the cluster: a bit for each operation; the lowest number for "not asked". Versions 8
    /// to 10.
    package var clusterAuthorizedOperations: Int32
    /// NONE, or why it failed. Version 13 and later.
    package var errorCode: ErrorCode

    package init(
        throttleTimeMs: Int32 = 0,
        brokers: [MetadataResponseBroker] = [],
        clusterId: String? = nil,
        controllerId: Int32 = -1,
        topics: [MetadataResponseTopic] = [],
        clusterAuthorizedOperations: Int32 = .min,
        errorCode: ErrorCode = .none
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.brokers = brokers
        self.clusterId = clusterId
        self.controllerId = controllerId
        self.topics = topics
        self.clusterAuthorizedOperations = clusterAuthorizedOperations
        self.errorCode = errorCode
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 9
        throttleTimeMs = try version >= 3 ? reader.readInt32() : 0
        brokers = try reader.readArray(of: MetadataResponseBroker.self, flexible: flexible, version: version)
        clusterId = try version >= 2 ? reader.readNullableString(flexible: flexible) : nil
        controllerId = try version >= 1 ? reader.readInt32() : -1
        topics = try reader.readArray(of: MetadataResponseTopic.self, flexible: flexible, version: version)
        clusterAuthorizedOperations = try version >= 8 && version <= 10 ? reader.readInt32() : .min
        errorCode = try version >= 13 ? reader.readErrorCode() : .none
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 9
        if version >= 3 {
            writer.writeInt32(throttleTimeMs)
        }
        try writer.writeArray(brokers, flexible: flexible, version: version)
        if version >= 2 {
            try writer.writeNullableString(clusterId, flexible: flexible)
        }
        if version >= 1 {
            writer.writeInt32(controllerId)
        }
        try writer.writeArray(topics, flexible: flexible, version: version)
        if version >= 8 && version <= 10 {
            writer.writeInt32(clusterAuthorizedOperations)
        } else if clusterAuthorizedOperations != .min {
            throw .fieldNotInVersion(field: "MetadataResponse.clusterAuthorizedOperations", version: version)
        }
        if version >= 13 {
            writer.writeErrorCode(errorCode)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension MetadataResponse {
    /// An element of `brokers`.
    package struct MetadataResponseBroker: WireStructure {
        /// The broker's id.
        package var nodeId: Int32
        /// Where to connect.
        package var host: String
        /// The port to connect to.
        package var port: Int32
        /// The broker's rack, or null. Version 1 and later.
        package var rack: String?

        package init(nodeId: Int32 = 0, host: String = "", port: Int32 = 0, rack: String? = nil) {
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.rack = rack
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            nodeId = try reader.readInt32()
            host = try reader.readString(flexible: flexible)
            port = try reader.readInt32()
            rack = try version >= 1 ? reader.readNullableString(flexible: flexible) : nil
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt32(nodeId)
            try writer.writeString(host, flexible: flexible)
            writer.writeInt32(port)
            if version >= 1 {
                try writer.writeNullableString(rack, flexible: flexible)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension MetadataResponse {
    /// An element of `topics`.
    package struct MetadataResponseTopic: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// The topic's name; null if it was asked for by an unknown id. May be null from version 12.
        package var name: String?
        /// The topic's id. Version 10 and later.
        package var topicId: KafkaUUID
        /// Whether the topic is one of the broker's own. Version 1 and later.
        package var isInternal: Bool
        /// By partition.
        package var partitions: [MetadataResponsePartition]
        /// What the client may do with the topic: a bit for each operation; the lowest number for "not asked". Version
        /// 8 and later.
        package var topicAuthorizedOperations: Int32

        package init(
            errorCode: ErrorCode = .none,
            name: String? = "",
            topicId: KafkaUUID = .zero,
            isInternal: Bool = false,
            partitions: [MetadataResponsePartition] = [],
            topicAuthorizedOperations: Int32 = .min
        ) {
            self.errorCode = errorCode
            self.name = name
            self.topicId = topicId
            self.isInternal = isInternal
            self.partitions = partitions
            self.topicAuthorizedOperations = topicAuthorizedOperations
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            errorCode = try reader.readErrorCode()
            name = try version >= 12 ? reader.readNullableString(flexible: flexible) : reader.readString(flexible: flexible)
            topicId = try version >= 10 ? reader.readUUID() : .zero
            isInternal = try version >= 1 ? reader.readBool() : false
            partitions = try reader.readArray(of: MetadataResponsePartition.self, flexible: flexible, version: version)
            topicAuthorizedOperations = try version >= 8 ? reader.readInt32() : .min
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeErrorCode(errorCode)
            if version >= 12 {
                try writer.writeNullableString(name, flexible: flexible)
            } else {
                try writer.writeString(WireWriter.required(name, "MetadataResponseTopic.name", version), flexible: flexible)
            }
            if version >= 10 {
                writer.writeUUID(topicId)
            }
            if version >= 1 {
                writer.writeBool(isInternal)
            }
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if version >= 8 {
                writer.writeInt32(topicAuthorizedOperations)
            } else if topicAuthorizedOperations != .min {
                throw .fieldNotInVersion(field: "MetadataResponseTopic.topicAuthorizedOperations", version: version)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension MetadataResponse {
    /// An element of `partitions`.
    package struct MetadataResponsePartition: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// The partition's number.
        package var partitionIndex: Int32
        /// The leader's broker id, or -1.
        package var leaderId: Int32
        /// The epoch of the partition's leader. Version 7 and later.
        package var leaderEpoch: Int32
        /// The brokers of the replicas.
        package var replicaNodes: [Int32]
        /// The brokers of the replicas in sync.
        package var isrNodes: [Int32]
        /// The replicas that are offline. Version 5 and later.
        package var offlineReplicas: [Int32]

        package init(
            errorCode: ErrorCode = .none,
            partitionIndex: Int32 = 0,
            leaderId: Int32 = 0,
            leaderEpoch: Int32 = -1,
            replicaNodes: [Int32] = [],
            isrNodes: [Int32] = [],
            offlineReplicas: [Int32] = []
        ) {
            self.errorCode = errorCode
            self.partitionIndex = partitionIndex
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
            self.replicaNodes = replicaNodes
            self.isrNodes = isrNodes
            self.offlineReplicas = offlineReplicas
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            errorCode = try reader.readErrorCode()
            partitionIndex = try reader.readInt32()
            leaderId = try reader.readInt32()
            leaderEpoch = try version >= 7 ? reader.readInt32() : -1
            replicaNodes = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            isrNodes = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            offlineReplicas = try version >= 5 ? reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() } : []
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeErrorCode(errorCode)
            writer.writeInt32(partitionIndex)
            writer.writeInt32(leaderId)
            if version >= 7 {
                writer.writeInt32(leaderEpoch)
            }
            try writer.writeArray(replicaNodes, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            try writer.writeArray(isrNodes, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            if version >= 5 {
                try writer.writeArray(offlineReplicas, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
