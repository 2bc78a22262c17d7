/// What an application works with, by what it is to the application.
package enum ApplicationPart: String, Sendable, Hashable, CaseIterable {
    case produced
    case consumed
    /// A topic that is consumed, and whose records may end as dead letters.
    case consumedWithDeadLetters = "consumed-with-dead-letters"
    case retry
    case deadLetters = "dead-letters"
    case group
    case transactionalId = "transactional-id"

    package var type: AccessRule.ResourceType {
        switch self {
        case .produced, .consumed, .consumedWithDeadLetters, .retry, .deadLetters: .topic
        case .group: .group
        case .transactionalId: .transactionalId
        }
    }

    /// For a table: "topic it produces to".
    package var title: String {
        switch self {
        case .produced: "topic it produces to"
        case .consumed: "topic it consumes"
        case .consumedWithDeadLetters: "topic it consumes, with dead letters"
        case .retry: "retry topic"
        case .deadLetters: "dead-letter topic"
        case .group: "consumer group"
        case .transactionalId: "transactional id"
        }
    }

    /// What the application itself cannot do without there, and nothing more.
    ///
    /// Read and Write imply Describe. An idempotent producer needs Write alone since Kafka 2.8 (KIP-679). A transaction needs Write on
    /// its id, and on each topic written in it; offsets that are committed in it need Read on the group and on the topic (KIP-98),
    /// as any commit does. The same group reads a topic and its retries. Dead letters are written; who reads them says so.
    package var needs: [AccessRule.Operation] {
        switch self {
        case .produced, .deadLetters, .transactionalId: [.write]
        case .consumed, .consumedWithDeadLetters, .group: [.read]
        case .retry: [.read, .write]
        }
    }
}
