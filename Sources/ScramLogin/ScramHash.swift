/// The hashes that Kafka knows SCRAM with.
package enum ScramHash: Sendable, Hashable, CaseIterable {
    case sha256, sha512

    /// As the wire numbers them (KIP-554); nil for what nobody knows.
    package init?(number: Int8) {
        switch number {
        case 1: self = .sha256
        case 2: self = .sha512
        default: return nil
        }
    }

    package var number: Int8 {
        switch self {
        case .sha256: 1
        case .sha512: 2
        }
    }

    /// Bytes of its digests, and so of keys and proofs.
    package var length: Int {
        switch self {
        case .sha256: 32
        case .sha512: 64
        }
    }

    package var mechanism: String {
        switch self {
        case .sha256: "SCRAM-SHA-256"
        case .sha512: "SCRAM-SHA-512"
        }
    }
}
