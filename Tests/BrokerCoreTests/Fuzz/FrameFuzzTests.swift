import Determinism
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

/// Hostile frames: whatever comes, the broker answers or closes, goes on serving others, and does not trap.
struct FrameFuzzTests {
    /// One good frame for each API and version, to be spoiled.
    private func goodFrames(_ world: BrokerWorld) throws -> [ByteBuffer] {
        var frames: [ByteBuffer] = []
        func add<Request: KafkaRequest>(_ request: Request) {
            for version in Request.versions {
                // Not every version can carry every field; those frames are simply left out.
                if let frame = try? world.frame(request, version: version, correlation: 1) { frames.append(frame) }
            }
        }
        add(ApiVersionsRequest(clientSoftwareName: "a", clientSoftwareVersion: "b"))
        add(MetadataRequest(topics: [.init(name: "orders")]))
        add(world.produceRequest(["a", "b"], to: "orders"))
        add(world.fetchRequest("orders", maxWait: 0))
        add(ListOffsetsRequest(replicaId: -1, topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, timestamp: -1)])]))
        add(FindCoordinatorRequest(key: "g"))
        add(FindCoordinatorRequest(coordinatorKeys: ["g"]))
        add(JoinGroupRequest(
            groupId: "g", sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 10_000, memberId: "", protocolType: "consumer",
            protocols: [.init(name: "range", metadata: ByteBuffer(string: "m"))]))
        add(SyncGroupRequest(
            groupId: "g", generationId: 1, memberId: "m", protocolType: "consumer", protocolName: "range",
            assignments: [.init(memberId: "m", assignment: ByteBuffer(string: "a"))]))
        add(HeartbeatRequest(groupId: "g", generationId: 1, memberId: "m"))
        add(LeaveGroupRequest(groupId: "g", memberId: "m"))
        add(LeaveGroupRequest(groupId: "g", members: [.init(memberId: "m")]))
        add(OffsetCommitRequest(groupId: "g", generationIdOrMemberEpoch: -1, topics: [
            .init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: 1, committedMetadata: "m")]),
        ]))
        add(OffsetFetchRequest(groupId: "g", topics: [.init(name: "orders", partitionIndexes: [0])]))
        add(OffsetFetchRequest(groups: [.init(groupId: "g", topics: [.init(name: "orders", partitionIndexes: [0])])]))
        add(CreateTopicsRequest(topics: [
            .init(name: "new", numPartitions: 1, replicationFactor: 1, configs: [.init(name: "retention.ms", value: "1")]),
        ]))
        add(DeleteTopicsRequest(topicNames: ["new"]))
        add(CreatePartitionsRequest(topics: [.init(name: "new", count: 2, assignments: [.init(brokerIds: [1])])]))
        add(DescribeConfigsRequest(resources: [.init(resourceType: 2, resourceName: "orders", configurationKeys: ["retention.ms"])]))
        add(AlterConfigsRequest(resources: [.init(resourceType: 2, resourceName: "orders", configs: [.init(name: "segment.ms", value: "1")])]))
        add(IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: "orders", configs: [.init(name: "cleanup.policy", configOperation: 2, value: "compact")]),
        ]))
        add(DescribeAclsRequest(
            resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: nil, hostFilter: nil,
            operation: 1, permissionType: 1))
        add(CreateAclsRequest(creations: [
            .init(resourceType: 2, resourceName: "a", resourcePatternType: 3, principal: "User:a", host: "*", operation: 3, permissionType: 3),
        ]))
        add(DeleteAclsRequest(filters: [
            .init(resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: nil,
                  hostFilter: nil, operation: 1, permissionType: 1),
        ]))
        add(InitProducerIdRequest(transactionalId: nil))
        add(ConsumerGroupHeartbeatRequest(
            groupId: "k", memberId: "m", memberEpoch: 0, instanceId: "i", rackId: nil, rebalanceTimeoutMs: 1000,
            subscribedTopicNames: ["orders"], subscribedTopicRegex: "o.*", serverAssignor: "uniform", topicPartitions: []))
        var session = world.fetchRequest("orders", minBytes: 0, maxWait: 0)
        session.sessionEpoch = 0
        add(session)
        (session.sessionId, session.sessionEpoch) = (1, 1)
        session.forgottenTopicsData = [.init(topic: "orders", topicId: .zero, partitions: [0])]
        add(session)
        add(ElectLeadersRequest(topicPartitions: [.init(topic: "orders", partitions: [0])]))
        add(DescribeTopicPartitionsRequest(topics: [.init(name: "orders")], responsePartitionLimit: 1, cursor: .init(topicName: "a", partitionIndex: 0)))
        add(ListConfigResourcesRequest(resourceTypes: [2]))
        add(ConsumerGroupDescribeRequest(groupIds: ["k"], includeAuthorizedOperations: true))
        add(DescribeClusterRequest())
        add(ListGroupsRequest())
        add(DescribeGroupsRequest(groups: ["g"]))
        add(OffsetDeleteRequest(groupId: "g", topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0)])]))
        add(AlterPartitionReassignmentsRequest(topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, replicas: [1])])]))
        add(ListPartitionReassignmentsRequest(topics: [.init(name: "orders", partitionIndexes: [0])]))
        add(DescribeLogDirsRequest(topics: [.init(topic: "orders", partitions: [0])]))
        add(DeleteGroupsRequest(groupsNames: ["g"]))
        add(DeleteRecordsRequest(topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, offset: 0)])]))
        add(SaslHandshakeRequest(mechanism: "PLAIN"))
        add(SaslAuthenticateRequest(authBytes: ByteBuffer(string: "n,,n=a,r=b")))
        add(DescribeUserScramCredentialsRequest(users: [.init(name: "a")]))
        add(AlterUserScramCredentialsRequest(
            deletions: [.init(name: "b", mechanism: 1)],
            upsertions: [.init(name: "a", mechanism: 1, iterations: 4096, salt: ByteBuffer(string: "s"), saltedPassword: ByteBuffer(string: "p"))]))
        add(OffsetForLeaderEpochRequest(replicaId: -1, topics: [.init(topic: "orders", partitions: [.init(partition: 0)])]))
        addTransactions { add($0) }
        return frames
    }

    private func addTransactions(_ add: (any KafkaRequest) -> Void) {
        add(InitProducerIdRequest(transactionalId: "t", transactionTimeoutMs: 1000, producerId: -1, producerEpoch: -1))
        add(AddPartitionsToTxnRequest(transactionalId: "t", topics: [.init(name: "orders", partitions: [0])]))
        add(AddPartitionsToTxnRequest(transactions: [
            .init(transactionalId: "t", topics: [.init(name: "orders", partitions: [0])]),
        ]))
        add(AddOffsetsToTxnRequest(transactionalId: "t", groupId: "g"))
        add(TxnOffsetCommitRequest(transactionalId: "t", groupId: "g", topics: [
            .init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: 1, committedMetadata: "m")]),
        ]))
        add(EndTxnRequest(transactionalId: "t", committed: true))
        add(WriteTxnMarkersRequest(markers: [
            .init(producerId: 0, producerEpoch: 0, topics: [.init(name: "orders", partitionIndexes: [0])]),
        ]))
        add(DescribeProducersRequest(topics: [.init(name: "orders", partitionIndexes: [0])]))
        add(DescribeTransactionsRequest(transactionalIds: ["t"]))
        add(ListTransactionsRequest(stateFilters: ["Ongoing"], transactionalIdPattern: "t.*"))
    }

    private func fuzzedWorld(seed: UInt64 = 1) throws -> BrokerWorld {
        let world = try BrokerWorld(seed: seed) {
            $0.durability = .os
            $0.maxPartitions = 2000
            $0.retentionCheckInterval = .seconds(3600)
            $0.backgroundSyncInterval = .seconds(3600)
        }
        try world.makeTopic("orders")
        return world
    }

    /// Sends a frame on a connection of its own, and looks whether the broker still stands.
    private func feed(_ frame: ByteBuffer, to world: BrokerWorld) throws {
        let connection = world.connect()
        world.receive([frame], on: connection)
        world.advance(by: .seconds(70))
        try #require(world.failure == nil)
        world.disconnect(connection)
    }

    @Test func `every API is covered by a good frame that is answered`() throws {
        let world = try fuzzedWorld()
        let frames = try goodFrames(world)
        let keys = Set(frames.compactMap { $0.getInteger(at: $0.readerIndex, as: Int16.self) })
        #expect(keys == Set(Broker.servedAPIs.map(\.rawValue)))
        for frame in frames {
            let connection = world.connect()
            world.receive([frame], on: connection)
            world.advance(by: .seconds(20))
            #expect(world.takeInbox(connection).count == 1, "\(world.closed[connection] ?? "no answer")")
        }
    }

    @Test func `frames cut short at each byte`() throws {
        let world = try fuzzedWorld()
        for frame in try goodFrames(world) {
            for length in 0..<frame.readableBytes {
                let connection = world.connect()
                world.receive([try #require(frame.getSlice(at: frame.readerIndex, length: length))], on: connection)
                world.disconnect(connection)
                try #require(world.failure == nil)
            }
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `frames with bytes changed, put in and taken out`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        let world = try fuzzedWorld(seed: seed)
        let frames = try goodFrames(world)
        for _ in 0..<2500 {
            var bytes = Array(frames.randomElement(using: &chance)!.readableBytesView)
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0..<6, using: &chance) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
                case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &chance), at: place)
                case 3 where bytes.count > 1: bytes.remove(at: place)
                case 4:
                    // A length, a count, an offset or a time at its ends.
                    let extreme: [UInt8] = [[0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [0, 0, 0, 0]]
                        .randomElement(using: &chance)!
                    for (index, byte) in extreme.enumerated() where place + index < bytes.count { bytes[place + index] = byte }
                default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &chance))
                }
            }
            try feed(ByteBuffer(bytes: bytes), to: world)
        }
        // Whoever behaves is still served.
        try world.makeTopic("still-served")
        #expect(try world.produce(["a"], to: "still-served").errorCode == .none)
    }

    @Test func `random bytes behind each API's header`() throws {
        var chance = SeededGenerator(seed: 11)
        let world = try fuzzedWorld()
        for entry in SupportedVersions.all {
            for version in entry.versions {
                for _ in 0..<20 {
                    var frame = ByteBuffer()
                    frame.writeInteger(entry.apiKey.rawValue)
                    frame.writeInteger(version)
                    frame.writeInteger(Int32(1))
                    frame.writeInteger(Int16(-1))
                    for _ in 0..<Int.random(in: 0..<64, using: &chance) {
                        // Small numbers get further than large ones.
                        frame.writeInteger(UInt8.random(in: 0...(Bool.random(using: &chance) ? 4 : 255), using: &chance))
                    }
                    try feed(frame, to: world)
                }
            }
        }
    }

    @Test func `claims of huge arrays cost nothing`() throws {
        let world = try BrokerWorld()
        for (key, version) in [(APIKey.metadata, Int16(1)), (.createTopics, 2), (.fetch, 4), (.offsetFetch, 1)] {
            var frame = ByteBuffer()
            frame.writeInteger(key.rawValue)
            frame.writeInteger(version)
            frame.writeInteger(Int32(1))
            frame.writeInteger(Int16(-1))
            for _ in 0..<8 { frame.writeInteger(Int32.max) }
            let connection = world.connect()
            world.receive([frame], on: connection)
            #expect(world.closed[connection] != nil)
        }
    }
}
