import Determinism
import KafkaWire
import Testing
@testable import BrokerCore

struct IdempotenceTests {
    private func producer(_ sequence: Int32, epoch: Int16 = 0, id: Int64 = 7) -> RecordBatchBuilder.Producer {
        .init(id: id, epoch: epoch, baseSequence: sequence)
    }

    @Test func `a batch sent again is stored once and answered with its first offset`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        for sequence in 0..<5 {
            #expect(try world.produce(["v\(sequence)"], to: "orders", producer: producer(Int32(sequence))).baseOffset == Int64(sequence))
        }
        for sequence in 0..<5 {
            let again = try world.produce(["v\(sequence)"], to: "orders", producer: producer(Int32(sequence)))
            #expect(again.errorCode == .none && again.baseOffset == Int64(sequence))
        }
        #expect(try world.latestOffset(of: "orders") == 5)
        // Of more than five, the oldest is forgotten.
        try world.produce(["v5"], to: "orders", producer: producer(5))
        #expect(try world.produce(["v0"], to: "orders", producer: producer(0)).errorCode == .outOfOrderSequenceNumber)
    }

    @Test func `a gap is OUT_OF_ORDER_SEQUENCE_NUMBER`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.produce(["a", "b"], to: "orders", producer: producer(0))
        #expect(try world.produce(["d"], to: "orders", producer: producer(3)).errorCode == .outOfOrderSequenceNumber)
        #expect(try world.produce(["c"], to: "orders", producer: producer(2)).errorCode == .none)
    }

    @Test func `an older epoch is fenced, a newer begins at 0`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.produce(["a"], to: "orders", producer: producer(0))
        #expect(try world.produce(["b"], to: "orders", producer: producer(1, epoch: 1)).errorCode == .outOfOrderSequenceNumber)
        #expect(try world.produce(["b"], to: "orders", producer: producer(0, epoch: 1)).errorCode == .none)
        #expect(try world.produce(["b"], to: "orders", producer: producer(1)).errorCode == .invalidProducerEpoch)
    }

    @Test func `what producers wrote is remembered over restarts, in order and not`() throws {
        let world = try BrokerWorld()
        try world.makeTopic("orders")
        try world.produce(["a", "b"], to: "orders", producer: producer(0))
        try world.restart()
        #expect(try world.produce(["a", "b"], to: "orders", producer: producer(0)).baseOffset == 0)
        try world.kill()
        #expect(try world.produce(["a", "b"], to: "orders", producer: producer(0)).baseOffset == 0)
        #expect(try world.produce(["d"], to: "orders", producer: producer(3)).errorCode == .outOfOrderSequenceNumber)
        #expect(try world.produce(["c"], to: "orders", producer: producer(2)).baseOffset == 2)
        #expect(try world.latestOffset(of: "orders") == 3)
    }

    @Test func `sequences wrap`() {
        #expect(ProducerStates.sequence(after: .max) == 0)
        var states = ProducerStates()
        states.apply(header(.max - 1, count: 2), at: .epoch)
        #expect(states.check(header(0, count: 5)) == .append)
        #expect(states.check(header(1, count: 5)) == .refuse(.outOfOrderSequenceNumber))
        // A batch over the end: its last sequence is after the wrap.
        states = ProducerStates()
        states.apply(header(.max - 1, count: 5), at: .epoch)
        #expect(states.check(header(3)) == .append)
        #expect(states.check(header(.max - 1, count: 5)) != .append)
    }

    @Test func `producers that write no more are forgotten`() {
        var states = ProducerStates()
        states.apply(header(0), at: .epoch)
        states.expire(before: .epoch)
        #expect(states.entries.count == 1)
        states.expire(before: Instant.epoch + .milliseconds(1))
        #expect(states.entries.isEmpty)
        // Not so while a transaction is under way.
        states.apply(header(0, isTransactional: true), at: .epoch)
        states.expire(before: Instant.epoch + .milliseconds(1))
        #expect(states.entries.count == 1)
    }

    @Test func `an unknown producer may begin with any sequence, a new epoch only with 0`() {
        var states = ProducerStates()
        #expect(states.check(header(17)) == .append)
        states.apply(header(17), at: .epoch)
        #expect(states.check(header(17)) == .duplicate(.init(firstSequence: 17, lastSequence: 17, baseOffset: 0, timestamp: 0)))
        #expect(states.check(header(1, epoch: 1)) == .refuse(.outOfOrderSequenceNumber))
        #expect(states.check(header(0, epoch: 1)) == .append)
        // The same sequences under another epoch are another batch.
        states.apply(header(0, epoch: 1), at: .epoch)
        #expect(states.check(header(17)) == .refuse(.invalidProducerEpoch))
    }

    @Test func `a marker of a later epoch fences, and sequences begin anew`() {
        var states = ProducerStates()
        states.apply(header(0, isTransactional: true), at: .epoch)
        var marker = header(-1, epoch: 1)
        marker.attributes.isControl = true
        marker.baseOffset = 1
        states.apply(marker, end: TransactionEnd(.abort, coordinatorEpoch: 3), at: .epoch)
        #expect(states.open.isEmpty && states.aborted.map(\.lastOffset) == [1])
        #expect(states.check(header(1, isTransactional: true)) == .refuse(.invalidProducerEpoch))
        #expect(states.check(header(1, epoch: 1)) == .refuse(.outOfOrderSequenceNumber))
        #expect(states.check(header(0, epoch: 1)) == .append)
        #expect(states.complaint(aboutMarkerOf: 7, epoch: 0, coordinatorEpoch: 3) == .invalidProducerEpoch)
        #expect(states.complaint(aboutMarkerOf: 7, epoch: 1, coordinatorEpoch: 2) == .transactionCoordinatorFenced)
        #expect(states.complaint(aboutMarkerOf: 7, epoch: 1, coordinatorEpoch: 3) == nil)
    }

    /// As of a stored batch of empty records.
    private func header(
        _ sequence: Int32, count: Int32 = 1, epoch: Int16 = 0, isTransactional: Bool = false
    ) -> RecordBatchHeader {
        var builder = RecordBatchBuilder(
            producer: .init(id: 7, epoch: epoch, baseSequence: sequence), isTransactional: isTransactional)
        for _ in 0..<count { builder.append(key: nil, value: nil, timestamp: 0) }
        guard let header = try? RecordBatchHeader(at: 0, in: builder.finish()) else { preconditionFailure("a batch of our own") }
        return header
    }

    @Test func `producer ids are never given twice, restarts or not`() throws {
        let world = try BrokerWorld()
        var given: Set<Int64> = []
        for round in 0..<4 {
            for _ in 0..<600 {
                let answer = try world.call(InitProducerIdRequest(transactionalId: nil, producerId: -1, producerEpoch: -1))
                #expect(answer.errorCode == .none && answer.producerEpoch == 0)
                #expect(given.insert(answer.producerId).inserted)
            }
            if round % 2 == 0 { try world.restart() } else { try world.crash(seed: UInt64(round)) }
        }
    }
}
