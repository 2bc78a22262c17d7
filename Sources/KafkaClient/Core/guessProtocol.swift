import KafkaWire

/// What a server speaks whose first bytes, read as a length, make no sense; nil when it is anyone's guess.
func guessProtocol(from error: FrameError) -> String? {
    guard case .tooLarge(let length, _) = error else { return nil }
    return switch length {
    // A TLS record: an alert (21) or a handshake (22) of TLS 1.x (major version 3).
    case 0x1503_0000...0x1503_FFFF, 0x1603_0000...0x1603_FFFF: "the port expects TLS"
    // "HTTP".
    case 0x4854_5450: "it is an HTTP server"
    default: nil
    }
}
