import Foundation
import HeddleClient
import Logging
import ServiceLifecycle

/// Writes a bill for each order.
@main struct BillingService {
    static func main() async throws {
        let logger = Logger(label: "billing")
        guard let mesh = Mesh(environment: ProcessInfo.processInfo.environment, logger: logger) else {
            print("HEDDLE_BOOTSTRAP is not set; heddle mesh status --format json tells what to put there")
            exit(64)
        }
        let bills = Producer<OrderBilled>(mesh, topic: "orders.billed")
        let orders = Consumer<OrderCreated>(
            mesh, topic: "orders.created", group: "billing",
            // As the manifest of the application says it.
            options: ConsumerOptions(retries: RetryPolicy(attempts: 5, initialBackoff: .seconds(1), longestBackoff: .seconds(300), deadLetters: true)))
        let billing = orders.processing { message in
            let order = message.value
            let bill = OrderBilled(billId: UUID(), orderId: order.orderId, amount: order.total, currency: order.currency)
            _ = try await bills.send(bill, key: order.orderId.uuidString.lowercased())
            say("billed \(order.orderId)")
        }
        // The last is stopped first: bills can be written until the last order is done.
        let group = ServiceGroup(services: [bills, billing], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        try await group.run()
    }
}

func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
