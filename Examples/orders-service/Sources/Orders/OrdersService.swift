import Foundation
import HeddleClient
import Logging
import ServiceLifecycle

/// Takes orders: here, one after the other, from a till that never rests.
@main struct OrdersService {
    static func main() async throws {
        let logger = Logger(label: "orders")
        guard let mesh = Mesh(environment: ProcessInfo.processInfo.environment, logger: logger) else {
            print("HEDDLE_BOOTSTRAP is not set; heddle mesh status --format json tells what to put there")
            exit(64)
        }
        let orders = Producer<OrderCreated>(mesh, topic: "orders.created")
        let till = Till(orders: orders, count: ProcessInfo.processInfo.environment["ORDERS"].flatMap(Int.init))
        let group = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: orders),
                    .init(service: till, successTerminationBehavior: .gracefullyShutdownGroup),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}

struct Till: Service {
    let orders: Producer<OrderCreated>
    /// nil: until it is told to stop.
    let count: Int?

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            for number in 0..<(count ?? .max) {
                let order = OrderCreated(
                    orderId: UUID(), customerId: "customer-\(number % 7)", placedAt: .init(Date()), total: Int64(1000 + number), currency: "EUR",
                    channel: .web)
                let position = try await orders.send(order, key: order.customerId)
                say("ordered \(order.orderId) at \(position)")
                if count == nil { try await Task.sleep(for: .seconds(1)) }
            }
        }
    }
}

func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
