import KafkaWire
import NIOCore

func encode(_ message: some KafkaMessage, version: Int16) throws -> ByteBuffer {
    var writer = WireWriter()
    try message.write(to: &writer, version: version)
    return writer.buffer
}

func decode<Message: KafkaMessage>(_: Message.Type, _ bytes: ByteBuffer, version: Int16) throws -> Message {
    var reader = WireReader(bytes, maxElements: 100_000)
    return try decodeMessage(Message.self, from: &reader, version: version)
}

extension ByteBuffer {
    /// - Parameter hex: pairs of digits; anything else is skipped.
    init(hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        self.init(bytes: stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }

    var hex: String {
        readableBytesView.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}
