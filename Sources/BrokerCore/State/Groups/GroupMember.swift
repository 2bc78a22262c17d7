import Determinism
import NIOCore

/// A way of assigning partitions that a member offers, with the metadata that its assignor reads.
struct GroupProtocol: Equatable {
    var name: String
    var metadata: ByteBuffer
}

/// One member of a classic group.
struct GroupMember {
    let id: String
    /// `group.instance.id` of a static member (KIP-345).
    var instanceID: String?
    var clientID: String
    var clientHost: String
    var sessionTimeout: Duration
    var rebalanceTimeout: Duration
    /// In the member's order of preference.
    var protocols: [GroupProtocol]
    var assignment = ByteBuffer()
    /// When the member is given up unless it is heard of.
    var sessionDeadline: Instant
    /// The JoinGroup that waits for the rebalance to end.
    var awaitingJoin: RequestID?
    /// The SyncGroup that waits for the leader's assignment.
    var awaitingSync: RequestID?

    var isStatic: Bool { instanceID != nil }

    /// While one of its requests is with us, a member is alive whatever its session says.
    var isWaiting: Bool { awaitingJoin != nil || awaitingSync != nil }

    func metadata(for protocolName: String) -> ByteBuffer {
        protocols.first { $0.name == protocolName }?.metadata ?? ByteBuffer()
    }
}
