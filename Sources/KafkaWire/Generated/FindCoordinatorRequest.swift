// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// One key up to version 3, many from version 4.
package struct FindCoordinatorRequest: KafkaRequest {
    package typealias Response = FindCoordinatorResponse
    package static let apiKey = APIKey.findCoordinator
    package static let versions: ClosedRange<Int16> = 0...6
    package static let firstFlexibleVersion: Int16 = 3

    /// The group or transactional id. Up to version 3.
    package var key: String
    /// 0 for a group, 1 for a transactional id, 2 for a share group. Version 1 and later.
    package var keyType: Int8
    /// The group or transactional ids. Version 4 and later.
    package var coordinatorKeys: [String]

    package init(key: String = "", keyType: Int8 = 0, coordinatorKeys: [String] = []) {
        self.key = key
        self.keyType = keyType
        self.coordinatorKeys = coordinatorKeys
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        key = try version <= 3 ? reader.readString(flexible: flexible) : ""
        keyType = try version >= 1 ? reader.readInt8() : 0
        coordinatorKeys = try version >= 4 ? reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: flexible) } : []
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        if version <= 3 {
            try writer.writeString(key, flexible: flexible)
        } else if !key.isEmpty {
            throw .fieldNotInVersion(field: "FindCoordinatorRequest.key", version: version)
        }
        if version >= 1 {
            writer.writeInt8(keyType)
        } else if keyType != 0 {
            throw .fieldNotInVersion(field: "FindCoordinatorRequest.keyType", version: version)
        }
        if version >= 4 {
            try writer.writeArray(coordinatorKeys, flexible: flexible) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: flexible) }
        } else if !coordinatorKeys.isEmpty {
            throw .fieldNotInVersion(field: "FindCoordinatorRequest.coordinatorKeys", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
