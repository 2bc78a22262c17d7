import BrokerLog
import KafkaWire

/// DescribeLogDirs 1-4 (KIP-113): what each partition takes on the disk; one that has no records takes nothing. There
/// is one directory. Topics and partitions that are not there are left out, as Kafka does it.
extension Broker {
    private typealias Answered = DescribeLogDirsResponse.DescribeLogDirsTopic

    func describeLogDirs(_ request: DescribeLogDirsRequest, _ call: Call) {
        guard isAllowed(call, .describe, on: .cluster) else {
            return reply(call.id, DescribeLogDirsResponse(errorCode: .clusterAuthorizationFailed))
        }
        let told: [Answered]
        if let asked = request.topics {
            told = asked.compactMap { asked in
                topics[asked.topic].map { describeSizes($0, asked.partitions.compactMap($0.partition), call) }
            }
        } else {
            told = topics.all.map { describeSizes($0, $0.partitions, call) }
        }
        reply(call.id, DescribeLogDirsResponse(results: [.init(logDir: settings.dataDirectory, topics: told)]))
    }

    private func describeSizes(_ topic: Topic, _ partitions: [Partition], _ call: Call) -> Answered {
        // Of several brokers each tells of its own replicas, as they are said to be.
        let node = isAlone ? nil : call.connection.nodeID
        let own = node.map { node in partitions.filter { replicas(of: topic, $0.index).contains(node) } } ?? partitions
        return .init(name: topic.name, partitions: own.map {
            .init(partitionIndex: $0.index, partitionSize: $0.log?.sizeInBytes ?? 0, offsetLag: 0, isFutureKey: false)
        })
    }
}
