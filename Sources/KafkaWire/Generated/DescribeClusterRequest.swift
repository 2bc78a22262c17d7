// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Whom to describe.
package struct DescribeClusterRequest: KafkaRequest {
    package typealias Response = DescribeClusterResponse
    package static let apiKey = APIKey.describeCluster
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 0

    /// Whether to say what the client may do with the cluster.
    package var includeClusterAuthorizedOperations: Bool
    /// 1 for brokers, 2 for controllers. Version 1 and later.
    package var endpointType: Int8
    /// Whether to list fenced brokers. Version 2 and later.
    package var includeFencedBrokers: Bool

    package init(
        includeClusterAuthorizedOperations: Bool = false,
        endpointType: Int8 = 1,
        includeFencedBrokers: Bool = false
    ) {
        self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
        self.endpointType = endpointType
        self.includeFencedBrokers = includeFencedBrokers
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        includeClusterAuthorizedOperations = try reader.readBool()
        endpointType = try version >= 1 ? reader.readInt8() : 1
        includeFencedBrokers = try version >= 2 ? reader.readBool() : false
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeBool(includeClusterAuthorizedOperations)
        if version >= 1 {
            writer.writeInt8(endpointType)
        } else if endpointType != 1 {
            throw .fieldNotInVersion(field: "DescribeClusterRequest.endpointType", version: version)
        }
        if version >= 2 {
            writer.writeBool(includeFencedBrokers)
        } else if includeFencedBrokers {
            throw .fieldNotInVersion(field: "DescribeClusterRequest.includeFencedBrokers", version: version)
        }
        writer.writeNoTaggedFields()
    }
}
