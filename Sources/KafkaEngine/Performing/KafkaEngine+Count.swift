import EngineInterface
import FoundationEssentials
import KafkaClient
import KafkaWire
import MeshModel

extension KafkaEngine {
    /// Partitions asked about at once.
    private static let countingWidth = 16

    package func count(_ questions: [RecordQuestion]) async throws(EngineFailure) -> [HeldRecords] {
        let now = Int64(Date.now.timeIntervalSince1970 * 1000)
        let partitions = questions.enumerated().flatMap { index, question in
            (0..<question.partitions).map { (index, TopicPartition(topic: question.topic, partition: Int32($0)), question.age) }
        }
        let counts = await concurrently(partitions, width: Self.countingWidth) { index, partition, age -> Result<(Int, HeldRecords), EngineFailure> in
            do throws(EngineFailure) {
                return .success((index, try await self.count(partition, before: age.map { now - $0.count })))
            } catch {
                return .failure(error)
            }
        }
        var sums = [HeldRecords](repeating: HeldRecords(total: 0), count: questions.count)
        for count in counts {
            let (index, held) = try count.get()
            sums[index].total += held.total
            sums[index].expired += held.expired
        }
        return sums
    }

    /// Offsets stand for records: a transaction marker counts as one, which errs on the side of care.
    private func count(_ partition: TopicPartition, before time: Int64?) async throws(EngineFailure) -> HeldRecords {
        let first = try await offset(in: partition, at: ListOffsetsQuestion.earliest)
        let end = try await offset(in: partition, at: ListOffsetsQuestion.latest)
        let total = max(0, end - first)
        guard let time, total > 0 else { return HeldRecords(total: total) }
        // No record at or after that time: all are older.
        let kept = try await offset(in: partition, at: max(0, time))
        return HeldRecords(total: total, expired: kept < 0 ? total : max(0, kept - first))
    }

    func offset(in partition: TopicPartition, at timestamp: Int64) async throws(EngineFailure) -> Int64 {
        let request = ListOffsetsRequest(
            replicaId: -1,
            topics: [.init(name: partition.topic, partitions: [.init(partitionIndex: partition.partition, timestamp: timestamp)])])
        let response: ListOffsetsResponse
        do {
            response = try await client.send(request, to: .leader(partition)) {
                $0.topics.first?.partitions.first?.errorCode ?? .none
            }
        } catch {
            throw failure(error)
        }
        guard let answer = response.topics.first?.partitions.first else {
            throw EngineFailure(.misunderstood, "cluster '\(cluster)' does not answer for partition \(partition.partition) of topic '\(partition.topic)'")
        }
        guard answer.errorCode == .none else {
            throw EngineFailure(
                .refused, "cluster '\(cluster)' does not tell the offsets of topic '\(partition.topic)': \(answer.errorCode.message)",
                code: answer.errorCode.name, isRetriable: answer.errorCode.isRetriable)
        }
        return answer.offset
    }
}

/// Timestamps that ListOffsets takes for a question of its own.
enum ListOffsetsQuestion {
    static let latest: Int64 = -1
    static let earliest: Int64 = -2
}
