import KafkaWire
import Testing
@testable import BrokerCore

struct TransactionalOffsetTests {
    private func stocked() throws -> BrokerWorld {
        let world = try BrokerWorld()
        try world.makeTopic("orders", partitions: 2)
        return world
    }

    private func stable(_ world: BrokerWorld, _ group: String = "g", partition: Int32 = 0) throws -> (ErrorCode, Int64) {
        let answer = try world.call(
            OffsetFetchRequest(
                groups: [.init(groupId: group, topics: [.init(name: "orders", partitionIndexes: [partition])])], requireStable: true),
            version: 8).groups[0].topics[0].partitions[0]
        return (answer.errorCode, answer.committedOffset)
    }

    @Test(arguments: [false, true])
    func `offsets are committed with the transaction, and not before`(raisesEpochs: Bool) throws {
        let world = try stocked()
        #expect(try GroupClient(world).commit(1, generation: -1) == .none)
        let client = TransactionClient(world, raisesEpochs: raisesEpochs)
        try client.begin()
        if !raisesEpochs { #expect(try client.addOffsets() == .none) }
        #expect(try client.commitOffset(5) == .none)
        #expect(try world.committed("g") == 1)
        #expect(try stable(world) == (.unstableOffsetCommit, -1))
        #expect(try stable(world, partition: 1) == (.none, -1))
        try client.commit()
        #expect(try world.committed("g") == 5)
        #expect(try stable(world) == (.none, 5))

        if !raisesEpochs { try client.addOffsets() }
        #expect(try client.commitOffset(9) == .none)
        try client.abort()
        #expect(try stable(world) == (.none, 5))
        try world.restart()
        #expect(try stable(world) == (.none, 5))
    }

    @Test func `what is pending is kept over restarts and crashes`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        try client.addOffsets(group: "new")
        try client.commitOffset(7, group: "new")
        try world.restart()
        #expect(try stable(world, "new") == (.unstableOffsetCommit, -1))
        try world.crash(seed: 5)
        #expect(try stable(world, "new") == (.unstableOffsetCommit, -1))
        let again = TransactionClient(world)
        again.producer = client.producer
        #expect(try again.commit() == .none)
        #expect(try stable(world, "new") == (.none, 7))
    }

    @Test func `what the group committed meanwhile is newer and stays`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        try client.addOffsets()
        try client.commitOffset(5)
        world.advance(by: .milliseconds(5))
        #expect(try GroupClient(world).commit(8, generation: -1) == .none)
        try client.commit()
        #expect(try world.committed("g") == 8)
    }

    @Test func `groups that are not in the transaction are refused`() throws {
        let world = try stocked()
        let client = TransactionClient(world)
        try client.begin()
        #expect(try client.commitOffset(5) == .invalidTxnState)
        #expect(try client.commitOffset(5, version: 4) == .transactionAbortable)
        #expect(try client.addOffsets(group: "") == .invalidGroupId)
        try client.addOffsets(group: "other")
        #expect(try client.commitOffset(5) == .invalidTxnState)
        #expect(try client.commitOffset(5, group: "other", topic: "none") == .unknownTopicOrPartition)
        #expect(try client.commitOffset(5, group: "") == .invalidGroupId)
        client.producer.epoch += 1
        #expect(try client.commitOffset(5, group: "other") == .invalidProducerEpoch)
        client.producer.id += 1
        #expect(try client.commitOffset(5, group: "other") == .invalidProducerIdMapping)
    }

    @Test func `only members of this generation commit with a transaction (KIP-447)`() throws {
        let world = try stocked()
        let member = try world.stableGroup(1)[0]
        let client = TransactionClient(world)
        try client.begin()
        try client.addOffsets()
        #expect(try client.commitOffset(5, member: member.memberID, generation: member.generation) == .none)
        #expect(try client.commitOffset(5, member: member.memberID, generation: member.generation + 1) == .illegalGeneration)
        #expect(try client.commitOffset(5, member: "nobody", generation: member.generation) == .unknownMemberId)
        // Producers from before KIP-447 name no member.
        #expect(try client.commitOffset(6) == .none)
        try client.addOffsets(group: "none")
        #expect(try client.commitOffset(5, group: "none", member: "m", generation: 3) == .illegalGeneration)
        try client.commit()
        #expect(try world.committed("g") == 6)
    }

    @Test func `deleting a group drops what is pending for it`() throws {
        let world = try stocked()
        #expect(try GroupClient(world).commit(1, generation: -1) == .none)
        let client = TransactionClient(world)
        try client.begin()
        try client.addOffsets()
        try client.commitOffset(5)
        #expect(try world.call(DeleteGroupsRequest(groupsNames: ["g"])).results.map(\.errorCode) == [.none])
        #expect(try client.commit() == .none)
        #expect(try world.committed("g") == -1)
        try world.restart()
        #expect(try world.committed("g") == -1)
    }
}
