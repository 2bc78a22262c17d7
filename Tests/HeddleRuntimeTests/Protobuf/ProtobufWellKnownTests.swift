import Foundation
import HeddleRuntime
import Testing

/// The types of google/protobuf that the runtime has: their bytes as the format's documents give them, and what Swift has for them.
@Suite struct ProtobufWellKnownTests {
    @Test func `a timestamp is seconds and nanoseconds`() throws {
        let value = ProtobufTimestamp(seconds: -1, nanos: 5)
        let bytes: [UInt8] = [0x08] + Array(repeating: 0xFF, count: 9) + [0x01, 0x10, 0x05]
        #expect(try value.encoded() == bytes)
        #expect(try ProtobufTimestamp(decoding: bytes) == value)
        #expect(try ProtobufTimestamp().encoded() == [])
    }

    @Test(arguments: [0, 1, -1, 999, -999, 1_000, -1_000, -1_001, Int64.max, Int64.min])
    func `milliseconds and timestamps are each other's`(_ milliseconds: Int64) {
        let value = ProtobufTimestamp(milliseconds: milliseconds)
        #expect((0..<1_000_000_000).contains(value.nanos))
        #expect(value.milliseconds == milliseconds)
    }

    @Test func `a timestamp beyond an int64 of milliseconds has none`() {
        #expect(ProtobufTimestamp(seconds: .max).milliseconds == nil)
        #expect(ProtobufTimestamp(seconds: .min).milliseconds == nil)
        #expect(ProtobufTimestamp(seconds: .max, nanos: .min).milliseconds == nil)
    }

    @Test func `dates become timestamps, and those beyond them the first or the last`() {
        #expect(ProtobufTimestamp(Date(timeIntervalSince1970: -0.25)) == ProtobufTimestamp(seconds: -1, nanos: 750_000_000))
        #expect(ProtobufTimestamp(Date(timeIntervalSince1970: 1.5)).date == Date(timeIntervalSince1970: 1.5))
        #expect(ProtobufTimestamp(Date(timeIntervalSince1970: .infinity)) == ProtobufTimestamp(seconds: .max))
        #expect(ProtobufTimestamp(Date(timeIntervalSince1970: -.infinity)) == ProtobufTimestamp(seconds: .min))
        #expect(ProtobufTimestamp(Date(timeIntervalSince1970: 1e300)) == ProtobufTimestamp(seconds: .max))
        #expect(ProtobufTimestamp(Date(timeIntervalSince1970: -1e300)) == ProtobufTimestamp(seconds: .min))
        #expect(ProtobufTimestamp(Date(timeIntervalSince1970: .nan)) == ProtobufTimestamp())
        #expect(ProtobufTimestamp(.distantPast).date == .distantPast)
        #expect(ProtobufTimestamp(.distantFuture).date == .distantFuture)
        // Of the wire's own: no sum of these may trap.
        #expect(ProtobufTimestamp(seconds: .max, nanos: .max).date.timeIntervalSince1970 > 9e18)
        #expect(ProtobufTimestamp(seconds: .min, nanos: .min).date.timeIntervalSince1970 < -9e18)
    }

    @Test func `durations have one sign`() {
        #expect(ProtobufDuration(.milliseconds(-1_500)) == ProtobufDuration(seconds: -1, nanos: -500_000_000))
        #expect(ProtobufDuration(seconds: -1, nanos: -500_000_000).duration == .milliseconds(-1_500))
        #expect(ProtobufDuration(ProtobufDuration(seconds: .max, nanos: 999_999_999).duration) == ProtobufDuration(seconds: .max, nanos: 999_999_999))
        #expect(ProtobufDuration(seconds: .min, nanos: .min).duration < .zero)
        #expect(ProtobufDuration(seconds: .max, nanos: .max).duration > .zero)
    }

    @Test func `any json value comes back`() throws {
        let value = ProtobufValue(
            .object(
                ProtobufStruct(fields: [
                    "null": ProtobufValue(.null), "number": ProtobufValue(.number(-0.0)), "text": ProtobufValue(.text("é")), "flag": ProtobufValue(.flag(false)),
                    "list": ProtobufValue(.list(ProtobufListValue(values: [ProtobufValue(.number(1)), ProtobufValue()]))),
                ])))
        #expect(try ProtobufValue(decoding: value.encoded()) == value)
        #expect(try ProtobufValue(.null).encoded() == [0x08, 0x00])
        #expect(try ProtobufValue(.flag(false)).encoded() == [0x20, 0x00])
        #expect(try ProtobufValue().encoded() == [])
    }

    @Test func `the last of a value's kinds counts, and two objects are one`() throws {
        let first = try ProtobufValue(.object(ProtobufStruct(fields: ["a": ProtobufValue(.number(1)), "b": ProtobufValue(.null)]))).encoded()
        let second = try ProtobufValue(.object(ProtobufStruct(fields: ["b": ProtobufValue(.flag(true))]))).encoded()
        let merged = try ProtobufValue(decoding: first + second)
        #expect(merged == ProtobufValue(.object(ProtobufStruct(fields: ["a": ProtobufValue(.number(1)), "b": ProtobufValue(.flag(true))]))))
        #expect(try ProtobufValue(decoding: first + ProtobufValue(.text("x")).encoded()) == ProtobufValue(.text("x")))
    }

    @Test func `a wrapper writes nothing of zero, but minus zero`() throws {
        #expect(try ProtobufDoubleValue(0).encoded() == [])
        #expect(try ProtobufDoubleValue(-0.0).encoded() == [0x09, 0, 0, 0, 0, 0, 0, 0, 0x80])
        #expect(try ProtobufInt32Value(-1).encoded() == [0x08] + Array(repeating: 0xFF, count: 9) + [0x01])
        #expect(try ProtobufInt32Value(decoding: [0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]).value == -1)
        #expect(try ProtobufBoolValue(decoding: [0x08, 0x80, 0x01]).value)
        #expect(try ProtobufUInt64Value(.max).encoded().count == 11)
        #expect(try ProtobufBytesValue([]).encoded() == [])
    }

    @Test func `a message is packed with its name and unpacked as what it is`() throws {
        let any = try ProtobufAny(packing: ProtobufDuration(seconds: 3))
        #expect(any.typeURL == "type.googleapis.com/google.protobuf.Duration")
        let read = try ProtobufAny(decoding: any.encoded())
        #expect(try read.unpacked(as: ProtobufDuration.self) == ProtobufDuration(seconds: 3))
        #expect(try read.unpacked(as: ProtobufTimestamp.self) == nil)
        #expect(ProtobufAny(typeURL: "").typeName == "")
        #expect(ProtobufAny(typeURL: "example.com/").typeName == "")
    }

    @Test func `a field mask's paths are kept in their order`() throws {
        let mask = ProtobufFieldMask(paths: ["b", "a.c", ""])
        #expect(try mask.encoded() == [0x0A, 1, 0x62, 0x0A, 3, 0x61, 0x2E, 0x63, 0x0A, 0])
        #expect(try ProtobufFieldMask(decoding: mask.encoded()) == mask)
    }
}
