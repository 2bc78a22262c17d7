import HeddleClient
import KafkaClient
import ServiceLifecycle
import Testing

@Suite(.timeLimit(.minutes(3))) struct `A consumer group` {
    /// Quick, so that tests need not wait long for those who are gone.
    private var options: ConsumerOptions {
        ConsumerOptions(commits: .automatic(every: .milliseconds(200)), heartbeatInterval: .milliseconds(100))
    }

    private func produce(_ numbers: Range<Int>, _ cluster: TemporaryCluster) async throws {
        let producer = Producer<Order>(cluster.mesh, topic: "orders")
        for number in numbers { _ = try await producer.enqueue(Order(id: "\(number)", amount: 1), key: "\(number)") }
        await producer.close()
    }

    @Test func `two members share the partitions, and what one leaves goes on with the other`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders", partitions: 4)
            try await produce(0..<100, cluster)
            let seen = (Gathered<String>(), Gathered<String>())
            let first = Consumer<Order>(cluster.mesh, topic: "orders", group: "g", options: options)
            let second = Consumer<Order>(cluster.mesh, topic: "orders", group: "g", options: options)
            let firstTask = Task { try await first.process { seen.0.add($0.value.id) } }
            try await eventually("the first member has everything") { seen.0.count >= 100 }
            let secondTask = Task { try await second.process { seen.1.add($0.value.id) } }
            try await eventually("both have two partitions") {
                let (one, other) = (try await first.assignment, try await second.assignment)
                return one.count == 2 && other.count == 2 && Set(one).isDisjoint(with: other)
            }
            try await produce(100..<200, cluster)
            try await eventually("all have come") { Set(seen.0.all + seen.1.all).count == 200 }
            #expect(seen.1.count > 0)
            // All were committed before partitions moved, so nothing came twice.
            #expect(seen.0.count + seen.1.count == 200)
            await second.close()
            try await secondTask.value
            try await produce(200..<300, cluster)
            try await eventually("the one that stayed has the rest") { Set(seen.0.all + seen.1.all).count == 300 }
            await first.close()
            try await firstTask.value
            #expect(seen.0.count + seen.1.count == 300)
            #expect(try await cluster.members(of: "g") == 0)
        }
    }

    @Test func `a message under way is ended before its partition moves`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders")
            try await produce(0..<3, cluster)
            let seen = Gathered<String>()
            let gate = Gathered<Bool>()
            let first = Consumer<Order>(cluster.mesh, topic: "orders", group: "g", options: options)
            let firstTask = Task {
                try await first.process { message in
                    seen.add("begun \(message.value.id)")
                    while gate.count == 0 { try await Task.sleep(for: .milliseconds(10)) }
                    seen.add("ended \(message.value.id)")
                }
            }
            try await eventually("the first message is under way") { seen.count == 1 }
            let second = Consumer<Order>(cluster.mesh, topic: "orders", group: "g", options: options)
            let secondTask = Task { try await second.process { seen.add("other \($0.value.id)") } }
            try await eventually("the second member knocks") { try await cluster.members(of: "g") == 2 }
            gate.add(true)
            try await eventually("all are done") { seen.all.contains { $0.hasSuffix(" 2") && !$0.hasPrefix("begun") } }
            #expect(seen.all.prefix(2) == ["begun 0", "ended 0"])
            #expect(!seen.all.contains("other 0"))
            await first.close()
            await second.close()
            try await firstTask.value
            try await secondTask.value
        }
    }

    @Test func `a graceful shutdown ends what is under way, commits it and leaves the group`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders")
            try await produce(0..<5, cluster)
            let seen = Gathered<String>()
            let gate = Gathered<Bool>()
            // Commits of their own accord are an hour away: only the shutdown makes them.
            var options = options
            options.commits = .automatic(every: .seconds(3600))
            let consumer = Consumer<Order>(cluster.mesh, topic: "orders", group: "g", options: options)
            let producer = Producer<Order>(cluster.mesh, topic: "orders")
            let group = ServiceGroup(
                services: [
                    producer,
                    consumer.processing { message in
                        seen.add("begun \(message.value.id)")
                        while gate.count == 0 { try await Task.sleep(for: .milliseconds(10)) }
                        _ = try await producer.send(Order(id: "late", amount: 1))
                        seen.add("ended \(message.value.id)")
                    },
                ], logger: quiet)
            let task = Task { try await group.run() }
            try await eventually("a message is under way") { seen.count == 1 }
            await group.triggerGracefulShutdown()
            gate.add(true)
            try await task.value
            #expect(seen.all == ["begun 0", "ended 0"])
            #expect(try await cluster.members(of: "g") == 0)
            let next = Consumer<Order>(cluster.mesh, topic: "orders", group: "g", options: options)
            var iterator = next.messages.makeAsyncIterator()
            #expect(try await iterator.next()?.value.id == "1")
            await next.close()
        }
    }

    @Test func `with manual commits, what was not committed comes again`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders")
            try await produce(0..<5, cluster)
            var options = options
            options.commits = .manual
            for expected in [["0", "1", "2"], ["2", "3", "4"]] {
                let consumer = Consumer<Order>(cluster.mesh, topic: "orders", group: "g", options: options)
                var iterator = consumer.messages.makeAsyncIterator()
                var seen: [String] = []
                while seen.count < 3, let message = try await iterator.next() {
                    seen.append(message.value.id)
                    if message.value.id == "1" { try await consumer.commit(message) }
                }
                #expect(seen == expected)
                await consumer.close()
            }
        }
    }

    @Test func `a group begins at the end, or at a moment, where it is told to`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders")
            let producer = Producer<Order>(cluster.mesh, topic: "orders")
            for number in 0..<4 {
                _ = try await producer.send(Order(id: "\(number)", amount: 1), timestamp: .init(timeIntervalSince1970: Double(1000 + number)))
            }
            var options = options
            options.start = .date(.init(timeIntervalSince1970: 1002))
            let dated = Consumer<Order>(cluster.mesh, topic: "orders", group: "dated", options: options)
            var iterator = dated.messages.makeAsyncIterator()
            #expect(try await iterator.next()?.value.id == "2")
            options.start = .latest
            let last = Consumer<Order>(cluster.mesh, topic: "orders", group: "last", options: options)
            async let first = last.messages.first { _ in true }
            try await eventually("the partition is assigned") { try await last.assignment.count == 1 }
            _ = try await producer.send(Order(id: "new", amount: 1))
            #expect(try await first?.value.id == "new")
            await producer.close()
            await dated.close()
            await last.close()
        }
    }
}
