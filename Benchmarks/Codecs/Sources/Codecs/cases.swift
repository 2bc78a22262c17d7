import AvroEvents
import Foundation
import HeddleRuntime
import JSONEvents
import PeerEvents
import ProtobufEvents

/// One thing to be measured: done so many times by one call.
struct Case {
    var name: String
    var run: (Int) throws -> Void
}

/// What loops leave behind, so that nothing that they do is done for nothing.
// One thread.
nonisolated(unsafe) var trace = 0

/// - Parameter foreign: the event as another version of the schema writes it, and that schema.
func makeCases(foreign: (schema: String, bytes: [UInt8])?) throws -> [Case] {
    let plain = PlainOrder.sample
    let (avro, protobuf, json, peer) = (plain.avro, plain.protobuf, plain.json, plain.swiftProtobuf)
    let avroBytes = try avro.encoded()
    let protobufBytes = try protobuf.encoded()
    let jsonBytes = try json.encoded()
    let (protobufData, jsonData) = (Data(protobufBytes), Data(jsonBytes))

    var cases = [
        encoding("avro encode", avro), decoding("avro decode", AvroEvents.OrderCreated.self, avroBytes) { $0.items.count },
        Case(name: "avro view walk") { count in
            for _ in 0..<count {
                let view = try AvroEvents.OrderCreated.View(avroBytes.span.bytes)
                trace &+= view.correlationId.byteCount
            }
        },
        Case(name: "avro view, every field") { count in for _ in 0..<count { trace &+= try readEveryField(avroBytes) } },
        encoding("protobuf encode", protobuf),
        decoding("protobuf decode", ProtobufEvents.OrderCreated.self, protobufBytes) { $0.items.count },
        encoding("json encode", json), decoding("json decode", JSONEvents.OrderCreated.self, jsonBytes) { $0.items.count },
        Case(name: "swift-protobuf encode") { count in
            for _ in 0..<count {
                let bytes: [UInt8] = try peer.serializedBytes()
                trace &+= bytes.count
            }
        },
        Case(name: "swift-protobuf decode") { count in
            for _ in 0..<count { trace &+= try Shop_Orders_V1_OrderCreated(serializedBytes: protobufData).items.count }
        },
        Case(name: "JSONEncoder") { count in
            let encoder = JSONEncoder()
            for _ in 0..<count { trace &+= try encoder.encode(plain).count }
        },
        Case(name: "JSONDecoder") { count in
            let decoder = JSONDecoder()
            for _ in 0..<count { trace &+= try decoder.decode(PlainOrder.self, from: jsonData).items.count }
        },
    ]
    if let foreign {
        let decoder = try AvroEvents.OrderCreated.decoder(writtenBy: foreign.schema, references: [])
        cases.append(Case(name: "avro decode, other writer") { count in
            for _ in 0..<count {
                var reader = ByteReader(foreign.bytes.span.bytes)
                trace &+= try decoder.decode(from: &reader).items.count
            }
        })
    }
    return cases
}

private func encoding<Event: ContractCodable>(_ name: String, _ event: Event) -> Case {
    Case(name: name) { count in
        var writer = ByteWriter(capacity: 4096)
        for _ in 0..<count {
            writer.removeAll()
            try event.encode(into: &writer)
            trace &+= writer.count
        }
    }
}

private func decoding<Event: ContractCodable>(_ name: String, _ type: Event.Type, _ bytes: [UInt8], _ weigh: @escaping (Event) -> Int) -> Case {
    Case(name: name) { count in
        for _ in 0..<count {
            var reader = ByteReader(bytes.span.bytes)
            trace &+= weigh(try Event(from: &reader))
        }
    }
}

/// The walk, and then all that was walked over, text by text.
private func readEveryField(_ bytes: [UInt8]) throws(CodecError) -> Int {
    let view = try AvroEvents.OrderCreated.View(bytes.span.bytes)
    var sum = view.orderId.byteCount &+ view.customerId.byteCount &+ Int(view.placedAt.rawValue) &+ view.status.avroIndex &+ Int(view.totalMinor)
    var items = view.items
    while let item = items.next() {
        sum &+= item.sku.byteCount &+ Int(item.quantity) &+ Int(item.priceMinor)
        var tags = item.tags
        while let tag = tags.next() { sum &+= tag.byteCount }
    }
    let address = view.address
    sum &+= address.street.byteCount &+ address.city.byteCount &+ address.postalCode.byteCount &+ address.country.byteCount
    var attributes = view.attributes
    while let entry = attributes.next() { sum &+= entry.key.byteCount &+ entry.value.byteCount }
    return sum &+ view.correlationId.byteCount
}
