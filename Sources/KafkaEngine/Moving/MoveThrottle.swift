import KafkaClient
import KafkaWire

/// What holds the copying of replicas back while they are moved (KIP-73): on each topic which replicas are meant, those that send
/// and those that fetch, and on each broker how many bytes a second.
struct MoveThrottle: Sendable, Equatable {
    static let topicKeys = ["follower.replication.throttled.replicas", "leader.replication.throttled.replicas"]
    static let brokerKeys = ["follower.replication.throttled.rate", "leader.replication.throttled.rate"]

    /// By topic: the keys of `topicKeys` with lists of `partition:broker`.
    var topics: [String: [String: String]] = [:]
    /// By broker: bytes a second.
    var rates: [Int32: Int] = [:]

    /// nil when no move is to be held back, or none copies anything.
    ///
    /// - Parameter current: by topic, the replicas of each partition now.
    init?(_ moves: [ReplicaMove], current: [String: [[Int32]]]) {
        for move in moves {
            guard let rate = move.throttle else { continue }
            var senders: [String] = []
            var fetchers: [String] = []
            for (partition, target) in move.assignment.enumerated() {
                guard let present = current[move.topic].flatMap({ partition < $0.count ? $0[partition] : nil }) else { continue }
                let added = target.filter { !present.contains($0) }
                guard !added.isEmpty else { continue }
                senders += present.map { "\(partition):\($0)" }
                fetchers += added.map { "\(partition):\($0)" }
                // A broker that serves two moves is held to the stricter.
                for broker in present + added { rates[broker] = min(rates[broker] ?? rate, rate) }
            }
            guard !fetchers.isEmpty else { continue }
            topics[move.topic] = [Self.topicKeys[0]: fetchers.joined(separator: ","), Self.topicKeys[1]: senders.joined(separator: ",")]
        }
        if topics.isEmpty { return nil }
    }

    /// The requests that set it, or take it away again, each with the broker it is for: only a broker itself takes its rates.
    /// It is limited before replicas are named, and the other way round.
    func requests(isSet: Bool) -> [(Destination, IncrementalAlterConfigsRequest)] {
        func configs(_ values: [(String, String)]) -> [IncrementalAlterConfigsRequest.AlterableConfig] {
            values.map { .init(name: $0.0, configOperation: isSet ? 0 : 1, value: isSet ? $0.1 : nil) }
        }
        let brokers = rates.sorted { $0.key < $1.key }.map { id, rate in
            (
                Destination.broker(id),
                IncrementalAlterConfigsRequest(resources: [
                    .init(
                        resourceType: ConfigResource.broker, resourceName: "\(id)", configs: configs(Self.brokerKeys.map { ($0, "\(rate)") }))
                ])
            )
        }
        let named = topics.sorted { $0.key < $1.key }.map { name, lists in
            (
                Destination.any,
                IncrementalAlterConfigsRequest(resources: [
                    .init(
                        resourceType: ConfigResource.topic, resourceName: name,
                        configs: configs(lists.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
                ])
            )
        }
        return isSet ? brokers + named : named + brokers
    }
}
