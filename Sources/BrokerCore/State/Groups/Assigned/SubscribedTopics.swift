import KafkaWire

/// The topics that a group's members subscribe to, as far as they exist.
struct SubscribedTopics {
    struct Entry {
        var id: KafkaUUID
        var partitions: Int32
    }

    var byName: [String: Entry] = [:]

    /// The same for the same topics in every process: what is kept of them is compared after a restart (FNV-1a).
    var fingerprint: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        func mix(_ number: UInt64) { for shift in stride(from: 0, to: 64, by: 8) { mix(UInt8(truncatingIfNeeded: number >> UInt64(shift))) } }
        for (name, entry) in byName.sorted(by: { $0.key < $1.key }) {
            for byte in name.utf8 { mix(byte) }
            mix(entry.id.high)
            mix(entry.id.low)
            mix(UInt64(truncatingIfNeeded: entry.partitions))
        }
        return hash
    }
}
