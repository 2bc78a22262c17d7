import HeddleClient

/// Sends a parcel for each paid order, until the task is cancelled.
public func shipOrders(on mesh: Mesh) async throws {
    let parcels = Producer<ParcelSent>(mesh, topic: "parcels.sent")
    let orders = Consumer<OrderPaid>(mesh, topic: "orders.paid", group: "shipping")
    do {
        try await orders.process { message in
            let order = message.value
            _ = try await parcels.send(ParcelSent(orderId: order.orderId, trackingCode: "T-\(order.orderId)"), key: order.orderId)
        }
    } catch {
        await parcels.close()
        throw error
    }
    await parcels.close()
}
