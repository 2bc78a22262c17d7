import KafkaWire
import NIOCore

extension GroupConsumer {
    /// One loop for each broker that leads a partition in which there is room.
    func startFetching() {
        guard !isClosing, !isHeld else { return }
        for broker in Set(window.fetchable.keys.map { fetching.leader(of: $0) ?? Self.nobody }) where fetchLoops[broker] == nil {
            let number = window.number
            fetchLoops[broker] = Task { await self.fetch(from: broker, number) }
        }
    }

    func stopFetching() {
        for loop in fetchLoops.values { loop.cancel() }
        fetchLoops = [:]
    }

    /// Stands for the leader of partitions whose leader is not known.
    private static let nobody: Int32 = -1

    private func wanted(from broker: Int32) -> [TopicPartition: Int64] {
        window.fetchable.filter { (fetching.leader(of: $0.key) ?? Self.nobody) == broker }
    }

    /// Until no partition of the broker's has room; then `next` begins it again.
    private func fetch(from broker: Int32, _ number: Int) async {
        var failures = 0
        while number == window.number, !isHeld, !isClosing, !Task.isCancelled {
            let positions = wanted(from: broker)
            guard !positions.isEmpty else { break }
            do throws(KafkaClientError) {
                if broker == Self.nobody {
                    _ = try await fetching.partitionCounts(of: Set(positions.keys.map(\.topic)).sorted())
                    // Others lead what was nobody's; what still is waits for an election.
                    if !wanted(from: broker).isEmpty { throw KafkaClientError(.noRoute("no broker leads \(positions.keys.map(\.description).sorted())")) }
                    break
                }
                let response = try await ask(broker, positions)
                guard number == window.number else { return }
                try await take(response, positions, number)
                failures = 0
            } catch {
                guard number == window.number, !isClosing, !Task.isCancelled else { return }
                guard error.isRetriable else {
                    failure = error
                    wake()
                    return
                }
                failures += 1
                logger.debug("fetching", metadata: ["broker": "\(broker)", "because": "\(error)"])
                for partition in positions.keys { fetching.forget(.leader(partition)) }
                do { try await Task.sleep(for: .milliseconds(min(50 << min(failures, 5), 1000))) } catch { return }
                if broker != Self.nobody { break }
            }
        }
        guard number == window.number, !Task.isCancelled else { return }
        fetchLoops[broker] = nil
        // Leaders may have moved meanwhile.
        startFetching()
    }

    private func ask(_ broker: Int32, _ positions: [TopicPartition: Int64]) async throws(KafkaClientError) -> FetchResponse {
        let byTopic = Dictionary(grouping: positions, by: \.key.topic).sorted { $0.key < $1.key }
        // From version 13 on topics go by their ids, which not every server gives out.
        let highest: Int16? = byTopic.allSatisfy { fetching.topicId(of: $0.key) != nil } ? nil : 12
        let request = FetchRequest(
            replicaId: -1, maxWaitMs: settings.fetchWait.milliseconds, minBytes: 1, maxBytes: 16 << 20, sessionEpoch: -1,
            topics: byTopic.map { topic, positions in
                .init(
                    topic: topic, topicId: fetching.topicId(of: topic) ?? .zero,
                    partitions: positions.sorted { $0.key.partition < $1.key.partition }.map {
                        .init(
                            partition: $0.key.partition, currentLeaderEpoch: -1, fetchOffset: $0.value, lastFetchedEpoch: -1,
                            logStartOffset: -1, partitionMaxBytes: Int32(clamping: settings.fetchBytes))
                    })
            })
        let connection = try await fetching.connection(to: .broker(broker))
        let response: FetchResponse = try await connection.call(highest: highest, timeout: fetching.options.requestTimeout) { _ in request }
        guard response.errorCode == .none else { throw KafkaClientError(.refused(.fetch, response.errorCode, message: nil)) }
        return response
    }

    private func take(_ response: FetchResponse, _ positions: [TopicPartition: Int64], _ number: Int) async throws(KafkaClientError) {
        let names = Dictionary(positions.keys.map { (fetching.topicId(of: $0.topic) ?? .zero, $0.topic) }) { first, _ in first }
        var moved = false
        for topic in response.responses {
            guard let name = topic.topic.isEmpty ? names[topic.topicId] : topic.topic else { continue }
            for data in topic.partitions {
                let partition = TopicPartition(topic: name, partition: data.partitionIndex)
                guard let position = positions[partition] else { continue }
                switch data.errorCode {
                case .none:
                    let (records, next) = try readBatches(data.records ?? ByteBuffer(), from: position)
                    guard next > position else { continue }
                    window.received(records, next: next, for: partition)
                case .offsetOutOfRange:
                    let offset = try await fetching.offset(of: partition, at: settings.start)
                    guard number == window.number else { return }
                    logger.warning("an offset is not there any more", metadata: ["partition": "\(partition)", "offset": "\(position)", "now": "\(offset)"])
                    window.move(partition, to: offset)
                case let code where code.isRetriable || RefusalRemedy(code) != nil:
                    fetching.forget(.leader(partition))
                    moved = true
                case let code:
                    throw KafkaClientError(.refused(.fetch, code, message: "\(partition): \(code.message)"))
                }
            }
        }
        wake()
        if moved { do { try await Task.sleep(for: .milliseconds(50)) } catch { throw KafkaClientError(.cancelled) } }
    }
}
