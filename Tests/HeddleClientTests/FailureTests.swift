import Foundation
import HeddleClient
import HeddleRuntime
import KafkaClient
import KafkaWire
import NIOCore
import Testing

@Suite(.timeLimit(.minutes(2))) struct `Messages that fail` {
    struct Broken: Error, CustomStringConvertible { var description: String { "no such customer" } }

    private func options(_ retries: RetryPolicy) -> ConsumerOptions {
        ConsumerOptions(commits: .afterEach, retries: retries, heartbeatInterval: .milliseconds(100))
    }

    @Test func `are tried again from the retry topic, and end among the dead letters`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders", "orders.g.retry", "orders.g.dlq", partitions: 2)
            let producer = Producer<Order>(cluster.mesh, topic: "orders")
            let position = try await producer.send(
                Order(id: "bad", amount: 1), key: "k", headers: [RecordHeader("colour", text: "blue")], partition: 1)
            _ = try await producer.send(Order(id: "once", amount: 1), partition: 0)
            _ = try await producer.send(Order(id: "good", amount: 1), partition: 1)
            let seen = Gathered<(id: String, attempt: Int, origin: RecordPosition)>()
            let consumer = Consumer<Order>(
                cluster.mesh, topic: "orders", group: "g",
                options: options(RetryPolicy(attempts: 2, initialBackoff: .milliseconds(20), deadLetters: true)))
            let task = Task {
                try await consumer.process { message in
                    seen.add((message.value.id, message.attempt, message.origin))
                    if message.value.id == "bad" || (message.value.id == "once" && message.attempt == 0) { throw Broken() }
                }
            }
            try await eventually("the dead letter is there") { try await cluster.records(of: "orders.g.dlq", partitions: 2).count == 1 }
            try await eventually("the other one went well") { seen.all.contains { $0.id == "once" && $0.attempt == 1 } }
            await consumer.close()
            try await task.value
            #expect(seen.all.filter { $0.id == "bad" }.map(\.attempt) == [0, 1, 2])
            #expect(seen.all.filter { $0.id == "bad" }.allSatisfy { $0.origin == position })
            #expect(seen.all.filter { $0.id == "good" }.count == 1)
            let letter = try #require(try await cluster.records(of: "orders.g.dlq", partitions: 2).first)
            let original = try #require(try await cluster.records(of: "orders", partitions: 2).first { $0.key != nil })
            #expect(letter.value == original.value && letter.key == original.key)
            func header(_ name: String) -> String? { letter.headers.last { $0.name == name }?.value.map { String(buffer: $0) } }
            #expect(header("colour") == "blue")
            #expect(header(FailureHeaders.topic) == "orders" && header(FailureHeaders.partition) == "1" && header(FailureHeaders.offset) == "\(position.offset)")
            #expect(header(FailureHeaders.group) == "g" && header(FailureHeaders.attempt) == "2" && header(FailureHeaders.notBefore) == nil)
            #expect(header(FailureHeaders.error) == "no such customer" && header(FailureHeaders.errorType) == "Broken")
            await producer.close()
        }
    }

    @Test func `wait in the retry topic until they are due, and others do not wait with them`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders", "orders.g.retry")
            let producer = Producer<Order>(cluster.mesh, topic: "orders")
            let seen = Gathered<String>()
            let consumer = Consumer<Order>(
                cluster.mesh, topic: "orders", group: "g", options: options(RetryPolicy(attempts: 1, initialBackoff: .seconds(3600))))
            let task = Task {
                try await consumer.process { message in
                    seen.add(message.value.id)
                    if message.value.id == "bad" { throw Broken() }
                }
            }
            _ = try await producer.send(Order(id: "bad", amount: 1))
            try await eventually("it waits") { try await cluster.records(of: "orders.g.retry").count == 1 }
            for number in 0..<5 { _ = try await producer.send(Order(id: "\(number)", amount: 1)) }
            try await eventually("the others are processed") { seen.count == 6 }
            #expect(seen.all == ["bad", "0", "1", "2", "3", "4"])
            await consumer.close()
            try await task.value
            await producer.close()
        }
    }

    @Test func `end the processing where there is no policy for them, and come again`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders")
            let producer = Producer<Order>(cluster.mesh, topic: "orders")
            for number in 0..<3 { _ = try await producer.send(Order(id: "\(number)", amount: 1)) }
            for _ in 0..<2 {
                let seen = Gathered<String>()
                let consumer = Consumer<Order>(cluster.mesh, topic: "orders", group: "g", options: options(.none))
                await #expect(throws: Broken.self) {
                    try await consumer.process { message in
                        seen.add(message.value.id)
                        if message.value.id == "1" { throw Broken() }
                    }
                }
                #expect(seen.all.last == "1")
            }
            await producer.close()
        }
    }

    @Test func `records that cannot be read are dead letters, an error, or passed over, by choice`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders", "orders.dead.dlq")
            try await cluster.withClient { client in
                let batches = BatchProducer(client: client)
                for bytes: [UInt8] in [[1, 2, 3], [0, 0, 0, 9, 9, 1], []] {
                    let record = ProducedRecord(key: nil, value: ByteBuffer(bytes: bytes), timestamp: Int64(Date().timeIntervalSince1970 * 1000))
                    _ = try await batches.handOver(record, to: TopicPartition(topic: "orders", partition: 0)).value()
                }
                await batches.close(within: .seconds(10))
            }
            let producer = Producer<Order>(cluster.mesh, topic: "orders")
            _ = try await producer.sendTombstone(key: "k")
            _ = try await producer.send(Order(id: "good", amount: 1))

            var options = options(RetryPolicy(deadLetters: true))
            let dead = Consumer<Order>(cluster.mesh, topic: "orders", group: "dead", options: options)
            #expect(try await dead.messages.first { _ in true }?.value.id == "good")
            await dead.close()
            #expect(try await cluster.records(of: "orders.dead.dlq").map { $0.value?.readableBytes } == [3, 6, 0])

            options.undecodable = .skip
            let skipping = Consumer<Order>(cluster.mesh, topic: "orders", group: "skipping", options: options)
            #expect(try await skipping.messages.first { _ in true }?.value.id == "good")
            await skipping.close()

            options.undecodable = .fail
            let failing = Consumer<Order>(cluster.mesh, topic: "orders", group: "failing", options: options)
            await #expect { try await failing.messages.first { _ in true } } throws: { error in
                (error as? HeddleClientError)?.reason == .value && "\(error)".hasPrefix("orders/0@0: ")
            }
            await failing.close()
            await producer.close()
        }
    }
}
