import HeddleClient
import HeddleTesting
import Shipping
import Testing

/// Each test has a mesh of its own, in memory and on free ports: they run side by side, and leave nothing behind.
@Suite(.timeLimit(.minutes(5))) struct ShippingTests {
    @Test func `a parcel is sent for each paid order`() async throws {
        try await EmbeddedMesh.run(manifests: ".") { embedded in
            let cluster = try embedded["local"]
            let mesh = Mesh(bootstrap: [cluster.bootstrap], registry: cluster.registry)
            let shipping = Task { try await shipOrders(on: mesh) }
            defer { shipping.cancel() }

            try await pay(["1", "2", "3"], on: mesh)

            // Looking inside needs no consumer, and no waiting for one.
            let parcels = try await cluster.records(in: "parcels.sent", count: 3).map { try $0.decoded(as: ParcelSent.self) }
            #expect(parcels.map(\.trackingCode).sorted() == ["T-1", "T-2", "T-3"])
        }
    }

    @Test func `a parcel is sent once although the broker stumbles`() async throws {
        try await EmbeddedMesh.run(manifests: ".") { embedded in
            let cluster = try embedded["local"]
            let mesh = Mesh(bootstrap: [cluster.bootstrap], registry: cluster.registry)
            let stumble = try await cluster.inject(.error("NOT_LEADER_OR_FOLLOWER"), on: "Produce", topic: "parcels.sent", times: 2)
            let cut = try await cluster.inject(.disconnect, on: "Fetch", times: 1)
            let shipping = Task { try await shipOrders(on: mesh) }
            defer { shipping.cancel() }

            try await pay(["1"], on: mesh)

            let parcels = try await cluster.records(in: "parcels.sent", count: 1)
            #expect(parcels.count == 1)
            #expect(await stumble.fired() == 2)
            #expect(await cut.fired() == 1)
        }
    }

    private func pay(_ orders: [String], on mesh: Mesh) async throws {
        let producer = Producer<OrderPaid>(mesh, topic: "orders.paid")
        for order in orders { _ = try await producer.send(OrderPaid(orderId: order, address: "Weaver's Lane 7"), key: order) }
        await producer.close()
    }
}
