// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What to read, from which offsets, how much, and how long to wait. Fetch sessions (KIP-227) from version 7, topic ids
/// instead of names from 13.
package struct FetchRequest: KafkaRequest {
    package typealias Response = FetchResponse
    package static let apiKey = APIKey.fetch
    package static let versions: ClosedRange<Int16> = 4...17
    package static let firstFlexibleVersion: Int16 = 12

    /// The cluster's id, if the follower knows it. Version 12 and later.
    package var clusterId: String?
    /// The id of the follower that asks; -1 for a consumer. Up to version 14.
    package var replicaId: Int32
    /// The follower that asks. Version 15 and later.
    package var replicaState: ReplicaState
    /// How long to wait for minBytes, in milliseconds.
    package var maxWaitMs: Int32
    /// How many bytes to wait for.
    package var minBytes: Int32
    /// How many bytes at most; the first batch is sent even so (KIP-74).
    package var maxBytes: Int32
    /// 0 to read everything, 1 to read committed transactions only.
    package var isolationLevel: Int8
    /// The fetch session; 0 for none. Version 7 and later.
    package var sessionId: Int32
    /// The fetch session's epoch; -1 for no session, 0 for a new one. Version 7 and later.
    package var sessionEpoch: Int32
    /// By topic.
    package var topics: [FetchTopic]
    /// What to drop from the fetch session. Version 7 and later.
    package var forgottenTopicsData: [ForgottenTopic]
    /// The consumer's rack. Version 11 and later.
    package var rackId: String

    package init(
        clusterId: String? = nil,
        replicaId: Int32 = -1,
        replicaState: ReplicaState = ReplicaState(),
        maxWaitMs: Int32 = 0,
        minBytes: Int32 = 0,
        maxBytes: Int32 = .max,
        isolationLevel: Int8 = 0,
        sessionId: Int32 = 0,
        sessionEpoch: Int32 = -1,
        topics: [FetchTopic] = [],
        forgottenTopicsData: [ForgottenTopic] = [],
        rackId: String = ""
    ) {
        self.clusterId = clusterId
        self.replicaId = replicaId
        self.replicaState = replicaState
        self.maxWaitMs = maxWaitMs
        self.minBytes = minBytes
        self.maxBytes = maxBytes
        self.isolationLevel = isolationLevel
        self.sessionId = sessionId
        self.sessionEpoch = sessionEpoch
        self.topics = topics
        self.forgottenTopicsData = forgottenTopicsData
        self.rackId = rackId
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 12
        replicaId = try version <= 14 ? reader.readInt32() : -1
        maxWaitMs = try reader.readInt32()
        minBytes = try reader.readInt32()
        maxBytes = try reader.readInt32()
        isolationLevel = try reader.readInt8()
        sessionId = try version >= 7 ? reader.readInt32() : 0
        sessionEpoch = try version >= 7 ? reader.readInt32() : -1
        topics = try reader.readArray(of: FetchTopic.self, flexible: flexible, version: version)
        forgottenTopicsData = try version >= 7 ? reader.readArray(of: ForgottenTopic.self, flexible: flexible, version: version) : []
        rackId = try version >= 11 ? reader.readString(flexible: flexible) : ""
        clusterId = nil
        replicaState = ReplicaState()
        if flexible {
            for _ in 0..<(try reader.readTaggedFieldCount()) {
                let field = try reader.readTaggedField()
                switch field.tag {
                case 0 where version >= 12: clusterId = try reader.readNullableString(flexible: flexible)
                case 1 where version >= 15: replicaState = try ReplicaState(from: &reader, version: version)
                default: try reader.skip(field)
                }
                try reader.end(field)
            }
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 12
        if version <= 14 {
            writer.writeInt32(replicaId)
        } else if replicaId != -1 {
            throw .fieldNotInVersion(field: "FetchRequest.replicaId", version: version)
        }
        if !(version >= 15), replicaState != ReplicaState() { throw .fieldNotInVersion(field: "FetchRequest.replicaState", version: version) }
        writer.writeInt32(maxWaitMs)
        writer.writeInt32(minBytes)
        writer.writeInt32(maxBytes)
        writer.writeInt8(isolationLevel)
        if version >= 7 {
            writer.writeInt32(sessionId)
        }
        if version >= 7 {
            writer.writeInt32(sessionEpoch)
        }
        try writer.writeArray(topics, flexible: flexible, version: version)
        if version >= 7 {
            try writer.writeArray(forgottenTopicsData, flexible: flexible, version: version)
        } else if !forgottenTopicsData.isEmpty {
            throw .fieldNotInVersion(field: "FetchRequest.forgottenTopicsData", version: version)
        }
        if version >= 11 {
            try writer.writeString(rackId, flexible: flexible)
        }
        if flexible {
            var tagged = TaggedFieldWriter()
            if version >= 12, clusterId != nil {
                try tagged.add(0) { (writer: inout WireWriter) throws(WireError) in
                    try writer.writeNullableString(clusterId, flexible: flexible)
                }
            }
            if version >= 15, replicaState != ReplicaState() {
                try tagged.add(1) { (writer: inout WireWriter) throws(WireError) in
                    try replicaState.write(to: &writer, version: version)
                }
            }
            writer.writeTaggedFields(tagged)
        }
    }
}

extension FetchRequest {
    /// The follower that asks.
    package struct ReplicaState: WireStructure {
        /// The id of the follower that asks; -1 for a consumer.
        package var replicaId: Int32
        /// The follower's epoch, or -1.
        package var replicaEpoch: Int64

        package init(replicaId: Int32 = -1, replicaEpoch: Int64 = -1) {
            self.replicaId = replicaId
            self.replicaEpoch = replicaEpoch
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            replicaId = try reader.readInt32()
            replicaEpoch = try reader.readInt64()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(replicaId)
            writer.writeInt64(replicaEpoch)
            writer.writeNoTaggedFields()
        }
    }
}

extension FetchRequest {
    /// An element of `topics`.
    package struct FetchTopic: WireStructure {
        /// The topic's name. Up to version 12.
        package var topic: String
        /// The topic's id. Version 13 and later.
        package var topicId: KafkaUUID
        /// By partition.
        package var partitions: [FetchPartition]

        package init(topic: String = "", topicId: KafkaUUID = .zero, partitions: [FetchPartition] = []) {
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            topic = try version <= 12 ? reader.readString(flexible: flexible) : ""
            topicId = try version >= 13 ? reader.readUUID() : .zero
            partitions = try reader.readArray(of: FetchPartition.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            if version <= 12 {
                try writer.writeString(topic, flexible: flexible)
            }
            if version >= 13 {
                writer.writeUUID(topicId)
            }
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension FetchRequest {
    /// An element of `partitions`.
    package struct FetchPartition: WireStructure {
        /// The partition's number.
        package var partition: Int32
        /// The leader epoch that the client knows, to be told if it is out of date; -1 for none. Version 9 and later.
        package var currentLeaderEpoch: Int32
        /// The first offset to read.
        package var fetchOffset: Int64
        /// The epoch of the last record that the follower has; -1 for none. Version 12 and later.
        package var lastFetchedEpoch: Int32
        /// The first offset that the follower holds; -1 for a consumer. Version 5 and later.
        package var logStartOffset: Int64
        /// How many bytes of this partition at most; the first batch is sent even so.
        package var partitionMaxBytes: Int32
        /// The follower's log directory. Version 17 and later.
        package var replicaDirectoryId: KafkaUUID

        package init(
            partition: Int32 = 0,
            currentLeaderEpoch: Int32 = -1,
            fetchOffset: Int64 = 0,
            lastFetchedEpoch: Int32 = -1,
            logStartOffset: Int64 = -1,
            partitionMaxBytes: Int32 = 0,
            replicaDirectoryId: KafkaUUID = .zero
        ) {
            self.partition = partition
            self.currentLeaderEpoch = currentLeaderEpoch
            self.fetchOffset = fetchOffset
            self.lastFetchedEpoch = lastFetchedEpoch
            self.logStartOffset = logStartOffset
            self.partitionMaxBytes = partitionMaxBytes
            self.replicaDirectoryId = replicaDirectoryId
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            partition = try reader.readInt32()
            currentLeaderEpoch = try version >= 9 ? reader.readInt32() : -1
            fetchOffset = try reader.readInt64()
            lastFetchedEpoch = try version >= 12 ? reader.readInt32() : -1
            logStartOffset = try version >= 5 ? reader.readInt64() : -1
            partitionMaxBytes = try reader.readInt32()
            replicaDirectoryId = .zero
            if flexible {
                for _ in 0..<(try reader.readTaggedFieldCount()) {
                    let field = try reader.readTaggedField()
                    switch field.tag {
                    case 0 where version >= 17: replicaDirectoryId = try reader.readUUID()
                    default: try reader.skip(field)
                    }
                    try reader.end(field)
                }
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            writer.writeInt32(partition)
            if version >= 9 {
                writer.writeInt32(currentLeaderEpoch)
            }
            writer.writeInt64(fetchOffset)
            if version >= 12 {
                writer.writeInt32(lastFetchedEpoch)
            } else if lastFetchedEpoch != -1 {
                throw .fieldNotInVersion(field: "FetchPartition.lastFetchedEpoch", version: version)
            }
            if version >= 5 {
                writer.writeInt64(logStartOffset)
            }
            writer.writeInt32(partitionMaxBytes)
            if flexible {
                var tagged = TaggedFieldWriter()
                if version >= 17, replicaDirectoryId != .zero {
                    try tagged.add(0) { (writer: inout WireWriter) throws(WireError) in
                        writer.writeUUID(replicaDirectoryId)
                    }
                }
                writer.writeTaggedFields(tagged)
            }
        }
    }
}

extension FetchRequest {
    /// An element of `forgottenTopicsData`.
    package struct ForgottenTopic: WireStructure {
        /// The topic's name. Up to version 12.
        package var topic: String
        /// The topic's id. Version 13 and later.
        package var topicId: KafkaUUID
        /// By partition.
        package var partitions: [Int32]

        package init(topic: String = "", topicId: KafkaUUID = .zero, partitions: [Int32] = []) {
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            topic = try version <= 12 ? reader.readString(flexible: flexible) : ""
            topicId = try version >= 13 ? reader.readUUID() : .zero
            partitions = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            if version <= 12 {
                try writer.writeString(topic, flexible: flexible)
            }
            if version >= 13 {
                writer.writeUUID(topicId)
            }
            try writer.writeArray(partitions, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
