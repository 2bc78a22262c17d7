/// MurmurHash2 of 32 bits as Kafka's Java client has it (`org.apache.kafka.common.utils.Utils.murmur2`): little-endian words, seed
/// 0x9747b28c, and what remains at the end taken from the highest byte down.
package func murmur2(_ bytes: some Collection<UInt8>) -> UInt32 {
    let m: UInt32 = 0x5bd1_e995
    var hash: UInt32 = 0x9747_b28c ^ UInt32(truncatingIfNeeded: bytes.count)
    var word: UInt32 = 0
    var filled: UInt32 = 0
    for byte in bytes {
        word |= UInt32(byte) << (8 * filled)
        filled += 1
        guard filled == 4 else { continue }
        word &*= m
        word ^= word >> 24
        word &*= m
        hash &*= m
        hash ^= word
        (word, filled) = (0, 0)
    }
    if filled > 0 {
        hash ^= word
        hash &*= m
    }
    hash ^= hash >> 13
    hash &*= m
    return hash ^ hash >> 15
}

/// The partition that every client with Java's default partitioner (librdkafka's `murmur2_random`) gives a key.
package func partitionOfKey(_ key: some Collection<UInt8>, among count: Int32) -> Int32 {
    Int32(bitPattern: murmur2(key) & 0x7FFF_FFFF) % count
}
