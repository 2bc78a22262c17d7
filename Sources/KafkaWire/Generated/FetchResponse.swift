// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Whole record batches by partition; the last one may be cut.
package struct FetchResponse: KafkaMessage {
    package static let apiKey = APIKey.fetch
    package static let versions: ClosedRange<Int16> = 4...17
    package static let firstFlexibleVersion: Int16 = 12

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed. Version 7 and later.
    package var errorCode: ErrorCode
    /// The fetch session; 0 for none. Version 7 and later.
    package var sessionId: Int32
    /// By topic.
    package var responses: [FetchableTopicResponse]
    /// Where the leaders named in the response are (KIP-951). Version 16 and later.
    package var nodeEndpoints: [NodeEndpoint]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        sessionId: Int32 = 0,
        responses: [FetchableTopicResponse] = [],
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.sessionId = sessionId
        self.responses = responses
        self.nodeEndpoints = nodeEndpoints
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 12
        throttleTimeMs = try reader.readInt32()
        errorCode = try version >= 7 ? reader.readErrorCode() : .none
        sessionId = try version >= 7 ? reader.readInt32() : 0
        responses = try reader.readArray(of: FetchableTopicResponse.self, flexible: flexible, version: version)
        nodeEndpoints = []
        if flexible {
            for _ in 0..<(try reader.readTaggedFieldCount()) {
                let field = try reader.readTaggedField()
                switch field.tag {
                case 0 where version >= 16: nodeEndpoints = try reader.readArray(of: NodeEndpoint.self, flexible: flexible, version: version)
                default: try reader.skip(field)
                }
                try reader.end(field)
            }
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 12
        writer.writeInt32(throttleTimeMs)
        if version >= 7 {
            writer.writeErrorCode(errorCode)
        }
        if version >= 7 {
            writer.writeInt32(sessionId)
        } else if sessionId != 0 {
            throw .fieldNotInVersion(field: "FetchResponse.sessionId", version: version)
        }
        try writer.writeArray(responses, flexible: flexible, version: version)
        if !(version >= 16), !nodeEndpoints.isEmpty { throw .fieldNotInVersion(field: "FetchResponse.nodeEndpoints", version: version) }
        if flexible {
            var tagged = TaggedFieldWriter()
            if version >= 16, !nodeEndpoints.isEmpty {
                try tagged.add(0) { (writer: inout WireWriter) throws(WireError) in
                    try writer.writeArray(nodeEndpoints, flexible: flexible, version: version)
                }
            }
            writer.writeTaggedFields(tagged)
        }
    }

    package var payloadBytes: Int { responses.reduce(0) { $0 + $1.payloadBytes } }
}

extension FetchResponse {
    /// An element of `responses`.
    package struct FetchableTopicResponse: WireStructure {
        /// The topic's name. Up to version 12.
        package var topic: String
        /// The topic's id. Version 13 and later.
        package var topicId: KafkaUUID
        /// By partition.
        package var partitions: [PartitionData]

        package init(topic: String = "", topicId: KafkaUUID = .zero, partitions: [PartitionData] = []) {
            self.topic = topic
            self.topicId = topicId
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            topic = try version <= 12 ? reader.readString(flexible: flexible) : ""
            topicId = try version >= 13 ? reader.readUUID() : .zero
            partitions = try reader.readArray(of: PartitionData.self, flexible: flexible, version: version)
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

        package var payloadBytes: Int { partitions.reduce(0) { $0 + $1.payloadBytes } }
    }
}

extension FetchResponse {
    /// An element of `partitions`.
    package struct PartitionData: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// The offset up to which consumers may read.
        package var highWatermark: Int64
        /// The offset up to which all transactions have ended.
        package var lastStableOffset: Int64
        /// The first offset that the log holds. Version 5 and later.
        package var logStartOffset: Int64
        /// Where the follower's log parts from the leader's. Version 12 and later.
        package var divergingEpoch: EpochEndOffset
        /// The leader, when the client asked another broker. Version 12 and later.
        package var currentLeader: LeaderIdAndEpoch
        /// The snapshot to fetch instead. Version 12 and later.
        package var snapshotId: SnapshotId
        /// Transactions whose records a reader of committed data skips.
        package var abortedTransactions: [AbortedTransaction]?
        /// The broker to read from instead, or -1. Version 11 and later.
        package var preferredReadReplica: Int32
        /// Record batches, which may end in a part of one.
        package var records: ByteBuffer?

        package init(
            partitionIndex: Int32 = 0,
            errorCode: ErrorCode = .none,
            highWatermark: Int64 = 0,
            lastStableOffset: Int64 = -1,
            logStartOffset: Int64 = -1,
            divergingEpoch: EpochEndOffset = EpochEndOffset(),
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch(),
            snapshotId: SnapshotId = SnapshotId(),
            abortedTransactions: [AbortedTransaction]? = [],
            preferredReadReplica: Int32 = -1,
            records: ByteBuffer? = nil
        ) {
            self.partitionIndex = partitionIndex
            self.errorCode = errorCode
            self.highWatermark = highWatermark
            self.lastStableOffset = lastStableOffset
            self.logStartOffset = logStartOffset
            self.divergingEpoch = divergingEpoch
            self.currentLeader = currentLeader
            self.snapshotId = snapshotId
            self.abortedTransactions = abortedTransactions
            self.preferredReadReplica = preferredReadReplica
            self.records = records
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            partitionIndex = try reader.readInt32()
            errorCode = try reader.readErrorCode()
            highWatermark = try reader.readInt64()
            lastStableOffset = try reader.readInt64()
            logStartOffset = try version >= 5 ? reader.readInt64() : -1
            abortedTransactions = try reader.readNullableArray(of: AbortedTransaction.self, flexible: flexible, version: version)
            preferredReadReplica = try version >= 11 ? reader.readInt32() : -1
            records = try reader.readNullableBytes(flexible: flexible)
            divergingEpoch = EpochEndOffset()
            currentLeader = LeaderIdAndEpoch()
            snapshotId = SnapshotId()
            if flexible {
                for _ in 0..<(try reader.readTaggedFieldCount()) {
                    let field = try reader.readTaggedField()
                    switch field.tag {
                    case 0 where version >= 12: divergingEpoch = try EpochEndOffset(from: &reader, version: version)
                    case 1 where version >= 12: currentLeader = try LeaderIdAndEpoch(from: &reader, version: version)
                    case 2 where version >= 12: snapshotId = try SnapshotId(from: &reader, version: version)
                    default: try reader.skip(field)
                    }
                    try reader.end(field)
                }
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            writer.writeInt32(partitionIndex)
            writer.writeErrorCode(errorCode)
            writer.writeInt64(highWatermark)
            writer.writeInt64(lastStableOffset)
            if version >= 5 {
                writer.writeInt64(logStartOffset)
            }
            if !(version >= 12), divergingEpoch != EpochEndOffset() { throw .fieldNotInVersion(field: "PartitionData.divergingEpoch", version: version) }
            if !(version >= 12), currentLeader != LeaderIdAndEpoch() { throw .fieldNotInVersion(field: "PartitionData.currentLeader", version: version) }
            if !(version >= 12), snapshotId != SnapshotId() { throw .fieldNotInVersion(field: "PartitionData.snapshotId", version: version) }
            try writer.writeNullableArray(abortedTransactions, flexible: flexible, version: version)
            if version >= 11 {
                writer.writeInt32(preferredReadReplica)
            } else if preferredReadReplica != -1 {
                throw .fieldNotInVersion(field: "PartitionData.preferredReadReplica", version: version)
            }
            try writer.writeNullableBytes(records, flexible: flexible)
            if flexible {
                var tagged = TaggedFieldWriter()
                if version >= 12, divergingEpoch != EpochEndOffset() {
                    try tagged.add(0) { (writer: inout WireWriter) throws(WireError) in
                        try divergingEpoch.write(to: &writer, version: version)
                    }
                }
                if version >= 12, currentLeader != LeaderIdAndEpoch() {
                    try tagged.add(1) { (writer: inout WireWriter) throws(WireError) in
                        try currentLeader.write(to: &writer, version: version)
                    }
                }
                if version >= 12, snapshotId != SnapshotId() {
                    try tagged.add(2) { (writer: inout WireWriter) throws(WireError) in
                        try snapshotId.write(to: &writer, version: version)
                    }
                }
                writer.writeTaggedFields(tagged)
            }
        }

        package var payloadBytes: Int { (records?.readableBytes ?? 0) }
    }
}

extension FetchResponse {
    /// Where the follower's log parts from the leader's.
    package struct EpochEndOffset: WireStructure {
        /// The leader epoch.
        package var epoch: Int32
        /// Where the epoch ends.
        package var endOffset: Int64

        package init(epoch: Int32 = -1, endOffset: Int64 = -1) {
            self.epoch = epoch
            self.endOffset = endOffset
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            epoch = try reader.readInt32()
            endOffset = try reader.readInt64()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(epoch)
            writer.writeInt64(endOffset)
            writer.writeNoTaggedFields()
        }
    }
}

extension FetchResponse {
    /// The leader, when the client asked another broker.
    package struct LeaderIdAndEpoch: WireStructure {
        /// The leader's broker id, or -1.
        package var leaderId: Int32
        /// The epoch of the partition's leader.
        package var leaderEpoch: Int32

        package init(leaderId: Int32 = -1, leaderEpoch: Int32 = -1) {
            self.leaderId = leaderId
            self.leaderEpoch = leaderEpoch
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            leaderId = try reader.readInt32()
            leaderEpoch = try reader.readInt32()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(leaderId)
            writer.writeInt32(leaderEpoch)
            writer.writeNoTaggedFields()
        }
    }
}

extension FetchResponse {
    /// The snapshot to fetch instead.
    package struct SnapshotId: WireStructure {
        /// Where the snapshot ends.
        package var endOffset: Int64
        /// The snapshot's epoch.
        package var epoch: Int32

        package init(endOffset: Int64 = -1, epoch: Int32 = -1) {
            self.endOffset = endOffset
            self.epoch = epoch
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            endOffset = try reader.readInt64()
            epoch = try reader.readInt32()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt64(endOffset)
            writer.writeInt32(epoch)
            writer.writeNoTaggedFields()
        }
    }
}

extension FetchResponse {
    /// An element of `abortedTransactions`.
    package struct AbortedTransaction: WireStructure {
        /// The producer id.
        package var producerId: Int64
        /// The transaction's first offset.
        package var firstOffset: Int64

        package init(producerId: Int64 = 0, firstOffset: Int64 = 0) {
            self.producerId = producerId
            self.firstOffset = firstOffset
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 12
            producerId = try reader.readInt64()
            firstOffset = try reader.readInt64()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 12
            writer.writeInt64(producerId)
            writer.writeInt64(firstOffset)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension FetchResponse {
    /// An element of `nodeEndpoints`.
    package struct NodeEndpoint: WireStructure {
        /// The broker's id.
        package var nodeId: Int32
        /// Where to connect.
        package var host: String
        /// The port to connect to.
        package var port: Int32
        /// The broker's rack, or null.
        package var rack: String?

        package init(nodeId: Int32 = 0, host: String = "", port: Int32 = 0, rack: String? = nil) {
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.rack = rack
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            nodeId = try reader.readInt32()
            host = try reader.readString(flexible: true)
            port = try reader.readInt32()
            rack = try reader.readNullableString(flexible: true)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(nodeId)
            try writer.writeString(host, flexible: true)
            writer.writeInt32(port)
            try writer.writeNullableString(rack, flexible: true)
            writer.writeNoTaggedFields()
        }
    }
}
