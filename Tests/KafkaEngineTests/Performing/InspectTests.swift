import Determinism
import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel
import NIOCore
import ScriptedBroker
import Testing

@testable import KafkaEngine

@Suite struct `Who uses a topic` {
    private func with(_ intercept: @escaping ToyCluster.Intercept, _ body: (KafkaEngine) async throws -> Void) async throws {
        let cluster = try await ToyCluster.start(intercept: intercept)
        let engine = try await KafkaEngine.connect(cluster: "eu", addresses: [HostAndPort(host: "127.0.0.1", port: cluster.port)])
        try await body(engine)
        await engine.close()
        await cluster.stop()
    }

    private static func subscription(_ topics: [String]) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.writeInteger(Int16(1))
        bytes.writeInteger(Int32(topics.count))
        for topic in topics {
            bytes.writeInteger(Int16(topic.utf8.count))
            bytes.writeString(topic)
        }
        bytes.writeInteger(Int32(-1))
        return bytes
    }

    /// `billing` reads orders with two members and lags, `audit` only watches, `old` has committed and is gone, `other` reads elsewhere.
    private static func groups(_ request: ScriptedRequest, _ cluster: ToyCluster) throws -> [ScriptedBroker.Step]? {
        switch request.header.apiKey {
        case .listGroups:
            let names = [("billing", "Stable"), ("audit", "Stable"), ("old", "Empty"), ("other", "Stable"), ("newer", "Stable")]
            return [request.answer(ListGroupsResponse(groups: names.map { .init(groupId: $0, protocolType: "consumer", groupState: $1) }
                + [.init(groupId: "connect", protocolType: "connect", groupState: "Stable")]))]
        case .describeGroups:
            let asked = try request.decode(DescribeGroupsRequest.self).groups
            return [request.answer(DescribeGroupsResponse(groups: asked.map { group in
                let topics: [[String]] = switch group {
                case "billing": [["orders"], ["orders", "refunds"]]
                case "audit": [["orders"]]
                case "other": [["refunds"]]
                default: []
                }
                if group == "newer" { return .init(errorCode: .groupIdNotFound, groupId: group) }
                return .init(
                    groupId: group, groupState: "Stable",
                    members: topics.map { .init(memberId: "m", memberMetadata: subscription($0)) })
            }))]
        case .findCoordinator:
            return [request.answer(FindCoordinatorResponse(
                coordinators: try request.decode(FindCoordinatorRequest.self).coordinatorKeys.map {
                    .init(key: $0, nodeId: 1, host: "127.0.0.1", port: Int32(cluster.port))
                }))]
        case .offsetFetch:
            let fetch = try request.decode(OffsetFetchRequest.self)
            let name = fetch.groups.first?.groupId ?? fetch.groupId
            let committed: Int64? = switch name {
            case "billing": 30
            case "old": 100
            case "newer": 90
            default: nil
            }
            return [request.answer(OffsetFetchResponse(groups: [.init(
                groupId: name,
                topics: committed.map { [.init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: $0, metadata: "")])] } ?? [])]))]
        case .listOffsets:
            return [request.answer(ListOffsetsResponse(topics: [.init(name: "orders", partitions: [.init(offset: 100)])]))]
        default: return nil
        }
    }

    @Test func `members and lag are told by group`() async throws {
        try await with({ request, cluster in
            cluster.state.withLock { $0.topics["orders"] = .init(partitions: 1, config: [:]) }
            return try? Self.groups(request, cluster)
        }) { engine in
            let usage = try await engine.inspect(["orders"])["orders"]
            #expect(usage?.groups == [
                GroupUsage(group: "audit", members: 1), GroupUsage(group: "billing", members: 2, lag: 70),
                GroupUsage(group: "newer", members: 1, lag: 10), GroupUsage(group: "old", members: 0, lag: 0),
            ])
            #expect(usage?.members == 4)
        }
    }

    @Test func `where groups may not be seen, the use of a topic is unknown and not none`() async throws {
        try await with({ request, _ in
            request.header.apiKey == .listGroups ? [request.answer(ListGroupsResponse(errorCode: .clusterAuthorizationFailed))] : nil
        }) { engine in
            let usage = try await engine.inspect(["orders"])
            #expect(usage.isEmpty)
        }
    }

    @Test func `what members say of themselves is read within bounds, whatever the bytes`() {
        var chance = SeededGenerator(seed: 7)
        let good = Self.subscription(["orders", "refunds"])
        #expect(ConsumerSubscription.topics(subscribed: good) == ["orders", "refunds"])
        for _ in 0..<3000 {
            var bytes = Array(good.readableBytesView)
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            bytes.removeLast(Int.random(in: 0..<bytes.count, using: &chance))
            _ = ConsumerSubscription.topics(subscribed: ByteBuffer(bytes: bytes))
            _ = ConsumerSubscription.topics(assigned: ByteBuffer(bytes: bytes))
        }
    }
}
