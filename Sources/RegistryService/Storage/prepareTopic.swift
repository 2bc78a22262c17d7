import KafkaClient
import KafkaWire

/// Makes sure of the topic: there, of one partition, and keeping the last record of each key for good. Another's topic that is
/// otherwise is refused, because schemas would be lost in it.
func prepareTopic(_ topic: String, _ client: KafkaClient) async throws(SchemaLogError) {
    do throws(KafkaClientError) {
        try await createTopic(topic, client)
        let response = try await client.send(MetadataRequest(topics: [.init(name: topic)]))
        let partitions = response.topics.first?.partitions.count ?? 0
        guard partitions == 1 else {
            throw KafkaClientError(.malformedResponse("topic '\(topic)' has \(partitions) partitions, not 1"))
        }
        let configs = try await client.send(
            DescribeConfigsRequest(resources: [.init(resourceType: 2, resourceName: topic, configurationKeys: ["cleanup.policy"])]))
        let policy = configs.results.first?.configs.first { $0.name == "cleanup.policy" }?.value
        guard policy == nil || policy == "compact" else {
            throw KafkaClientError(.malformedResponse("topic '\(topic)' has cleanup.policy \(policy ?? ""), not compact"))
        }
    } catch {
        if case .malformedResponse(let reason) = error.reason { throw .failed(reason) }
        throw SchemaLogError(error)
    }
}

private func createTopic(_ topic: String, _ client: KafkaClient) async throws(KafkaClientError) {
    let replication = Int16(max(1, min(3, client.brokers.count)))
    let request = CreateTopicsRequest(
        topics: [
            .init(
                name: topic, numPartitions: 1, replicationFactor: replication,
                configs: [
                    .init(name: "cleanup.policy", value: "compact"),
                    // Stored as it is written: the broker's own codec could be one that readers then must know.
                    .init(name: "compression.type", value: "uncompressed"),
                ])
        ], timeoutMs: 30_000)
    let response = try await client.send(request, to: .controller, isRepeatable: true) { $0.topics.first?.errorCode ?? .none }
    guard let answer = response.topics.first else {
        throw KafkaClientError(.malformedResponse("CreateTopics says nothing of '\(topic)'"))
    }
    guard answer.errorCode == .none || answer.errorCode == .topicAlreadyExists else {
        throw KafkaClientError(.refused(.createTopics, answer.errorCode, message: answer.errorMessage))
    }
}
