import KafkaWire
import NIOCore

package struct GroupTimes: Sendable, Hashable {
    /// A member that is silent for longer is taken for gone.
    package var session: Duration
    package var heartbeat: Duration
    /// How long a member may take, when partitions move, to end what it is at.
    package var rebalance: Duration

    package init(session: Duration = .seconds(45), heartbeat: Duration = .seconds(3), rebalance: Duration = .seconds(60)) {
        self.session = session
        self.heartbeat = heartbeat
        self.rebalance = rebalance
    }
}

/// One member of a consumer group, by the classic protocol: JoinGroup, SyncGroup, heartbeats. What to ask next, and what each answer
/// means.
struct GroupMembership: Sendable {
    enum AfterJoin: Equatable {
        case joinAgain
        /// Give partitions out: these members want these topics.
        case lead(PartitionAssignor, members: [String: [String]])
        case follow
        case refused(ErrorCode)
        /// Another client leads by rules that we do not know.
        case misunderstood(String)
    }

    enum AfterSync: Equatable {
        case assigned([TopicPartition])
        case joinAgain
        case refused(ErrorCode)
        case misunderstood(String)
    }

    enum AfterHeartbeat: Equatable {
        case goOn
        /// End what is under way, commit, and join again.
        case rebalance
        /// The partitions are others' by now: commit nothing, join again.
        case lost
        case refused(ErrorCode)
    }

    let group: String
    let topics: [String]
    let times: GroupTimes
    let instanceId: String?
    private(set) var memberId = ""
    private(set) var generation: Int32 = -1
    private(set) var isLeader = false
    private var protocolName: String?
    private var assignors: [PartitionAssignor]

    init(group: String, topics: [String], assignors: [PartitionAssignor], times: GroupTimes, instanceId: String? = nil) {
        self.group = group
        self.topics = topics.sorted()
        self.assignors = assignors
        self.times = times
        self.instanceId = instanceId
    }

    /// Whether commits may be made as this member.
    var isMember: Bool { generation >= 0 }

    // MARK: Joining

    func joinRequest(owned: [TopicPartition]) -> JoinGroupRequest {
        let metadata = GroupProtocol.Subscription(topics: topics, owned: owned).encoded()
        return JoinGroupRequest(
            groupId: group, sessionTimeoutMs: times.session.milliseconds, rebalanceTimeoutMs: times.rebalance.milliseconds, memberId: memberId,
            groupInstanceId: instanceId, protocolType: GroupProtocol.type,
            protocols: assignors.map { .init(name: $0.rawValue, metadata: metadata) })
    }

    mutating func joined(_ response: JoinGroupResponse) -> AfterJoin {
        switch response.errorCode {
        case .none: break
        case .memberIdRequired:
            memberId = response.memberId
            return .joinAgain
        case .unknownMemberId:
            leave()
            return .joinAgain
        case .rebalanceInProgress, .illegalGeneration:
            return .joinAgain
        default:
            return .refused(response.errorCode)
        }
        memberId = response.memberId
        generation = response.generationId
        protocolName = response.protocolName
        isLeader = response.leader == memberId
        guard isLeader, !response.skipAssignment else { return .follow }
        guard let assignor = PartitionAssignor(rawValue: response.protocolName ?? "") else {
            return .misunderstood("the group chose the assignor '\(response.protocolName ?? "")', which was not offered")
        }
        var members: [String: [String]] = [:]
        for member in response.members {
            guard let subscription = GroupProtocol.Subscription(member.metadata) else {
                return .misunderstood("member '\(member.memberId)' says what it wants in no known format")
            }
            members[member.memberId] = subscription.topics
        }
        return .lead(assignor, members: members)
    }

    /// - Parameter assignments: the leader's; others send none.
    func syncRequest(_ assignments: [String: [TopicPartition]] = [:]) -> SyncGroupRequest {
        SyncGroupRequest(
            groupId: group, generationId: generation, memberId: memberId, groupInstanceId: instanceId, protocolType: GroupProtocol.type,
            protocolName: protocolName,
            assignments: assignments.sorted { $0.key < $1.key }.map { .init(memberId: $0.key, assignment: GroupProtocol.encodeAssignment($0.value)) })
    }

    mutating func synced(_ response: SyncGroupResponse) -> AfterSync {
        switch response.errorCode {
        case .none:
            guard let partitions = GroupProtocol.decodeAssignment(response.assignment) else {
                return .misunderstood("the group's leader gave out partitions in no known format")
            }
            return .assigned(partitions)
        case .rebalanceInProgress:
            return .joinAgain
        case .unknownMemberId, .illegalGeneration:
            leave()
            return .joinAgain
        default:
            return .refused(response.errorCode)
        }
    }

    // MARK: Staying

    func heartbeatRequest() -> HeartbeatRequest {
        HeartbeatRequest(groupId: group, generationId: generation, memberId: memberId, groupInstanceId: instanceId)
    }

    mutating func heard(_ code: ErrorCode) -> AfterHeartbeat {
        switch code {
        case .none: return .goOn
        case .rebalanceInProgress: return .rebalance
        case .illegalGeneration, .unknownMemberId:
            leave()
            return .lost
        default: return .refused(code)
        }
    }

    /// As one who was never there.
    mutating func leave() {
        memberId = ""
        generation = -1
        isLeader = false
    }

    func leaveRequest(version: Int16) -> LeaveGroupRequest {
        version >= 3
            ? LeaveGroupRequest(groupId: group, members: [.init(memberId: memberId, groupInstanceId: instanceId, reason: "the consumer is closed")])
            : LeaveGroupRequest(groupId: group, memberId: memberId)
    }
}

extension Duration {
    var milliseconds: Int32 { Int32(clamping: components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000) }
}
