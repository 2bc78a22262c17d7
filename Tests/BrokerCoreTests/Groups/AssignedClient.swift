import KafkaWire
import Testing
@testable import BrokerCore

/// A member of a group whose partitions the broker assigns, as a client library drives it.
final class AssignedClient {
    let world: BrokerWorld
    let group: String
    let memberID: String
    let instance: String?
    private(set) var connection: ConnectionID
    var epoch: Int32 = 0
    var topics: [String]? = ["orders"]
    var pattern: String?
    var assignor: String?
    /// What it reads now.
    private(set) var owned: [KafkaUUID: Set<Int32>] = [:]
    /// What it was told to have last.
    private(set) var told: [KafkaUUID: Set<Int32>] = [:]

    init(_ world: BrokerWorld, _ memberID: String, group: String = "g", instance: String? = nil) {
        self.world = world
        self.memberID = memberID
        self.group = group
        self.instance = instance
        connection = world.connect()
    }

    var partitions: [Int32] { owned.values.flatMap { $0 }.sorted() }

    @discardableResult
    func join(version: Int16 = 1) throws -> ConsumerGroupHeartbeatResponse {
        epoch = 0
        owned = [:]
        return try send(version: version, .init(
            groupId: group, memberId: memberID, memberEpoch: 0, instanceId: instance, rackId: nil, rebalanceTimeoutMs: 30_000,
            subscribedTopicNames: topics, subscribedTopicRegex: version >= 1 ? pattern : nil, serverAssignor: assignor,
            topicPartitions: []))
    }

    /// Says what it owns, and takes or gives back what it is told to.
    @discardableResult
    func beat(epoch: Int32? = nil) throws -> ConsumerGroupHeartbeatResponse {
        let answer = try send(version: 1, .init(
            groupId: group, memberId: memberID, memberEpoch: epoch ?? self.epoch, instanceId: instance, rackId: nil,
            subscribedTopicNames: nil, subscribedTopicRegex: nil, serverAssignor: nil,
            topicPartitions: owned.map { .init(topicId: $0.key, partitions: $0.value.sorted()) }))
        return answer
    }

    /// A heartbeat with which it does not do what it was told: it still works on its records.
    @discardableResult
    func beatSlowly() throws -> ConsumerGroupHeartbeatResponse {
        let before = owned
        defer { owned = before }
        return try beat()
    }

    /// It has done what it was told to.
    func obey() { owned = told }

    /// A heartbeat whose answer is lost on its way.
    func beatUnheard() throws -> ConsumerGroupHeartbeatResponse {
        let before = (epoch, owned, told)
        defer { (epoch, owned, told) = before }
        return try beat()
    }

    /// The broker was away; the member has what it had.
    func reconnected() -> AssignedClient {
        connection = world.connect()
        return self
    }

    @discardableResult
    func leave(epoch: Int32 = -1) throws -> ConsumerGroupHeartbeatResponse {
        try send(version: 1, .init(
            groupId: group, memberId: memberID, memberEpoch: epoch, instanceId: instance, rackId: nil, subscribedTopicNames: nil,
            subscribedTopicRegex: nil, serverAssignor: nil, topicPartitions: nil))
    }

    private func send(
        version: Int16, _ request: ConsumerGroupHeartbeatRequest
    ) throws -> ConsumerGroupHeartbeatResponse {
        let answer = try world.call(request, version: version, on: connection)
        guard answer.errorCode == .none else { return answer }
        epoch = answer.memberEpoch
        if let assignment = answer.assignment {
            told = Dictionary(assignment.topicPartitions.map { ($0.topicId, Set($0.partitions)) }) { $1 }
            owned = told
        }
        return answer
    }
}

extension BrokerWorld {
    /// Lets all members send heartbeats until nobody is told anything new.
    func settle(_ members: [AssignedClient]) throws {
        for _ in 0..<20 {
            var isQuiet = true
            for member in members {
                let epoch = member.epoch
                let answer = try member.beat()
                #expect(answer.errorCode == .none, "\(answer.errorMessage ?? "")")
                if answer.assignment != nil || answer.memberEpoch != epoch { isQuiet = false }
            }
            if isQuiet { return }
        }
        Issue.record("the group does not settle")
    }

    func describeAssigned(_ group: String = "g") throws -> ConsumerGroupDescribeResponse.Group {
        try #require(try call(ConsumerGroupDescribeRequest(groupIds: [group], includeAuthorizedOperations: false)).groups.first)
    }
}
