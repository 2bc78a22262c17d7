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
                topics[asked.topic].map { describeSizes($0, asked.partitions.compactMap($0.partition)) }
            }
        } else {
            told = topics.all.map { describeSizes($0, $0.partitions) }
        }
        reply(call.id, DescribeLogDirsResponse(results: [.init(logDir: settings.dataDirectory, topics: told)]))
    }

    private func describeSizes(_ topic: Topic, _ partitions: [Partition]) -> Answered {
        .init(name: topic.name, partitions: partitions.map {
            .init(partitionIndex: $0.index, partitionSize: $0.log?.sizeInBytes ?? 0, offsetLag: 0, isFutureKey: false)
        })
    }
}
