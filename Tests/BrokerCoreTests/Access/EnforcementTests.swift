import KafkaWire
import Testing
@testable import BrokerCore

/// What clients are told by each API when a rule stands against them.
struct EnforcementTests {
    private func world(_ byDefault: AuthorizationSettings.Default = .allow) throws -> BrokerWorld {
        let world = try BrokerWorld {
            $0.authorization = AuthorizationSettings(byDefault: byDefault, superPrincipals: ["User:admin"])
        }
        return world
    }

    /// With topics `orders` and `stock`, made by one who may.
    private func stocked(_ byDefault: AuthorizationSettings.Default = .allow) throws -> BrokerWorld {
        let world = try world(byDefault)
        let made = try world.call(
            CreateTopicsRequest(topics: ["orders", "stock"].map { .init(name: $0, numPartitions: 1, replicationFactor: 1) }),
            on: world.admin)
        #expect(made.topics.map(\.errorCode) == [.none, .none])
        return world
    }

    // MARK: Records

    @Test(arguments: [Int16(9), 12, 13]) func `produce is refused while fetch works, then both, then neither`(version: Int16) throws {
        let world = try stocked()
        #expect(try world.produce(["1"], to: "orders", version: version).errorCode == .none)
        try world.deny(.write, on: .topic, "orders")
        #expect(try world.produce(["2"], to: "orders", version: version).errorCode == .topicAuthorizationFailed)
        #expect(try world.produce(["2"], to: "stock", version: version).errorCode == .none)
        #expect(try world.values(of: "orders").map(\.value) == ["1"])
        try world.deny(.read, on: .topic, "orders")
        #expect(try world.fetch("orders", version: version).errorCode == .topicAuthorizationFailed)
        #expect(try world.fetch("stock", version: version).errorCode == .none)
        try world.lift("orders")
        #expect(try world.produce(["3"], to: "orders", version: version).errorCode == .none)
        #expect(try world.values(of: "orders").map(\.value) == ["1", "3"])
    }

    @Test func `a topic that may not be written is refused whether it is there or not`() throws {
        let world = try stocked(.deny)
        #expect(try world.produce(["1"], to: "nowhere").errorCode == .topicAuthorizationFailed)
        #expect(try world.fetch("nowhere").errorCode == .topicAuthorizationFailed)
        #expect(try world.listOffset(of: "nowhere", at: -1).errorCode == .topicAuthorizationFailed)
        let request = world.produceRequest(["1"], to: "nowhere")
        #expect(try world.produce(request, version: 13).errorCode == .unknownTopicId)
    }

    @Test func `a refused produce without acknowledgement ends the connection`() throws {
        let world = try stocked()
        try world.deny(.write, on: .topic, "orders")
        let connection = world.connect()
        _ = try world.send(world.produceRequest(["1"], to: "orders", acks: 0), version: 9, on: connection)
        #expect(world.closed[connection] != nil)
    }

    @Test func `a waiting fetch is answered with the refusal as soon as its topic is denied`() throws {
        let world = try stocked()
        let reader = world.connect()
        let waiting = try world.send(world.fetchRequest("orders", maxWait: 30_000), version: 12, on: reader)
        let other = try world.send(world.fetchRequest("stock", maxWait: 30_000), version: 12, on: world.connect())
        #expect(!world.hasAnswer(waiting))
        try world.deny(.read, on: .topic, "ord")
        #expect(!world.hasAnswer(waiting), "the rule is of another topic")
        try world.deny(.read, on: .topic, "orders")
        let answer = try #require(try world.answer(waiting))
        #expect(answer.responses.first?.partitions.first?.errorCode == .topicAuthorizationFailed)
        #expect(!world.hasAnswer(other))
        try world.produce(["1"], to: "stock")
        #expect(world.hasAnswer(other))
    }

    @Test func `a waiting fetch is refused when the rule that allowed it goes`() throws {
        let world = try stocked(.deny)
        try world.allow(.read, on: .topic, "orders")
        let waiting = try world.send(world.fetchRequest("orders", maxWait: 30_000), version: 17, on: world.connect())
        #expect(!world.hasAnswer(waiting))
        try world.lift("orders")
        #expect(try world.answer(waiting)?.responses.first?.partitions.first?.errorCode == .topicAuthorizationFailed)
    }

    @Test func `records, offsets and epochs are refused by topic`() throws {
        let world = try stocked()
        try world.deny(.delete, on: .topic, "orders")
        let deleted = try world.call(DeleteRecordsRequest(topics: ["orders", "stock"].map {
            .init(name: $0, partitions: [.init(partitionIndex: 0, offset: -1)])
        }, timeoutMs: 1000))
        #expect(deleted.topics.flatMap(\.partitions).map(\.errorCode) == [.topicAuthorizationFailed, .none])
        try world.deny(.describe, on: .topic, "orders")
        #expect(try world.listOffset(of: "orders", at: -1).errorCode == .topicAuthorizationFailed)
        #expect(try world.listOffset(of: "stock", at: -1).errorCode == .none)
        let epochs = try world.call(OffsetForLeaderEpochRequest(replicaId: -1, topics: ["orders", "stock"].map {
            .init(topic: $0, partitions: [.init(partition: 0, leaderEpoch: 0)])
        }))
        #expect(epochs.topics.flatMap(\.partitions).map(\.errorCode) == [.topicAuthorizationFailed, .none])
    }

    @Test func `a producer id needs a topic to write to, or IdempotentWrite`() throws {
        let world = try stocked(.deny)
        func ask(_ transactionalID: String? = nil) throws -> ErrorCode {
            try world.call(InitProducerIdRequest(transactionalId: transactionalID, transactionTimeoutMs: 1000)).errorCode
        }
        #expect(try ask() == .clusterAuthorizationFailed)
        #expect(try ask("t") == .transactionalIdAuthorizationFailed)
        try world.allow(.write, on: .topic, "orders")
        #expect(try ask() == .none)
        try world.lift("orders")
        #expect(try ask() == .clusterAuthorizationFailed)
        try world.allow(.idempotentWrite, on: .cluster, AclBinding.clusterName)
        #expect(try ask() == .none)
    }

    // MARK: Metadata

    @Test func `metadata of all topics hides what may not be described, and of named ones refuses it`() throws {
        let world = try stocked()
        let id = try #require(world.broker.topics["orders"]?.id)
        try world.deny(.describe, on: .topic, "orders")
        #expect(try world.call(MetadataRequest(topics: nil)).topics.filter { !$0.isInternal }.map(\.name) == ["stock"])
        let named = try world.call(MetadataRequest(topics: [.init(name: "orders"), .init(name: "stock")])).topics
        #expect(named.map(\.errorCode) == [.topicAuthorizationFailed, .none])
        #expect(named[0].topicId == .zero && named[0].partitions.isEmpty)
        let byID = try world.call(MetadataRequest(topics: [.init(topicId: id, name: nil)])).topics
        #expect(byID.map(\.errorCode) == [.topicAuthorizationFailed])
        #expect(byID.first?.name == nil)
    }

    @Test func `authorized operations are those that the asker has`() throws {
        let world = try stocked()
        try world.deny(.write, on: .topic, "orders")
        let topic = try #require(try world.call(MetadataRequest(
            topics: [.init(name: "orders")], includeTopicAuthorizedOperations: true)).topics.first)
        func has(_ operation: AclOperation, in bits: Int32) -> Bool { bits & 1 << Int32(operation.rawValue) != 0 }
        #expect(has(.read, in: topic.topicAuthorizedOperations))
        #expect(!has(.write, in: topic.topicAuthorizedOperations))
        let cluster = DescribeClusterRequest(includeClusterAuthorizedOperations: true, endpointType: 1)
        #expect(has(.alter, in: try world.call(cluster).clusterAuthorizedOperations))
        try world.deny(.alter, on: .cluster, AclBinding.clusterName)
        #expect(!has(.alter, in: try world.call(cluster).clusterAuthorizedOperations))
        try world.deny(.describe, on: .cluster, AclBinding.clusterName)
        #expect(try world.call(cluster).clusterAuthorizedOperations == 0)
    }

    // MARK: Topics and configs

    @Test func `topics are made by whom the cluster or the name lets`() throws {
        let world = try world(.deny)
        func create(_ names: [String]) throws -> [CreateTopicsResponse.CreatableTopicResult] {
            try world.call(CreateTopicsRequest(topics: names.map {
                .init(name: $0, numPartitions: 2, replicationFactor: 1)
            })).topics
        }
        #expect(try create(["a", "b"]).map(\.errorCode) == [.topicAuthorizationFailed, .topicAuthorizationFailed])
        try world.allow(.create, on: .topic, "a")
        let made = try create(["a", "b"])
        #expect(made.map(\.errorCode) == [.none, .topicAuthorizationFailed])
        #expect(made[0].topicConfigErrorCode == .topicAuthorizationFailed)
        #expect(made[0].configs == nil && made[0].numPartitions == -1)
        try world.allow(.create, on: .cluster, AclBinding.clusterName)
        try world.allow(.describeConfigs, on: .topic, "b")
        let other = try create(["b"])
        #expect(other.map(\.errorCode) == [.none])
        #expect(other[0].topicConfigErrorCode == .none && other[0].numPartitions == 2 && other[0].configs?.isEmpty == false)
    }

    @Test func `topics are deleted, grown and configured by whom the rules let`() throws {
        let world = try stocked()
        for operation in [AclOperation.delete, .alter, .alterConfigs, .describeConfigs] {
            try world.deny(operation, on: .topic, "orders")
        }
        let grown = try world.call(CreatePartitionsRequest(
            topics: ["orders", "stock"].map { .init(name: $0, count: 2, assignments: nil) }, timeoutMs: 1000, validateOnly: false))
        #expect(grown.results.map(\.errorCode) == [.topicAuthorizationFailed, .none])
        let described = try world.call(DescribeConfigsRequest(resources: ["orders", "stock"].map {
            .init(resourceType: 2, resourceName: $0, configurationKeys: nil)
        }))
        #expect(described.results.map(\.errorCode) == [.topicAuthorizationFailed, .none])
        #expect(described.results[0].configs.isEmpty)
        let altered = try world.call(IncrementalAlterConfigsRequest(resources: ["orders", "stock"].map {
            .init(resourceType: 2, resourceName: $0, configs: [.init(name: "retention.ms", configOperation: 0, value: "5")])
        }, validateOnly: false))
        #expect(altered.responses.map(\.errorCode) == [.topicAuthorizationFailed, .none])
        let replaced = try world.call(AlterConfigsRequest(resources: ["orders", "stock"].map {
            .init(resourceType: 2, resourceName: $0, configs: [])
        }, validateOnly: false))
        #expect(replaced.responses.map(\.errorCode) == [.topicAuthorizationFailed, .none])
        let deleted = try world.call(DeleteTopicsRequest(
            topics: ["orders", "stock", "nowhere"].map { .init(name: $0) }, timeoutMs: 1000))
        #expect(deleted.responses.map(\.errorCode) == [.topicAuthorizationFailed, .none, .unknownTopicOrPartition])
        #expect(world.broker.topics["orders"] != nil)
    }

    @Test func `whom a topic's name is hidden from is not told it by its id`() throws {
        let world = try stocked(.deny)
        let id = try #require(world.broker.topics["orders"]?.id)
        func delete() throws -> DeleteTopicsResponse.DeletableTopicResult? {
            try world.call(DeleteTopicsRequest(topics: [.init(name: nil, topicId: id)], timeoutMs: 1000)).responses.first
        }
        let hidden = try #require(try delete())
        #expect(hidden.errorCode == .topicAuthorizationFailed && hidden.name == nil && hidden.topicId == id)
        try world.allow(.describe, on: .topic, "orders")
        #expect(try delete()?.name == "orders")
        #expect(try delete()?.errorCode == .topicAuthorizationFailed)
    }

    @Test func `the broker's configs are the cluster's`() throws {
        let world = try stocked(.deny)
        let broker = DescribeConfigsRequest(resources: [
            .init(resourceType: 4, resourceName: "1", configurationKeys: nil),
        ])
        #expect(try world.call(broker).results.map(\.errorCode) == [.clusterAuthorizationFailed])
        try world.allow(.alterConfigs, on: .cluster, AclBinding.clusterName)
        #expect(try world.call(broker).results.map(\.errorCode) == [.none])
    }

    // MARK: Groups

    @Test func `a group is refused as a whole, its topics one by one`() throws {
        let world = try stocked(.deny)
        func commit() throws -> [ErrorCode] {
            try world.call(OffsetCommitRequest(
                groupId: "g", generationIdOrMemberEpoch: -1,
                topics: ["orders", "stock"].map {
                    .init(name: $0, partitions: [.init(partitionIndex: 0, committedOffset: 1)])
                }), version: 9).topics.flatMap(\.partitions).map(\.errorCode)
        }
        func fetch(_ topics: [OffsetFetchRequest.OffsetFetchRequestTopics]?) throws -> OffsetFetchResponse.OffsetFetchResponseGroup? {
            try world.call(OffsetFetchRequest(groups: [.init(groupId: "g", topics: topics)]), version: 8).groups.first
        }
        #expect(try commit() == [.groupAuthorizationFailed, .groupAuthorizationFailed])
        #expect(world.broker.groups["g"] == nil)
        #expect(try fetch(nil)?.errorCode == .groupAuthorizationFailed)
        try world.allow(.read, on: .group, "g")
        #expect(try commit() == [.topicAuthorizationFailed, .topicAuthorizationFailed])
        try world.allow(.read, on: .topic, "orders")
        try world.allow(.read, on: .topic, "stock")
        #expect(try commit() == [.none, .none])
        try world.lift("orders")
        #expect(try fetch(nil)?.topics.map(\.name) == ["stock"])
        let named = try fetch([.init(name: "orders", partitionIndexes: [0]), .init(name: "stock", partitionIndexes: [0])])
        #expect(named?.topics.flatMap(\.partitions).map(\.errorCode) == [.topicAuthorizationFailed, .none])
        #expect(named?.topics.flatMap(\.partitions).map(\.committedOffset) == [-1, 1])
    }

    @Test func `members, coordinators and descriptions of a denied group are refused`() throws {
        let world = try stocked()
        try world.deny(.all, on: .group, "g")
        let join = JoinGroupRequest(groupId: "g", sessionTimeoutMs: 10_000, memberId: "", protocolType: "consumer")
        #expect(try world.call(join).errorCode == .groupAuthorizationFailed)
        #expect(try world.call(HeartbeatRequest(groupId: "g", generationId: 1, memberId: "m")).errorCode == .groupAuthorizationFailed)
        #expect(try world.call(SyncGroupRequest(groupId: "g", generationId: 1, memberId: "m")).errorCode == .groupAuthorizationFailed)
        #expect(try world.call(LeaveGroupRequest(groupId: "g")).errorCode == .groupAuthorizationFailed)
        #expect(try world.call(DescribeGroupsRequest(groups: ["g"])).groups.map(\.errorCode) == [.groupAuthorizationFailed])
        #expect(try world.call(DeleteGroupsRequest(groupsNames: ["g"])).results.map(\.errorCode) == [.groupAuthorizationFailed])
        let found = try world.call(FindCoordinatorRequest(keyType: 0, coordinatorKeys: ["g", "h"])).coordinators
        #expect(found.map(\.errorCode) == [.groupAuthorizationFailed, .none])
        try world.deny(.describe, on: .transactionalID, "t")
        let transactional = try world.call(FindCoordinatorRequest(keyType: 1, coordinatorKeys: ["t"])).coordinators
        #expect(transactional.map(\.errorCode) == [.transactionalIdAuthorizationFailed])
    }

    @Test func `groups are listed to whom may describe the cluster, else those that it may describe`() throws {
        let world = try stocked(.deny)
        for group in ["g", "h"] {
            let commit = OffsetCommitRequest(
                groupId: group, generationIdOrMemberEpoch: -1,
                topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: 1)])])
            _ = try world.call(commit, version: 9, on: world.admin)
        }
        #expect(try world.call(ListGroupsRequest()).groups.map(\.groupId) == [])
        try world.allow(.describe, on: .group, "h")
        #expect(try world.call(ListGroupsRequest()).groups.map(\.groupId) == ["h"])
        try world.allow(.describe, on: .cluster, AclBinding.clusterName)
        #expect(try world.call(ListGroupsRequest()).groups.map(\.groupId) == ["g", "h"])
    }

    // MARK: Rules themselves

    @Test func `rules are seen and changed by whom the cluster lets`() throws {
        let world = try stocked(.deny)
        let describe = DescribeAclsRequest(
            resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: nil, hostFilter: nil,
            operation: 1, permissionType: 1)
        let create = CreateAclsRequest(creations: [
            .init(resourceType: 2, resourceName: "x", principal: "User:*", host: "*", operation: 3, permissionType: 3),
        ])
        let delete = DeleteAclsRequest(filters: [
            .init(
                resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: nil, hostFilter: nil,
                operation: 1, permissionType: 1),
        ])
        #expect(try world.call(describe).errorCode == .clusterAuthorizationFailed)
        #expect(try world.call(create).results.map(\.errorCode) == [.clusterAuthorizationFailed])
        #expect(try world.call(delete).filterResults.map(\.errorCode) == [.clusterAuthorizationFailed])
        #expect(world.broker.acls.count == 0)
        try world.allow(.alter, on: .cluster, AclBinding.clusterName)
        #expect(try world.call(create).results.map(\.errorCode) == [.none])
        #expect(try world.call(describe).errorCode == .none, "Alter implies Describe")
        #expect(try world.call(delete).filterResults.first?.matchingAcls.count == 2)
        #expect(try world.call(describe).errorCode == .clusterAuthorizationFailed)
    }

    @Test func `where the disk refuses, no rule of a request is added or taken out`() throws {
        let world = try stocked()
        try world.deny(.write, on: .topic, "orders")
        world.storage.setFault { operation, path in operation == .write && path.hasSuffix(".journal") ? .outOfSpace : nil }
        let added = try world.call(CreateAclsRequest(creations: ["a", "", "b"].map {
            .init(resourceType: 2, resourceName: $0, principal: "User:*", host: "*", operation: 3, permissionType: 3)
        }))
        #expect(added.results.map(\.errorCode) == [.kafkaStorageError, .invalidRequest, .kafkaStorageError])
        let removed = try world.call(DeleteAclsRequest(filters: [
            .init(
                resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: nil, hostFilter: nil,
                operation: 1, permissionType: 1),
        ]))
        #expect(removed.filterResults.flatMap(\.matchingAcls).map(\.errorCode) == [.kafkaStorageError])
        world.storage.setFault(nil)
        #expect(world.broker.acls.count == 1)
        #expect(try world.produce(["1"], to: "orders").errorCode == .topicAuthorizationFailed)
    }

    @Test func `rules count again after a restart`() throws {
        let world = try stocked()
        try world.deny(.write, on: .topic, "orders")
        try world.restart()
        #expect(try world.produce(["1"], to: "orders").errorCode == .topicAuthorizationFailed)
        try world.lift("orders")
        try world.restart()
        #expect(try world.produce(["1"], to: "orders").errorCode == .none)
    }

    @Test func `hosts are compared without the slash in front of them`() throws {
        let world = try stocked()
        _ = try world.call(CreateAclsRequest(creations: [
            .init(
                resourceType: 2, resourceName: "orders", principal: "User:ANONYMOUS", host: "10.0.0.7", operation: 4,
                permissionType: 2),
        ]))
        #expect(try world.produce(["1"], to: "orders").errorCode == .topicAuthorizationFailed)
        let elsewhere = world.connect(from: "/10.0.0.8")
        let request = world.produceRequest(["1"], to: "orders")
        #expect(try world.call(request, version: 9, on: elsewhere).responses.first?.partitionResponses.first?.errorCode == ErrorCode.none)
    }
}
