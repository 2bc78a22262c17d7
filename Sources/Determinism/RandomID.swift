/// A UUID of version 4 (RFC 9562 section 5.4), drawn from a generator that the caller passes in.
package struct RandomID: Hashable, Sendable, CustomStringConvertible {
    /// The 16 bytes in network order, as two big-endian halves.
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(using generator: inout some RandomNumberGenerator) {
        high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    }

    /// In the usual form, lower case: `f81d4fae-7dec-41d0-a765-00a0c91e6bf6`.
    package var description: String {
        var bytes = [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - 8 * $0)) } }[...]
        return [4, 2, 2, 2, 6].map { count in
            defer { bytes.removeFirst(count) }
            return hexadecimal(bytes.prefix(count))
        }.joined(separator: "-")
    }
}
