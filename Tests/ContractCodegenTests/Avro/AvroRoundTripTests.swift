import Foundation
import HeddleRuntime
import Testing

/// The golden type at work: written, read, spoilt, and read from what another version of its schema wrote.
@Suite struct AvroRoundTripTests {
    @Test func `a value is what its bytes say`() throws {
        let value = try fullShipment()
        #expect(try Shipment(decoding: value.encoded()) == value)
        #expect(try Shipment(decodingSingleObject: value.encodedSingleObject()) == value)
    }

    @Test func `every beginning of the bytes is refused, with the field that it ends in`() throws {
        let bytes = try fullShipment().encoded()
        for count in bytes.indices {
            #expect(throws: CodecError.self) { try Shipment(decoding: Array(bytes[..<count])) }
        }
        do throws(CodecError) {
            _ = try Shipment(decoding: bytes + [0])
            Issue.record("a byte too many was read")
        } catch { #expect(error.reason == .trailingBytes(1)) }
    }

    @Test func `fields have the schema's defaults`() throws {
        let value = try fullShipment()
        let plain = Shipment(
            id: value.id, price: value.price, fee: value.fee, packed: value.packed, sent: value.sent, seen: value.seen, local: value.local,
            term: value.term)
        #expect(plain.`class` == .self_)
        #expect(plain.labels.isEmpty && plain.note == nil && plain.grid.isEmpty && plain.payload == .null)
        #expect(plain.`switch` && plain.init_ == -1 && plain.weight == 2.5 && plain.raw == [255, 0] && plain.ratio == 0.25)
        #expect(plain.opens.rawValue == 1_000 && plain.closes.rawValue == 2_000 && plain.day.rawValue == 0)
        #expect(try Shipment(decoding: plain.encoded()) == plain)
    }

    @Test func `what cannot be written is told by its path`() throws {
        var value = try fullShipment()
        value.payload = .crate(Crate(seal: Seal([1, 2, 3, 4]), crates: [Crate(seal: Seal([1]))]))
        do throws(CodecError) {
            _ = try value.encoded()
            Issue.record("a seal of one byte was written")
        } catch { #expect(error.pathText == "payload.crates[0].seal") }
    }

    @Test func `records that hold themselves are read 128 deep, and not deeper`() throws {
        var value = try fullShipment()
        func chain(_ depth: Int) -> Crate {
            (1..<depth).reduce(Crate(seal: Seal([0, 0, 0, 0]))) { inner, _ in Crate(seal: Seal([0, 0, 0, 0]), within: inner) }
        }
        value.payload = .crate(chain(128))
        #expect(try Shipment(decoding: value.encoded()) == value)
        value.payload = .crate(chain(129))
        let bytes = try value.encoded()
        #expect(throws: CodecError.self) { try Shipment(decoding: bytes) }
    }

    @Test func `what another version of the schema wrote is read by name, with the defaults for the rest`() throws {
        let written = """
            {"type":"record","name":"Shipment","namespace":"shop.depot","fields":[
              {"name":"sent","type":{"type":"long","logicalType":"timestamp-micros"}},
              {"name":"gone","type":{"type":"array","items":"string"}},
              {"name":"class","type":{"type":"enum","name":"Class","symbols":["LOST","none"]}},
              {"name":"id","type":{"type":"string","logicalType":"uuid"}},
              {"name":"weight","type":"int"},
              {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":40,"scale":2}},
              {"name":"fee","type":{"type":"fixed","name":"Fee","size":5,"logicalType":"decimal","precision":9,"scale":3}},
              {"name":"packed","type":{"type":"long","logicalType":"timestamp-millis"}},
              {"name":"seen","type":{"type":"long","logicalType":"timestamp-nanos"}},
              {"name":"local","type":{"type":"long","logicalType":"local-timestamp-millis"}},
              {"name":"term","type":{"type":"fixed","name":"Term","size":12,"logicalType":"duration"}}]}
            """
        let value = try fullShipment()
        let decoder = try Shipment.decoder(writtenBy: written, references: [])
        for (symbol, expected) in [(0, Class.default), (1, .none_)] {
            var writer = ByteWriter()
            writer.writeAvroLong(7)
            writer.beginAvroBlock(1)
            writer.writeAvroString("x")
            writer.endAvroBlocks()
            writer.writeAvroIndex(symbol)
            writer.writeAvroUUIDText(value.id)
            writer.writeAvroInt(40)
            try writer.writeAvroDecimal(value.price, precision: 40, scale: 2)
            try writer.writeAvroDecimal(value.fee, precision: 9, scale: 3, size: 5)
            for time in [value.packed.rawValue, value.seen.rawValue, value.local.rawValue] { writer.writeAvroLong(time) }
            writer.writeAvroDuration(value.term)
            let bytes = writer.copyBytes()
            var reader = ByteReader(bytes.span.bytes)
            let read = try decoder.decode(from: &reader)
            try reader.expectEnd()
            let wanted = Shipment(
                id: value.id, class: expected, weight: 40, price: value.price, fee: value.fee, packed: value.packed,
                sent: TimestampMicros(microseconds: 7), seen: value.seen, local: value.local, term: value.term)
            #expect(read == wanted)
        }
        #expect(throws: SchemaResolutionError.self) {
            try Shipment.decoder(writtenBy: written.replacing("\"weight\",\"type\":\"int\"", with: "\"weight\",\"type\":\"string\""), references: [])
        }
    }
}

/// With something in every field, at most one entry in its map, and times that Foundation holds too.
func fullShipment() throws -> Shipment {
    let long = try #require(DecimalNumber("-12345678901234567890123456789012345678.90"))
    return Shipment(
        id: try #require(UUID(uuidString: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6")), class: .allCases_, labels: ["a": "ré"], note: "note",
        grid: [[1, 2], [], [3]], switch: false, init_: 7,
        payload: .crate(Crate(seal: Seal([1, 2, 3, 4]), crates: [Crate(seal: Seal([5, 6, 7, 8]))], within: Crate(seal: Seal([9, 9, 9, 9])))),
        weight: 0.5, price: long, fee: try #require(DecimalNumber("-1.125")), packed: TimestampMillis(milliseconds: 1_700_000_000_000),
        sent: TimestampMicros(microseconds: 1_700_000_000_500_000), seen: TimestampNanos(nanoseconds: 1_500_000_000),
        local: LocalTimestampMillis(milliseconds: -1_500), term: CalendarDuration(months: 1, days: 2, milliseconds: 3), raw: [0, 255])
}
