import HeddleRuntime
import KafkaClient
import KafkaWire
import NIOCore
import struct Foundation.Date

/// Writes what failed to the topics `TOPIC.GROUP.retry` and `TOPIC.GROUP.dlq`, as it was, with headers that tell why.
final class FailureTopics: Sendable {
    private struct Link: Sendable {
        var client: KafkaClient
        var batches: BatchProducer
    }

    private let topic: String
    private let group: String
    private let policy: RetryPolicy
    private let link: Opened<Link>

    init(mesh: Mesh, topic: String, group: String, policy: RetryPolicy) {
        self.topic = topic
        self.group = group
        self.policy = policy
        link = Opened { () async throws(HeddleClientError) -> Link in
            let client = try await mesh.openCluster("failures of \(topic)")
            return Link(client: client, batches: ProducerOptions(linger: .zero).producer(client))
        }
    }

    /// - Returns: whether there is a further attempt for it.
    func retry(_ fetched: FetchedRecord, _ error: any Error) async throws(HeddleClientError) -> Bool {
        let attempt = history(fetched).attempt + 1
        guard attempt <= policy.attempts else { return false }
        let backoff = policy.backoff(before: attempt).components
        let notBefore = Date().millisecondsSince1970 + backoff.seconds * 1000 + backoff.attoseconds / 1_000_000_000_000_000
        try await write(fetched, to: RetryPolicy.retryTopic(of: topic, group: group), attempt: attempt, notBefore: notBefore, error)
        return true
    }

    func bury(_ fetched: FetchedRecord, _ error: any Error) async throws(HeddleClientError) {
        try await write(
            fetched, to: RetryPolicy.deadLetterTopic(of: topic, group: group), attempt: history(fetched).attempt, notBefore: nil, error)
    }

    private func history(_ fetched: FetchedRecord) -> FailureHistory {
        FailureHistory([HeddleRuntime.RecordHeader](fetched.record.headers), at: RecordPosition(fetched))
    }

    /// Acknowledged before it counts as processed where it came from.
    private func write(_ fetched: FetchedRecord, to target: String, attempt: Int, notBefore: Int64?, _ error: any Error) async throws(HeddleClientError) {
        let headers = history(fetched).headers(
            [HeddleRuntime.RecordHeader](fetched.record.headers), group: group, attempt: attempt, notBefore: notBefore, error: error)
        let link = try await link.value()
        do throws(KafkaClientError) {
            let count = try await link.batches.partitionCount(of: target)
            let record = ProducedRecord(
                key: fetched.record.key, value: fetched.record.value, timestamp: fetched.record.timestamp, headers: headers.kafka)
            // The same partition of the source's: what was in order stays so.
            let partition = TopicPartition(topic: target, partition: Int32(history(fetched).origin.partition) % count)
            _ = try await link.batches.handOver(record, to: partition).value()
        } catch {
            throw HeddleClientError(error)
        }
    }

    func close() async {
        guard let link = await link.close() else { return }
        await link.batches.close(within: .seconds(10))
        await link.client.close()
    }
}
