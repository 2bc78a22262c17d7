import Foundation
import HeddleClient
import HeddleRuntime
import KafkaClient
import KafkaWire
import Testing

@Suite(.timeLimit(.minutes(2))) struct `Producing` {
    @Test func `an event is there and back again, with its key, headers and time`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders", partitions: 3)
            let producer = Producer<Order>(cluster.mesh, topic: "orders")
            // Not long ago: a broker lets go of what is older than the retention.
            let moment = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded() - 60)
            let position = try await producer.send(
                Order(id: "1", amount: 5), key: "customer-7", headers: [RecordHeader("colour", text: "blue")], timestamp: moment)
            #expect(position == RecordPosition(topic: "orders", partition: Int(partitionOfKey(Array("customer-7".utf8), among: 3)), offset: 0))
            let consumer = Consumer<Order>(cluster.mesh, topic: "orders", group: "g")
            var iterator = consumer.messages.makeAsyncIterator()
            let message = try #require(try await iterator.next())
            #expect(message.value == Order(id: "1", amount: 5))
            #expect(message.keyText == "customer-7" && message.headers.text(of: "colour") == "blue")
            #expect(message.timestamp == moment && message.position == position && message.attempt == 0)
            await producer.close()
            await consumer.close()
            #expect(try await iterator.next() == nil)
        }
    }

    @Test(arguments: ProducerOptions.Compression.allCases) func `events go in batches, compressed, and in order`(_ compression: ProducerOptions.Compression) async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders")
            let producer = Producer<Order>(
                cluster.mesh, topic: "orders", options: ProducerOptions(compression: compression, linger: .milliseconds(50), batchBytes: 1000))
            var receipts: [Receipt] = []
            for number in 0..<300 { receipts.append(try await producer.enqueue(Order(id: "\(number)", amount: Int64(number)), key: "k")) }
            await producer.flush()
            var offsets: [Int64] = []
            for receipt in receipts { offsets.append(try await receipt.position.offset) }
            #expect(offsets == Array(0..<300))
            await producer.close()
            let consumer = Consumer<Order>(cluster.mesh, topic: "orders", group: "g", options: ConsumerOptions(prefetch: 10))
            var seen: [Int64] = []
            for try await message in consumer.messages {
                seen.append(message.value.amount)
                if seen.count == 300 { break }
            }
            #expect(seen == Array(0..<300))
            await consumer.close()
        }
    }

    @Test func `a topic, a partition or a contract that there is not is told`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders")
            var mesh = cluster.mesh
            mesh.patience = .seconds(1)
            let lost = Producer<Order>(mesh, topic: "nowhere")
            await #expect { try await lost.send(Order(id: "1", amount: 1)) } throws: { "\($0)".contains("topic 'nowhere'") }
            await lost.close()
            mesh.schemas = .lookUp
            let strict = Producer<Order>(mesh, topic: "orders")
            await #expect { try await strict.send(Order(id: "1", amount: 1)) } throws: { error in
                (error as? HeddleClientError)?.reason == .contract && "\(error)".contains("heddle apply")
            }
            await strict.close()
            let producer = Producer<Order>(cluster.mesh, topic: "orders")
            await #expect { try await producer.send(Order(id: "1", amount: 1), partition: 4) } throws: { "\($0)".contains("no partition 4") }
            _ = try await producer.send(Order(id: "1", amount: 1))
            await producer.close()
            await #expect { try await producer.send(Order(id: "1", amount: 1)) } throws: { ($0 as? HeddleClientError)?.reason == .closed }
        }
    }

    @Test func `no more is handed over than there is room for`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders")
            // Room for about three events, which linger until they are sent off: the fourth has to wait.
            let producer = Producer<Order>(
                cluster.mesh, topic: "orders", options: ProducerOptions(linger: .seconds(3600), bufferBytes: 150))
            let handed = Gathered<Int>()
            let task = Task {
                for number in 0..<12 {
                    _ = try await producer.enqueue(Order(id: "\(number)", amount: 1))
                    handed.add(number)
                }
            }
            try await eventually("some are handed over") { handed.count >= 3 }
            #expect(handed.count < 6)
            while handed.count < 12 { await producer.flush() }
            try await task.value
            await producer.close()
            #expect(try await cluster.records(of: "orders").count == 12)
        }
    }
}
