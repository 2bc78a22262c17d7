import AvroEvents
import Foundation
import HeddleRuntime
import JSONEvents
import PeerEvents
import ProtobufEvents

struct Disagreement: Error, CustomStringConvertible { var description: String }

/// What is measured is the same event everywhere: each peer reads what Heddle writes, and writes the same.
///
/// The bytes are left in a folder, for the peers of other languages.
func verify(into folder: URL, foreign: (schema: String, bytes: [UInt8])?) throws {
    func expect(_ holds: Bool, _ what: String) throws { if !holds { throw Disagreement(description: what) } }
    let plain = PlainOrder.sample
    let (avro, protobuf, json) = (try plain.avro.encoded(), try plain.protobuf.encoded(), try plain.json.encoded())

    try expect(try AvroEvents.OrderCreated(decoding: avro) == plain.avro, "Avro is not read back as it was")
    try expect(try ProtobufEvents.OrderCreated(decoding: protobuf) == plain.protobuf, "Protobuf is not read back as it was")
    try expect(try JSONEvents.OrderCreated(decoding: json) == plain.json, "JSON is not read back as it was")

    var options = BinaryEncodingOptions()
    options.useDeterministicOrdering = true
    let theirs: [UInt8] = try plain.swiftProtobuf.serializedBytes(options: options)
    try expect(try Shop_Orders_V1_OrderCreated(serializedBytes: protobuf) == plain.swiftProtobuf, "swift-protobuf reads another event")
    try expect(try ProtobufEvents.OrderCreated(decoding: theirs) == plain.protobuf, "what swift-protobuf writes is another event")
    // The entries of a map may come in any order; one entry has one.
    var single = plain
    single.attributes = ["channel": "mobile-app"]
    try expect(try single.protobuf.encoded() == single.swiftProtobuf.serializedBytes(options: options), "swift-protobuf writes other bytes")
    try expect(protobuf.count == theirs.count && protobuf.sorted() == theirs.sorted(), "swift-protobuf writes other bytes")

    try expect(try JSONDecoder().decode(PlainOrder.self, from: Data(json)) == plain, "Foundation reads another event")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    try expect(try JSONEvents.OrderCreated(decoding: Array(encoder.encode(plain))) == plain.json, "what Foundation writes is another event")

    if let foreign {
        let decoder = try AvroEvents.OrderCreated.decoder(writtenBy: foreign.schema, references: [])
        var reader = ByteReader(foreign.bytes.span.bytes)
        try expect(try decoder.decode(from: &reader) == plain.avro, "the event by another writer's schema is read as another")
    }
    for (name, bytes) in [("event.avro", avro), ("event.pb", protobuf), ("event.json", json)] {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    print("\(avro.count) bytes in Avro, \(protobuf.count) in Protobuf, \(json.count) in JSON; all peers agree")
}
