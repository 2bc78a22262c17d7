import Foundation
import HeddleClient
import HeddleRuntime
import KafkaClient
import KafkaWire
import Testing

@Suite(.timeLimit(.minutes(4)), .enabled(if: Python.isThere)) struct `Clients of others` {
    @Test func `put keys where we do`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("keys", partitions: 7)
            try await Python.run("murmur2.py", "\(cluster.address)", "keys")
            var compared = 0
            for partition in 0..<Int32(7) {
                let keys = try await cluster.withClient { client in
                    var keys: [[UInt8]] = []
                    try await client.readLog(of: TopicPartition(topic: "keys", partition: partition)) { keys.append(Array($0.key!.readableBytesView)) }
                    return keys
                }
                for key in keys { #expect(partitionOfKey(key, among: 7) == partition) }
                compared += keys.count
            }
            #expect(compared == 600)
        }
    }

    @Test func `read what we write, and we what they write, by this and by an older schema`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("ours", "theirs")
            let producer = Producer<Order>(cluster.mesh, topic: "ours", options: ProducerOptions(compression: .zstd))
            for number in 0..<20 {
                _ = try await producer.send(Order(id: "sw-\(number)", amount: Int64(number)), key: "k\(number)", headers: [RecordHeader("from", text: "swift")])
            }
            await producer.close()
            let read = try await Python.run("avro_peer.py", "\(cluster.address)", "http://127.0.0.1:\(cluster.registry)", "read", "ours", "20")
            #expect(read.split(separator: "\n").map(String.init) == (0..<20).map { "k\($0) sw-\($0) \($0) swift" })

            try await Python.run("avro_peer.py", "\(cluster.address)", "http://127.0.0.1:\(cluster.registry)", "write", "theirs", "10", "old")
            try await Python.run("avro_peer.py", "\(cluster.address)", "http://127.0.0.1:\(cluster.registry)", "write", "theirs", "10")
            let consumer = Consumer<Order>(cluster.mesh, topic: "theirs", group: "g")
            var seen: [Order] = []
            for try await message in consumer.messages {
                #expect(message.headers.text(of: "from") == "python")
                seen.append(message.value)
                if seen.count == 20 { break }
            }
            await consumer.close()
            // The older schema has no amount: ours says 7 then.
            #expect(seen == (0..<10).map { Order(id: "py-\($0)", amount: 7) } + (0..<10).map { Order(id: "py-\($0)", amount: Int64($0)) })
        }
    }

    @Test(arguments: [("confluent", "range"), ("confluent", "roundrobin"), ("kafka-python", "range"), ("kafka-python", "roundrobin")], [true, false])
    func `share a group with us, whoever leads it`(_ client: (name: String, strategy: String), _ weBegin: Bool) async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders", partitions: 4)
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("member-\(UUID().uuidString)")
            let stop = URL(fileURLWithPath: file.path + ".stop")
            defer { for url in [file, stop] { try? FileManager.default.removeItem(at: url) } }
            func theirs() -> Int { ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").count }
            let ours = Gathered<String>()
            let consumer = Consumer<Order>(
                cluster.mesh, topic: "orders", group: "g",
                options: ConsumerOptions(assignors: [client.strategy == "range" ? .range : .roundRobin], heartbeatInterval: .milliseconds(200)))
            let producer = Producer<Order>(cluster.mesh, topic: "orders")
            let python = { Task { try await Python.run("group_member.py", client.name, "\(cluster.address)", "orders", "g", client.strategy, file.path) } }
            let swift = { Task { try await consumer.process { ours.add($0.value.id) } } }
            var (them, us): (Task<String, any Error>?, Task<Void, any Error>?)
            func end() async throws {
                _ = FileManager.default.createFile(atPath: stop.path, contents: nil)
                await consumer.close()
                await producer.close()
                _ = try await them?.value
                try await us?.value
            }
            do {
                if weBegin { us = swift() } else { them = python() }
                try await eventually("the first member is there") { try await cluster.members(of: "g") == 1 }
                if weBegin { them = python() } else { us = swift() }
                try await eventually("we have half of the partitions") { try await consumer.assignment.count == 2 }
                for number in 0..<100 { _ = try await producer.send(Order(id: "\(number)", amount: 1), key: "\(number)") }
                try await eventually("all have come to one or the other") { ours.count + theirs() >= 100 }
                #expect(ours.count > 0 && theirs() > 0 && ours.count + theirs() == 100)
                // They leave, and all is ours.
                _ = FileManager.default.createFile(atPath: stop.path, contents: nil)
                _ = try await them?.value
                try await eventually("we have all partitions") { try await consumer.assignment.count == 4 }
            } catch {
                // What they said of it is worth more than that we waited in vain.
                do { try await end() } catch let theirs as Python.Failed { Issue.record("\(client.name) ended: \(theirs)") } catch {}
                throw error
            }
            try await end()
        }
    }
}
