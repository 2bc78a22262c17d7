import KafkaWire
import Testing
@testable import BrokerCore

/// What administrators see of transactions, and who may do what.
struct TransactionAdminTests {
    private func stocked(_ configure: (inout BrokerSettings) -> Void = { _ in }) throws -> BrokerWorld {
        let world = try BrokerWorld(configure)
        try world.makeTopic("orders", partitions: 2)
        return world
    }

    @Test func `transactions are described`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        try client.add("orders", [1, 0])
        let began = world.now.millisecondsSinceEpoch
        world.advance(by: .seconds(3))
        let described = try client.described
        #expect(described.transactionState == "Ongoing" && described.transactionStartTimeMs == began)
        #expect(described.producerId == client.producer.id && described.producerEpoch == 0)
        #expect(described.transactionTimeoutMs == 60_000)
        #expect(described.topics == [.init(topic: "orders", partitions: [0, 1])])
        try client.commit()
        #expect(try client.described.topics.isEmpty)
        let others = try world.call(DescribeTransactionsRequest(transactionalIds: ["none", ""])).transactionStates
        #expect(others.map(\.errorCode) == [.transactionalIdNotFound, .invalidRequest])
    }

    @Test func `transactions are listed by state, producer, duration and pattern`() throws {
        let world = try stocked()
        let clients = try ["pay-1", "pay-2", "ship"].map { id in
            let client = TransactionClient(world, id)
            try client.begin()
            return client
        }
        try clients[0].add()
        world.advance(by: .seconds(10))
        try clients[1].add()
        func list(_ request: ListTransactionsRequest) throws -> [String] {
            let answer = try world.call(request)
            #expect(answer.errorCode == .none)
            return answer.transactionStates.map(\.transactionalId)
        }
        #expect(try list(.init()) == ["pay-1", "pay-2", "ship"])
        #expect(try list(.init(stateFilters: ["Ongoing"])) == ["pay-1", "pay-2"])
        #expect(try list(.init(producerIdFilters: [clients[2].producer.id])) == ["ship"])
        #expect(try list(.init(durationFilter: 5000)) == ["pay-1"])
        #expect(try list(.init(durationFilter: 0)) == ["pay-1"])
        #expect(try list(.init(transactionalIdPattern: "pay-.*")) == ["pay-1", "pay-2"])
        #expect(try list(.init(transactionalIdPattern: "pay")) == [])
        #expect(try list(.init(transactionalIdPattern: "")) == ["pay-1", "pay-2", "ship"])
        #expect(try world.call(ListTransactionsRequest(transactionalIdPattern: "(")).errorCode == .invalidRegularExpression)
        #expect(try world.call(ListTransactionsRequest(transactionalIdPattern: "a)|(b")).errorCode == .invalidRegularExpression)
        let unknown = try world.call(ListTransactionsRequest(stateFilters: ["Sleeping", "Empty"]))
        #expect(unknown.unknownStateFilters == ["Sleeping"] && unknown.transactionStates.map(\.transactionalId) == ["ship"])
    }

    @Test func `the producers of a partition are described`() throws {
        let world = try stocked()
        try world.produce(["a", "b"], to: "orders", producer: .init(id: 900, epoch: 2, baseSequence: 0))
        let client = TransactionClient(world)
        try client.begin()
        try client.add()
        try client.write("x")
        func producers() throws -> [DescribeProducersResponse.Producer] {
            try world.call(DescribeProducersRequest(topics: [.init(name: "orders", partitionIndexes: [0])]))
                .topics[0].partitions[0].activeProducers.sorted { $0.producerEpoch < $1.producerEpoch }
        }
        var found = try producers()
        #expect(found.map(\.producerId) == [client.producer.id, 900])
        #expect(found.map(\.currentTxnStartOffset) == [2, -1])
        #expect(found.map(\.lastSequence) == [0, 1])
        #expect(found.map(\.coordinatorEpoch) == [-1, -1])
        try client.commit()
        found = try producers()
        #expect(found.map(\.currentTxnStartOffset) == [-1, -1] && found[0].coordinatorEpoch == 0)
        let bad = try world.call(DescribeProducersRequest(topics: [
            .init(name: "orders", partitionIndexes: [9]), .init(name: "none", partitionIndexes: [0]),
        ]))
        #expect(bad.topics.flatMap(\.partitions).map(\.errorCode) == [.unknownTopicOrPartition, .unknownTopicOrPartition])
    }

    @Test func `an administrator ends what hangs`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        try client.add()
        try client.write("x")
        func end(epoch: Int16 = 0, coordinator: Int32 = 0, partition: Int32 = 0) throws -> ErrorCode {
            try world.call(WriteTxnMarkersRequest(markers: [
                .init(
                    producerId: client.producer.id, producerEpoch: epoch, transactionResult: false,
                    topics: [.init(name: "orders", partitionIndexes: [partition])], coordinatorEpoch: coordinator),
            ])).markers[0].topics[0].partitions[0].errorCode
        }
        #expect(try end(partition: 5) == .unknownTopicOrPartition)
        #expect(try end(coordinator: 4) == .none)
        #expect(try world.lastStableOffset() == 2)
        #expect(try world.committedValues() == [])
        #expect(try end(coordinator: 3) == .transactionCoordinatorFenced)
        #expect(try end(epoch: 1, coordinator: 4) == .none)
        #expect(try end(epoch: 0, coordinator: 4) == .invalidProducerEpoch)
    }

    // MARK: Access

    @Test func `each request asks for its rights`() throws {
        let world = try BrokerWorld {
            $0.authorization = AuthorizationSettings(byDefault: .deny, superPrincipals: ["User:admin"])
        }
        try world.allow(.create, on: .topic, "orders")
        try world.makeTopic("orders", partitions: 2)
        try world.allow(.describe, on: .topic, "*")
        let client = TransactionClient(world)
        #expect(try client.begin() == .transactionalIdAuthorizationFailed)
        #expect(try client.add() == .transactionalIdAuthorizationFailed)
        #expect(try client.addOffsets() == .transactionalIdAuthorizationFailed)
        #expect(try client.commitOffset(1) == .transactionalIdAuthorizationFailed)
        #expect(try client.commit() == .transactionalIdAuthorizationFailed)
        #expect(try client.described.errorCode == .transactionalIdAuthorizationFailed)
        try world.allow(.write, on: .transactionalID, "t")
        #expect(try client.begin() == .none)
        // Write implies Describe.
        #expect(try client.described.errorCode == .none)
        #expect(try client.add() == .topicAuthorizationFailed)
        #expect(try client.addOffsets() == .groupAuthorizationFailed)
        #expect(try client.commitOffset(1) == .groupAuthorizationFailed)
        try world.allow(.read, on: .group, "g")
        #expect(try client.addOffsets() == .none)
        #expect(try client.commitOffset(1) == .topicAuthorizationFailed)
        try world.allow(.read, on: .topic, "orders")
        #expect(try client.commitOffset(1) == .none)
        try world.allow(.write, on: .topic, "orders")
        #expect(try client.add() == .none)
        #expect(try client.write("x") == .none)
        #expect(try client.commit() == .none)

        #expect(try world.call(ListTransactionsRequest()).transactionStates.map(\.transactionalId) == ["t"])
        try world.deny(.describe, on: .transactionalID, "t")
        #expect(try world.call(ListTransactionsRequest()).transactionStates.isEmpty)
        let marker = WriteTxnMarkersRequest(markers: [
            .init(producerId: 0, producerEpoch: 0, topics: [.init(name: "orders", partitionIndexes: [0])]),
        ])
        #expect(try world.call(marker).markers[0].topics[0].partitions[0].errorCode == .clusterAuthorizationFailed)
        let broker = AddPartitionsToTxnRequest(transactions: [.init(transactionalId: "t", topics: [])])
        #expect(try world.call(broker, version: 4).errorCode == .clusterAuthorizationFailed)
        try world.allow(.clusterAction, on: .cluster, AclBinding.clusterName)
        #expect(try world.call(broker, version: 4).errorCode == .none)
        let producers = DescribeProducersRequest(topics: [.init(name: "hidden", partitionIndexes: [0])])
        #expect(try world.call(producers).topics[0].partitions[0].errorCode == .topicAuthorizationFailed)
    }
}
