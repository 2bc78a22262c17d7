// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The cluster.
package struct DescribeClusterResponse: KafkaMessage {
    package static let apiKey = APIKey.describeCluster
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// More about the error, for people.
    package var errorMessage: String?
    /// 1 for brokers, 2 for controllers. Version 1 and later.
    package var endpointType: Int8
    /// The cluster's id.
    package var clusterId: String
    /// The controller's broker id, or -1.
    package var controllerId: Int32
    /// The brokers.
    package var brokers: [DescribeClusterBroker]
    /// What the client may do with the cluster: a bit for each operation; the lowest number for "not asked".
    package var clusterAuthorizedOperations: Int32

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = nil,
        endpointType: Int8 = 1,
        clusterId: String = "",
        controllerId: Int32 = -1,
        brokers: [DescribeClusterBroker] = [],
        clusterAuthorizedOperations: Int32 = .min
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.endpointType = endpointType
        self.clusterId = clusterId
        self.controllerId = controllerId
        self.brokers = brokers
        self.clusterAuthorizedOperations = clusterAuthorizedOperations
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        errorMessage = try reader.readNullableString(flexible: true)
        endpointType = try version >= 1 ? reader.readInt8() : 1
        clusterId = try reader.readString(flexible: true)
        controllerId = try reader.readInt32()
        brokers = try reader.readArray(of: DescribeClusterBroker.self, flexible: true, version: version)
        clusterAuthorizedOperations = try reader.readInt32()
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        try writer.writeNullableString(errorMessage, flexible: true)
        if version >= 1 {
            writer.writeInt8(endpointType)
        } else if endpointType != 1 {
            throw .fieldNotInVersion(field: "DescribeClusterResponse.endpointType", version: version)
        }
        try writer.writeString(clusterId, flexible: true)
        writer.writeInt32(controllerId)
        try writer.writeArray(brokers, flexible: true, version: version)
        writer.writeInt32(clusterAuthorizedOperations)
        writer.writeNoTaggedFields()
    }
}

extension DescribeClusterResponse {
    /// An element of `brokers`.
    package struct DescribeClusterBroker: WireStructure {
        /// The broker's id.
        package var brokerId: Int32
        /// Where to connect.
        package var host: String
        /// The port to connect to.
        package var port: Int32
        /// The broker's rack, or null.
        package var rack: String?
        /// Whether the broker is fenced. Version 2 and later.
        package var isFenced: Bool

        package init(
            brokerId: Int32 = 0,
            host: String = "",
            port: Int32 = 0,
            rack: String? = nil,
            isFenced: Bool = false
        ) {
            self.brokerId = brokerId
            self.host = host
            self.port = port
            self.rack = rack
            self.isFenced = isFenced
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            brokerId = try reader.readInt32()
            host = try reader.readString(flexible: true)
            port = try reader.readInt32()
            rack = try reader.readNullableString(flexible: true)
            isFenced = try version >= 2 ? reader.readBool() : false
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(brokerId)
            try writer.writeString(host, flexible: true)
            writer.writeInt32(port)
            try writer.writeNullableString(rack, flexible: true)
            if version >= 2 {
                writer.writeBool(isFenced)
            } else if isFenced {
                throw .fieldNotInVersion(field: "DescribeClusterBroker.isFenced", version: version)
            }
            writer.writeNoTaggedFields()
        }
    }
}
