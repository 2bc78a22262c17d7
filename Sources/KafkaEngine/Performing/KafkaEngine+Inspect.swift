import EngineInterface
import MeshModel

extension KafkaEngine {
    package func inspect(_ topics: Set<String>) async throws(EngineFailure) -> [String: TopicUsage] {
        [:]
    }
}
