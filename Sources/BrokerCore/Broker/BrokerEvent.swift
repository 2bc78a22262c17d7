import BearerTokens
import BrokerLog
import KafkaWire
import NIOCore

/// A client's connection, numbered by the shell; a number is never used twice.
package struct ConnectionID: Hashable, Sendable {
    package let number: UInt64

    package init(_ number: UInt64) {
        self.number = number
    }
}

/// A request of a connection, which answers must leave in the order of.
package struct RequestID: Hashable, Sendable {
    package let connection: ConnectionID
    package let sequence: UInt64
}

/// Where a connection arrived, and from where.
package struct ConnectionInfo: Sendable {
    /// What clients of this connection are told to connect to: they reached us there.
    package var advertisedHost: String
    package var advertisedPort: Int32
    /// Where all brokers of the cluster are met from there, when it shows several.
    package var nodes: [BrokerNode] = []
    /// Which of them it was that the client connected to, if that is known.
    package var nodeID: Int32?
    /// As ACLs and DescribeGroups show it.
    package var clientHost: String
    /// Who the client proved to be.
    package var principal: Principal
    /// How the client may log in, before it does anything else; empty: it need not.
    package var mechanisms: [SASLMechanism]

    package init(
        advertisedHost: String, advertisedPort: Int32, clientHost: String, principal: Principal = .anonymous,
        mechanisms: [SASLMechanism] = []
    ) {
        self.advertisedHost = advertisedHost
        self.advertisedPort = advertisedPort
        self.clientHost = clientHost
        self.principal = principal
        self.mechanisms = mechanisms
    }
}

/// What happens to a broker.
package enum BrokerEvent {
    case connectionOpened(ConnectionID, ConnectionInfo)
    /// A whole request frame, without the four bytes of its length.
    case received(ConnectionID, ByteBuffer)
    /// The same, to be answered with this error and not to be done: somebody tests what clients make of it.
    case refused(ConnectionID, ByteBuffer, ErrorCode)
    case connectionClosed(ConnectionID)
    /// What became of a round's tickets, in their order.
    case syncCompleted(round: UInt64, results: [Result<Void, StorageError>])
    /// What the schema registry holds now. Until the first, topics that refuse records by their schemas take none.
    case schemas(any SchemaDirectory)
    /// The issuer's keys, as they are now. Until the first, no signed token is taken.
    case tokenKeys(TokenKeys)
    /// `nextDeadline` has come.
    case deadlineReached
    /// Nothing more is at hand for now: what was written may go to disk. Comes after every other event, or after
    /// several that came together, which then share a sync.
    case idle
}

/// What a broker wants done, in this order.
package enum BrokerEffect {
    /// A response, its length in front.
    case send(ConnectionID, ByteBuffer)
    /// The client broke the protocol or must not be answered.
    case close(ConnectionID, reason: String)
    /// Force these files to disk and report with `syncCompleted`. One round is under way at a time.
    case sync(round: UInt64, [SyncTicket])
    /// Worth a line in the log.
    case note(Note)
    /// The broker cannot keep what it promises any more (its journal cannot be written); stop it.
    case fail(reason: String)

    package struct Note: Sendable {
        package enum Level: Sendable { case info, warning, error }
        package var level: Level
        package var message: String
    }
}
