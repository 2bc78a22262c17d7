import EngineInterface
import MeshModel

extension KafkaEngine {
    /// Told by embedded brokers. Other clusters have no such log, so there one has to look.
    ///
    /// Positions are this engine's: one that another was told is answered with `begun`. Changes of subjects are told where the registry
    /// keeps its schemas in the cluster's own `_schemas`; elsewhere one has to look. Of subjects an answer that got lost is not told again.
    package func changes(after position: Int64?, wait: Milliseconds) async throws(EngineFailure) -> ObservedChanges {
        do {
            return try await watch.changes(after: position, wait: .milliseconds(max(0, wait.count)))
        } catch {
            throw failure(error)
        }
    }
}
