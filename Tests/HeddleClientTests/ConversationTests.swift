import HeddleClient
import HeddleRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A conversation` {
    @Test func `goes on from a message to those that its handler sends`() async throws {
        try await TemporaryCluster.run { cluster async throws in
            try await cluster.makeTopics("orders", "bills")
            let orders = Producer<Order>(cluster.mesh, topic: "orders")
            let bills = Producer<Order>(cluster.mesh, topic: "bills")
            let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            _ = try await orders.send(
                Order(id: "1", amount: 1), headers: [RecordHeader("traceparent", text: trace), CorrelationID.header("4711")])
            let consumer = Consumer<Order>(cluster.mesh, topic: "orders", group: "g")
            let task = Task { try await consumer.process { _ = try await bills.send($0.value) } }
            let reader = Consumer<Order>(cluster.mesh, topic: "bills", group: "reader")
            let bill = try #require(try await reader.messages.first { _ in true })
            #expect(bill.headers.text(of: "traceparent") == trace)
            #expect(bill.correlationID == "4711")
            _ = try await bills.send(Order(id: "alone", amount: 1))
            let alone = try #require(try await reader.messages.first { $0.value.id == "alone" })
            #expect(alone.headers.isEmpty)
            for close in [consumer.close, reader.close] { await close() }
            try await task.value
            await orders.close()
            await bills.close()
        }
    }

    @Test func `security and logins are never printed`() {
        let security = Security(tls: .init(key: "SECRET"), login: .scramSHA512(user: "me", password: "SECRET"))
        let mesh = Mesh(bootstrap: ["a:1"], registryLogin: .bearer(token: "SECRET"), security: security)
        var text = "\(security) \(String(reflecting: security)) \(mesh)"
        dump(mesh, to: &text)
        #expect(!text.contains("SECRET") && text.contains("SCRAM-SHA-512 as me"))
    }
}
