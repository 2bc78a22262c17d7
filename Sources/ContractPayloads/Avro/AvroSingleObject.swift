import ContractModel

/// Avro 1.12, "Single object encoding": C3 01, the CRC-64-AVRO of the writer's schema with its lowest byte first, the value.
package struct AvroSingleObject: Sendable, Hashable {
    package var fingerprint: UInt64
    /// The value in the binary encoding.
    package var payload: [UInt8]

    package init(fingerprint: UInt64, payload: [UInt8]) {
        self.fingerprint = fingerprint
        self.payload = payload
    }

    /// Nil where the bytes do not begin with the marker and a fingerprint.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 10, bytes.starts(with: Self.marker) else { return nil }
        fingerprint = bytes[2..<10].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        payload = Array(bytes[10...])
    }

    package var bytes: [UInt8] {
        Self.marker + (0..<8).map { UInt8(truncatingIfNeeded: fingerprint >> (8 * UInt64($0))) } + payload
    }

    private static let marker: [UInt8] = [0xC3, 0x01]
}
