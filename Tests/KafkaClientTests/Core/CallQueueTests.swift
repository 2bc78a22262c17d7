import Testing

@testable import KafkaClient

struct CallQueueTests {
    private func call(_ id: Int32, deadline: Int = 10) -> CallQueue<String>.Call {
        .init(correlationId: id, waiter: "call \(id)", timeout: .seconds(1), deadline: .seconds(deadline))
    }

    @Test func `answers go to calls in the order in which they were made`() throws {
        var queue = CallQueue<String>()
        for id in 1...3 { queue.append(call(Int32(id))) }
        #expect(try queue.takeAnswered(by: 1) == "call 1")
        #expect(try queue.takeAnswered(by: 2) == "call 2")
        #expect(queue.count == 1)
    }

    @Test func `an answer out of turn is a mismatch`() {
        var queue = CallQueue<String>()
        queue.append(call(1))
        queue.append(call(2))
        #expect(throws: CallQueue<String>.Mismatch(expected: 1, received: 2)) { try queue.takeAnswered(by: 2) }
    }

    @Test func `an answer that nobody waits for is a mismatch`() {
        var queue = CallQueue<String>()
        #expect(throws: CallQueue<String>.Mismatch(expected: nil, received: 7)) { try queue.takeAnswered(by: 7) }
    }

    @Test func `the most urgent call need not be the oldest`() {
        var queue = CallQueue<String>()
        queue.append(call(1, deadline: 30))
        queue.append(call(2, deadline: 5))
        queue.append(call(3, deadline: 20))
        #expect(queue.mostUrgent?.correlationId == 2)
        #expect(queue.takeAll().map(\.waiter) == ["call 1", "call 2", "call 3"])
        #expect(queue.isEmpty)
        #expect(queue.mostUrgent == nil)
    }
}
