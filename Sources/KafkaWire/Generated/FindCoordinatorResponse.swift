// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The coordinators: in the response itself up to version 3, in a list from version 4.
package struct FindCoordinatorResponse: KafkaMessage {
    package static let apiKey = APIKey.findCoordinator
    package static let versions: ClosedRange<Int16> = 0...6
    package static let firstFlexibleVersion: Int16 = 3

    /// How long the client should pause because of a quota, in milliseconds. Version 1 and later.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed. Up to version 3.
    package var errorCode: ErrorCode
    /// More about the error, for people. Versions 1 to 3.
    package var errorMessage: String?
    /// The coordinator's broker id. Up to version 3.
    package var nodeId: Int32
    /// Where to connect. Up to version 3.
    package var host: String
    /// The port to connect to. Up to version 3.
    package var port: Int32
    /// By key. Version 4 and later.
    package var coordinators: [Coordinator]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        nodeId: Int32 = 0,
        host: String = "",
        port: Int32 = 0,
        coordinators: [Coordinator] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.nodeId = nodeId
        self.host = host
        self.port = port
        self.coordinators = coordinators
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        throttleTimeMs = try version >= 1 ? reader.readInt32() : 0
        errorCode = try version <= 3 ? reader.readErrorCode() : .none
        errorMessage = try version >= 1 && version <= 3 ? reader.readNullableString(flexible: flexible) : ""
        nodeId = try version <= 3 ? reader.readInt32() : 0
        host = try version <= 3 ? reader.readString(flexible: flexible) : ""
        port = try version <= 3 ? reader.readInt32() : 0
        coordinators = try version >= 4 ? reader.readArray(of: Coordinator.self, flexible: flexible, version: version) : []
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        if version >= 1 {
            writer.writeInt32(throttleTimeMs)
        }
        if version <= 3 {
            writer.writeErrorCode(errorCode)
        } else if errorCode != .none {
            throw .fieldNotInVersion(field: "FindCoordinatorResponse.errorCode", version: version)
        }
        if version >= 1 && version <= 3 {
            try writer.writeNullableString(errorMessage, flexible: flexible)
        }
        if version <= 3 {
            writer.writeInt32(nodeId)
        } else if nodeId != 0 {
            throw .fieldNotInVersion(field: "FindCoordinatorResponse.nodeId", version: version)
        }
        if version <= 3 {
            try writer.writeString(host, flexible: flexible)
        } else if !host.isEmpty {
            throw .fieldNotInVersion(field: "FindCoordinatorResponse.host", version: version)
        }
        if version <= 3 {
            writer.writeInt32(port)
        } else if port != 0 {
            throw .fieldNotInVersion(field: "FindCoordinatorResponse.port", version: version)
        }
        if version >= 4 {
            try writer.writeArray(coordinators, flexible: flexible, version: version)
        } else if !coordinators.isEmpty {
            throw .fieldNotInVersion(field: "FindCoordinatorResponse.coordinators", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension FindCoordinatorResponse {
    /// An element of `coordinators`.
    package struct Coordinator: WireStructure {
        /// The group or transactional id.
        package var key: String
        /// The coordinator's broker id.
        package var nodeId: Int32
        /// Where to connect.
        package var host: String
        /// The port to connect to.
        package var port: Int32
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?

        package init(
            key: String = "",
            nodeId: Int32 = 0,
            host: String = "",
            port: Int32 = 0,
            errorCode: ErrorCode = .none,
            errorMessage: String? = ""
        ) {
            self.key = key
            self.nodeId = nodeId
            self.host = host
            self.port = port
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            key = try reader.readString(flexible: true)
            nodeId = try reader.readInt32()
            host = try reader.readString(flexible: true)
            port = try reader.readInt32()
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: true)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(key, flexible: true)
            writer.writeInt32(nodeId)
            try writer.writeString(host, flexible: true)
            writer.writeInt32(port)
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: true)
            writer.writeNoTaggedFields()
        }
    }
}
