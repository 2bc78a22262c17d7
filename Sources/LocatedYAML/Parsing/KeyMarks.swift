/// A number for each key of the mappings that are open, alike for like keys: most mappings are small and have no key twice, and
/// this tells them without comparing texts.
struct KeyMarks {
    private var marks: [UInt64] = []

    var count: Int { marks.count }

    /// Notes a key; true where the mapping whose first key was noted at `start` may have had it before.
    ///
    /// - Parameter key: in UTF-8. Beyond ASCII texts can be alike whose bytes are not, and such keys may always repeat.
    mutating func mayRepeat(_ key: UnsafeBufferPointer<UInt8>, since start: Int) -> Bool {
        // Where a mapping is large, hashing its keys once is cheaper than this.
        guard marks.count - start < 16 else { return true }
        // FNV-1a.
        var mark: UInt64 = 0xCBF2_9CE4_8422_2325
        var all: UInt8 = 0
        for byte in key {
            mark = (mark ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            all |= byte
        }
        defer { marks.append(mark) }
        return all >= 0x80 || marks[start...].contains(mark)
    }

    mutating func removeAll(since start: Int) { marks.removeSubrange(start...) }

    mutating func removeAll() { marks.removeAll(keepingCapacity: true) }
}
