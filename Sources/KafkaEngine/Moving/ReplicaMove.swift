import EngineInterface
import KafkaClient
import KafkaWire

/// One `setReplication`: where a topic's replicas shall be.
struct ReplicaMove: Sendable, Equatable {
    /// Its place among the operations.
    var index: Int
    var topic: String
    /// By partition, the preferred leader first.
    var assignment: [[Int32]]
    /// Bytes a second and broker.
    var throttle: Int?

    init?(_ operation: EngineOperation, at index: Int) {
        guard case .setReplication(let topic, let assignment, let throttle) = operation else { return nil }
        (self.index, self.topic, self.assignment, self.throttle) = (index, topic, assignment, throttle)
    }

    var operation: EngineOperation { .setReplication(topic: topic, assignment: assignment, throttle: throttle) }
}

/// AlterPartitionReassignments (KIP-455), cut so that a KRaft controller takes each: it writes a record a partition, and at most
/// 10,000 in one operation.
func reassignmentRequests(for moves: [ReplicaMove], timeoutMs: Int32) -> [AlterPartitionReassignmentsRequest] {
    var requests: [AlterPartitionReassignmentsRequest] = []
    var room = 0
    for move in moves {
        var next = 0
        while next < move.assignment.count {
            if room == 0 {
                requests.append(.init(timeoutMs: timeoutMs))
                room = mostPartitionsPerRequest
            }
            let end = min(next + room, move.assignment.count)
            let partitions = (next..<end).map {
                AlterPartitionReassignmentsRequest.ReassignablePartition(partitionIndex: Int32($0), replicas: move.assignment[$0])
            }
            requests[requests.count - 1].topics.append(.init(name: move.topic, partitions: partitions))
            room -= end - next
            next = end
        }
    }
    return requests
}

private let mostPartitionsPerRequest = 5000

/// The first refusal of each topic, by name.
func refusals(
    in response: AlterPartitionReassignmentsResponse, to request: AlterPartitionReassignmentsRequest
) -> [String: ItemAnswer] {
    var refusals: [String: ItemAnswer] = [:]
    if response.errorCode != .none {
        for topic in request.topics { refusals[topic.name] = ItemAnswer(code: response.errorCode, message: response.errorMessage) }
        return refusals
    }
    let answered = Dictionary(response.responses.map { ($0.name, $0.partitions) }) { $0 + $1 }
    for topic in request.topics {
        let partitions = answered[topic.name] ?? []
        if let refused = partitions.first(where: { $0.errorCode != .none }) {
            refusals[topic.name] = ItemAnswer(
                code: refused.errorCode, message: "partition \(refused.partitionIndex): \(reason(refused.errorCode, refused.errorMessage))")
        } else if !Set(topic.partitions.map(\.partitionIndex)).isSubset(of: partitions.map(\.partitionIndex)) {
            refusals[topic.name] = ItemAnswer(code: .unknownServerError, message: "the answer does not mention every partition")
        }
    }
    return refusals
}
