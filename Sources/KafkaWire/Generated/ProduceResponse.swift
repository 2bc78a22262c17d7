// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Where the batches went, or why not.
package struct ProduceResponse: KafkaMessage {
    package static let apiKey = APIKey.produce
    package static let versions: ClosedRange<Int16> = 3...13
    package static let firstFlexibleVersion: Int16 = 9

    /// By topic.
    package var responses: [TopicProduceResponse]
    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// Where the leaders named in the response are (KIP-951). Version 10 and later.
    package var nodeEndpoints: [NodeEndpoint]

    package init(
        responses: [TopicProduceResponse] = [],
        throttleTimeMs: Int32 = 0,
        nodeEndpoints: [NodeEndpoint] = []
    ) {
        self.responses = responses
        self.throttleTimeMs = throttleTimeMs
        self.nodeEndpoints = nodeEndpoints
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 9
        responses = try reader.readArray(of: TopicProduceResponse.self, flexible: flexible, version: version)
        throttleTimeMs = try reader.readInt32()
        nodeEndpoints = []
        if flexible {
            for _ in 0..<(try reader.readTaggedFieldCount()) {
                let field = try reader.readTaggedField()
                switch field.tag {
                case 0 where version >= 10: nodeEndpoints = try reader.readArray(of: NodeEndpoint.self, flexible: flexible, version: version)
                default: try reader.skip(field)
                }
                try reader.end(field)
            }
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 9
        try writer.writeArray(responses, flexible: flexible, version: version)
        writer.writeInt32(throttleTimeMs)
        if !(version >= 10), !nodeEndpoints.isEmpty { throw .fieldNotInVersion(field: "ProduceResponse.nodeEndpoints", version: version) }
        if flexible {
            var tagged = TaggedFieldWriter()
            if version >= 10, !nodeEndpoints.isEmpty {
                try tagged.add(0) { (writer: inout WireWriter) throws(WireError) in
                    try writer.writeArray(nodeEndpoints, flexible: flexible, version: version)
                }
            }
            writer.writeTaggedFields(tagged)
        }
    }
}

extension ProduceResponse {
    /// An element of `responses`.
    package struct TopicProduceResponse: WireStructure {
        /// The topic's name. Up to version 12.
        package var name: String
        /// The topic's id. Version 13 and later.
        package var topicId: KafkaUUID
        /// By partition.
        package var partitionResponses: [PartitionProduceResponse]

        package init(
            name: String = "",
            topicId: KafkaUUID = .zero,
            partitionResponses: [PartitionProduceResponse] = []
        ) {
            self.name = name
            self.topicId = topicId
            self.partitionResponses = partitionResponses
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            name = try version <= 12 ? reader.readString(flexible: flexible) : ""
            topicId = try version >= 13 ? reader.readUUID() : .zero
            partitionResponses = try reader.readArray(of: PartitionProduceResponse.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            if version <= 12 {
                try writer.writeString(name, flexible: flexible)
            }
            if version >= 13 {
                writer.writeUUID(topicId)
            }
            try writer.writeArray(partitionResponses, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension ProduceResponse {
    /// An element of `partitionResponses`.
    package struct PartitionProduceResponse: WireStructure {
        /// The partition's number.
        package var index: Int32
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// The first record's offset.
        package var baseOffset: Int64
        /// The time of the append, in milliseconds, if the topic is stamped by the broker; else -1.
        package var logAppendTimeMs: Int64
        /// The first offset that the log holds. Version 5 and later.
        package var logStartOffset: Int64
        /// The records that made the batch fail (KIP-467). Version 8 and later.
        package var recordErrors: [BatchIndexAndErrorMessage]
        /// More about the error, for people. Version 8 and later.
        package var errorMessage: String?
        /// The leader, when the client asked another broker. Version 10 and later.
        package var currentLeader: LeaderIdAndEpoch

        package init(
            index: Int32 = 0,
            errorCode: ErrorCode = .none,
            baseOffset: Int64 = 0,
            logAppendTimeMs: Int64 = -1,
            logStartOffset: Int64 = -1,
            recordErrors: [BatchIndexAndErrorMessage] = [],
            errorMessage: String? = nil,
            currentLeader: LeaderIdAndEpoch = LeaderIdAndEpoch()
        ) {
            self.index = index
            self.errorCode = errorCode
            self.baseOffset = baseOffset
            self.logAppendTimeMs = logAppendTimeMs
            self.logStartOffset = logStartOffset
            self.recordErrors = recordErrors
            self.errorMessage = errorMessage
            self.currentLeader = currentLeader
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            index = try reader.readInt32()
            errorCode = try reader.readErrorCode()
            baseOffset = try reader.readInt64()
            logAppendTimeMs = try reader.readInt64()
            logStartOffset = try version >= 5 ? reader.readInt64() : -1
            recordErrors = try version >= 8 ? reader.readArray(of: BatchIndexAndErrorMessage.self, flexible: flexible, version: version) : []
            errorMessage = try version >= 8 ? reader.readNullableString(flexible: flexible) : nil
            currentLeader = LeaderIdAndEpoch()
            if flexible {
                for _ in 0..<(try reader.readTaggedFieldCount()) {
                    let field = try reader.readTaggedField()
                    switch field.tag {
                    case 0 where version >= 10: currentLeader = try LeaderIdAndEpoch(from: &reader, version: version)
                    default: try reader.skip(field)
                    }
                    try reader.end(field)
                }
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt32(index)
            writer.writeErrorCode(errorCode)
            writer.writeInt64(baseOffset)
            writer.writeInt64(logAppendTimeMs)
            if version >= 5 {
                writer.writeInt64(logStartOffset)
            }
            if version >= 8 {
                try writer.writeArray(recordErrors, flexible: flexible, version: version)
            }
            if version >= 8 {
                try writer.writeNullableString(errorMessage, flexible: flexible)
            }
            if !(version >= 10), currentLeader != LeaderIdAndEpoch() { throw .fieldNotInVersion(field: "PartitionProduceResponse.currentLeader", version: version) }
            if flexible {
                var tagged = TaggedFieldWriter()
                if version >= 10, currentLeader != LeaderIdAndEpoch() {
                    try tagged.add(0) { (writer: inout WireWriter) throws(WireError) in
                        try currentLeader.write(to: &writer, version: version)
                    }
                }
                writer.writeTaggedFields(tagged)
            }
        }
    }
}

extension ProduceResponse {
    /// An element of `recordErrors`.
    package struct BatchIndexAndErrorMessage: WireStructure {
        /// The record's number in the batch.
        package var batchIndex: Int32
        /// What is wrong with it.
        package var batchIndexErrorMessage: String?

        package init(batchIndex: Int32 = 0, batchIndexErrorMessage: String? = nil) {
            self.batchIndex = batchIndex
            self.batchIndexErrorMessage = batchIndexErrorMessage
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            batchIndex = try reader.readInt32()
            batchIndexErrorMessage = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            writer.writeInt32(batchIndex)
            try writer.writeNullableString(batchIndexErrorMessage, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension ProduceResponse {
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

extension ProduceResponse {
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
