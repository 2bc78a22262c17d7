import Determinism
import Foundation
import HeddleRuntime
import Testing

@Suite struct UUIDTextTests {
    private let text = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"

    private func read(_ text: String) -> Result<UUID, CodecError> {
        outcome([UInt8(text.utf8.count * 2)] + Array(text.utf8)) { (reader) throws(CodecError) in try reader.readAvroUUIDText() }
    }

    @Test func `UUIDs are texts in small letters, and read in letters of either size`() throws {
        let uuid = try #require(UUID(uuidString: text))
        #expect(try written { $0.writeAvroUUIDText(uuid) } == [72] + Array(text.utf8))
        #expect(read(text).value == uuid)
        #expect(read(text.uppercased()).value == uuid)
    }

    @Test func `random UUIDs are Foundation's`() throws {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<2_000 {
            var bytes: uuid_t = UUID().uuid
            withUnsafeMutableBytes(of: &bytes) { target in
                for index in target.indices { target[index] = .random(in: 0...255, using: &generator) }
            }
            let uuid = UUID(uuid: bytes)
            let text = uuid.uuidString.lowercased()
            #expect(try written { $0.writeText(uuid) } == Array(text.utf8))
            #expect(read(text).value == uuid)
            #expect(UniqueIdentifier(text)?.description == text)
            let raw = try written { $0.writeAvroUUIDBytes(uuid) }
            #expect(raw == withUnsafeBytes(of: bytes) { Array($0) })
            #expect(outcome(raw) { (reader) throws(CodecError) in try reader.readAvroUUIDBytes() }.value == uuid)
        }
    }

    /// Any byte in any place: a UUID is what Foundation takes for one.
    @Test func `one byte changed is a UUID or an error`() {
        for place in text.utf8.indices {
            for byte in UInt8(0)...127 {
                var bytes = Array(text.utf8)
                bytes[text.utf8.distance(from: text.startIndex, to: place)] = byte
                let changed = String(decoding: bytes, as: UTF8.self)
                let isHyphen = text.utf8[place] == UInt8(ascii: "-")
                let isDigit = Character(Unicode.Scalar(byte)).isHexDigit
                let isGood = isHyphen ? byte == UInt8(ascii: "-") : isDigit
                #expect((read(changed).value != nil) == isGood, "\(changed.debugDescription)")
                #expect((UniqueIdentifier(changed) != nil) == isGood, "\(changed.debugDescription)")
            }
        }
    }

    @Test func `other texts are refused where they stand`() {
        #expect(read("").refusal == "at byte 0: expected a UUID of 36 characters")
        #expect(read("{\(text)}").refusal == "at byte 0: expected a UUID of 36 characters")
        #expect(read(String(text.dropLast())).refusal == "at byte 0: expected a UUID of 36 characters")
        #expect(read(text.replacing("-", with: "+")).refusal == "at byte 1: expected a UUID")
        #expect(read(String(repeating: "é", count: 18)).refusal == "at byte 1: expected a UUID")
        #expect(outcome([72, 0x66]) { (reader) throws(CodecError) in try reader.readAvroUUIDText() }.refusal?.contains("ends here") == true)
        #expect(outcome([1, 2]) { (reader) throws(CodecError) in try reader.readAvroUUIDBytes() }.refusal?.contains("ends here") == true)
    }
}
