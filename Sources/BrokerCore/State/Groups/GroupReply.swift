import KafkaWire
import NIOCore

/// What a group answers to a JoinGroup.
struct JoinReply {
    struct Member {
        var id: String
        var instanceID: String?
        var metadata: ByteBuffer
    }

    var error: ErrorCode = .none
    var generation: Int32 = -1
    var protocolType: String?
    var protocolName: String?
    var leader = ""
    var memberID = ""
    /// Only the leader is given the members.
    var members: [Member] = []
    /// KIP-814: the leader is told not to assign anew.
    var skipAssignment = false
}

/// What a group answers to a SyncGroup.
struct SyncReply {
    var error: ErrorCode = .none
    var protocolType: String?
    var protocolName: String?
    var assignment = ByteBuffer()
}

/// An answer that a group gives, perhaps long after the request came.
enum GroupReply {
    case join(RequestID, JoinReply)
    case sync(RequestID, SyncReply)
}
