import Determinism
import KafkaWire
import NIOCore
import Testing

/// Bytes that a peer may send: whatever they are, reading ends in a value or in an error.
@Suite struct MessageFuzzTests {
    @Test(arguments: MessageKind.all)
    func `damaged messages are read or refused`(kind: MessageKind) throws {
        func check<Message: RandomMessage>(_: Message.Type) throws {
            var values = RandomValues(seed: 0xF00D + kind.seed)
            for version in Message.versions {
                for _ in 0..<40 {
                    var bytes = try encode(Message.random(version: version, from: &values), version: version)
                    damage(&bytes, using: &values.generator)
                    expectValueOrError(Message.self, bytes, version: version)
                }
            }
        }
        try check(kind.type)
    }

    @Test(arguments: MessageKind.all)
    func `random bytes are read or refused`(kind: MessageKind) throws {
        func check<Message: RandomMessage>(_: Message.Type) {
            var generator = SeededGenerator(seed: 0xBEEF + kind.seed)
            for version in Message.versions {
                for _ in 0..<40 {
                    let length = Int.random(in: 0..<120, using: &generator)
                    // Small bytes make plausible lengths.
                    let top: UInt8 = Bool.random(using: &generator) ? 255 : 4
                    let bytes = (0..<length).map { _ in UInt8.random(in: 0...top, using: &generator) }
                    expectValueOrError(Message.self, ByteBuffer(bytes: bytes), version: version)
                }
            }
        }
        check(kind.type)
    }

    /// What is read from any bytes can be written again in the same version, and then reads as the same.
    private func expectValueOrError<Message: KafkaMessage>(_: Message.Type, _ bytes: ByteBuffer, version: Int16) {
        guard let message = try? decode(Message.self, bytes, version: version) else { return }
        #expect(throws: Never.self, "\(Message.self) version \(version) of \(bytes.hex)") {
            let again = try decode(Message.self, try encode(message, version: version), version: version)
            #expect(again == message)
        }
    }

    private func damage(_ bytes: inout ByteBuffer, using generator: inout SeededGenerator) {
        guard bytes.readableBytes > 0 else { return }
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let at = bytes.readerIndex + Int.random(in: 0..<bytes.readableBytes, using: &generator)
            let byte: UInt8 = bytes.getInteger(at: at) ?? 0
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes.setInteger(byte ^ (1 << UInt8.random(in: 0..<8, using: &generator)), at: at)
            case 1: bytes.setInteger(UInt8.max, at: at)
            case 2: bytes.setInteger(UInt8.random(in: 0...255, using: &generator), at: at)
            default: bytes.writeInteger(UInt8.random(in: 0...255, using: &generator))
            }
        }
    }
}
