import EngineInterface
import MeshModel
import ReconcilerCore

/// Asks what a plan has to know before it is final, and puts the answers into the observation.
func askCluster(_ questions: ClusterQuestions, of observed: ObservedCluster, on engine: any Engine) async throws(EngineFailure) -> ObservedCluster {
    var observed = observed
    if !questions.schemas.isEmpty {
        for (question, history) in zip(questions.schemas, try await engine.history(of: questions.schemas)) {
            observed.subjects?[question.schema.subject]?.history = history
        }
    }
    if !questions.records.isEmpty {
        for (question, held) in zip(questions.records, try await engine.count(questions.records)) { observed.topics[question.topic]?.held = held }
    }
    if !questions.usage.isEmpty {
        for (topic, usage) in try await engine.inspect(questions.usage) { observed.topics[topic]?.usage = usage }
    }
    return observed
}
