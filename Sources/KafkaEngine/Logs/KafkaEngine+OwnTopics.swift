import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

/// The topics in which Heddle keeps what it knows.
extension KafkaEngine {
    /// One that is there. `id` is nil where the cluster gives topics none.
    struct OwnTopic: Sendable, Equatable {
        var id: String?
    }

    /// nil where there is no such topic.
    func lookUp(_ topic: String) async throws(EngineFailure) -> OwnTopic? {
        let metadata: MetadataResponse
        do {
            metadata = try await client.send(MetadataRequest(topics: [.init(name: topic)], allowAutoTopicCreation: false))
        } catch {
            throw failure(error)
        }
        guard let answer = metadata.topics.first(where: { $0.name == topic }) else { return nil }
        switch answer.errorCode {
        case .none, .leaderNotAvailable: return OwnTopic(id: answer.topicId == .zero ? nil : answer.topicId.description)
        case .unknownTopicOrPartition: return nil
        default: throw failure(TopicNotTold(topic: topic, code: answer.errorCode))
        }
    }

    /// Creates a topic of one partition unless it is there.
    ///
    /// - Parameter leastConfig: for brokers that do not know all of `config`.
    func createOwnTopic(_ topic: String, config: [String: String], leastConfig: [String: String]) async throws(EngineFailure) {
        let replication = LedgerLog.replication(brokers: client.brokers.count)
        func create(_ config: [String: String]) async -> EngineOutcome? {
            await perform([.createTopic(name: topic, partitions: 1, replication: replication, config: config)]).first
        }
        var outcome = await create(config)
        if case .failed(let failure)? = outcome, failure.code == ErrorCode.invalidConfig.name { outcome = await create(leastConfig) }
        switch outcome {
        case .done, nil:
            break
        case .failed(let failure), .unknown(let failure):
            guard failure.code == ErrorCode.topicAlreadyExists.name else { throw failure }
        }
    }
}
