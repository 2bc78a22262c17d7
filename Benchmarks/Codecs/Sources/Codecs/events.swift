import AvroEvents
import Foundation
import HeddleRuntime
import JSONEvents
import PeerEvents
import ProtobufEvents

/// The event once as plain `Codable` values: Foundation's peer, and what all others are made of.
///
/// 30 strings, 11 of them longer than the 15 bytes that Swift holds without an allocation; 525 bytes in Avro, 571 in Protobuf, 973 in JSON.
struct PlainOrder: Codable, Equatable {
    struct Item: Codable, Equatable {
        var sku: String
        var quantity: Int32
        var priceMinor: Int64
        var tags: [String]
    }

    struct Address: Codable, Equatable {
        var street: String
        var line2: String?
        var city: String
        var postalCode: String
        var country: String

        /// Foundation would leave nil out, and the contract requires it.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(street, forKey: .street)
            try container.encode(line2, forKey: .line2)
            try container.encode(city, forKey: .city)
            try container.encode(postalCode, forKey: .postalCode)
            try container.encode(country, forKey: .country)
        }
    }

    enum Status: String, Codable { case pending = "PENDING", paid = "PAID", shipped = "SHIPPED", cancelled = "CANCELLED" }

    var orderId: String
    var customerId: String
    var placedAt: Int64
    var status: Status
    var totalMinor: Int64
    var items: [Item]
    var address: Address
    var attributes: [String: String]
    var correlationId: String

    static let sample = PlainOrder(
        orderId: "7f3b2c1a-9d4e-4f60-8a21-5c6d7e8f9a0b", customerId: "customer-eu-00184467", placedAt: 1_795_479_296_123, status: .paid, totalMinor: 48_275,
        items: [
            Item(sku: "SKU-4821-A10", quantity: 1, priceMinor: 12_950, tags: ["fragile-glassware", "kitchen-essentials"]),
            Item(sku: "SKU-1177-C04", quantity: 3, priceMinor: 2_495, tags: ["gift-wrapped-blue", "new-arrival"]),
            Item(sku: "SKU-9034-B22", quantity: 2, priceMinor: 5_990, tags: ["returnable-within-60-days", "summer"]),
            Item(sku: "SKU-5560-F31", quantity: 5, priceMinor: 1_250, tags: ["clearance-last-chance", "garden"]),
            Item(sku: "SKU-7712-D18", quantity: 1, priceMinor: 9_610, tags: ["bulky", "handle-with-care-corners"]),
        ],
        address: Address(street: "Keizersgracht 324-II, tweede verdieping", line2: nil, city: "Amsterdam", postalCode: "1016 EZ", country: "NL"),
        attributes: ["channel": "mobile-app", "campaign": "autumn-2026-retargeting-newsletter", "currency": "EUR", "experiment": "checkout-2b.14"],
        correlationId: "0d9c8b7a-6f5e-4d3c-8b2a-190817263544")

    var avro: AvroEvents.OrderCreated {
        .init(
            orderId: orderId, customerId: customerId, placedAt: TimestampMillis(rawValue: placedAt), status: .paid, totalMinor: totalMinor,
            items: items.map { .init(sku: $0.sku, quantity: $0.quantity, priceMinor: $0.priceMinor, tags: $0.tags) },
            address: .init(street: address.street, line2: address.line2, city: address.city, postalCode: address.postalCode, country: address.country),
            attributes: attributes, correlationId: correlationId)
    }

    var protobuf: ProtobufEvents.OrderCreated {
        .init(
            orderId: orderId, customerId: customerId, placedAt: placedAt, status: .paid, totalMinor: totalMinor,
            items: items.map { .init(sku: $0.sku, quantity: $0.quantity, priceMinor: $0.priceMinor, tags: $0.tags) },
            address: .init(street: address.street, line2: address.line2, city: address.city, postalCode: address.postalCode, country: address.country),
            attributes: attributes, correlationId: correlationId)
    }

    var json: JSONEvents.OrderCreated {
        .init(
            orderId: orderId, customerId: customerId, placedAt: placedAt, status: .paid, totalMinor: totalMinor,
            items: items.map { .init(sku: $0.sku, quantity: Int64($0.quantity), priceMinor: $0.priceMinor, tags: $0.tags) },
            address: .init(street: address.street, line2: address.line2, city: address.city, postalCode: address.postalCode, country: address.country),
            attributes: attributes, correlationId: correlationId)
    }

    var swiftProtobuf: Shop_Orders_V1_OrderCreated {
        .with { order in
            order.orderID = orderId
            order.customerID = customerId
            order.placedAt = placedAt
            order.status = .paid
            order.totalMinor = totalMinor
            order.items = items.map { item in
                .with {
                    $0.sku = item.sku
                    $0.quantity = item.quantity
                    $0.priceMinor = item.priceMinor
                    $0.tags = item.tags
                }
            }
            order.address = .with {
                $0.street = address.street
                $0.city = address.city
                $0.postalCode = address.postalCode
                $0.country = address.country
            }
            order.attributes = attributes
            order.correlationID = correlationId
        }
    }
}
