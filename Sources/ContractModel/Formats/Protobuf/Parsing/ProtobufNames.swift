/// The identifiers of one file, each kept once. Parsing and linking compare and hash numbers in their place.
package struct ProtobufNames: Sendable {
    /// Stands for an identifier of one `ProtobufNames`.
    package struct ID: Sendable, Hashable {
        package let index: UInt32
    }

    private(set) var texts: [String] = []
    private var hashes: [UInt32] = []
    /// Open addressing: index + 1 of the name, 0 where free. A power of two long, at most half full.
    private var slots: [UInt32]
    /// Names whose slots were all taken: only where somebody made hashes collide, and Swift's own table is seeded.
    private var crowded: [String: ID] = [:]
    private static let longestProbe = 48

    init() { slots = Array(repeating: 0, count: 512) }

    package subscript(id: ID) -> String { texts[Int(id.index)] }

    mutating func id(of text: String) -> ID {
        var text = text
        return text.withUTF8 { id(of: $0) }
    }

    mutating func id(of bytes: UnsafeBufferPointer<UInt8>) -> ID {
        // FNV-1a (Fowler, Noll, Vo).
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        var probes = 0
        while slots[slot] != 0, probes < Self.longestProbe {
            let index = Int(slots[slot]) - 1
            if hashes[index] == hash, isEqual(texts[index], bytes) { return ID(index: UInt32(index)) }
            slot = (slot + 1) & mask
            probes += 1
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if !crowded.isEmpty, let id = crowded[text] { return id }
        let id = ID(index: UInt32(texts.count))
        texts.append(text)
        hashes.append(hash)
        if slots[slot] == 0 { slots[slot] = id.index + 1 } else { crowded[text] = id }
        if texts.count * 2 > slots.count { grow() }
        return id
    }

    private func isEqual(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        text.utf8.count == bytes.count && text.utf8.elementsEqual(bytes)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & mask
            var probes = 0
            while slots[slot] != 0, probes < Self.longestProbe {
                slot = (slot + 1) & mask
                probes += 1
            }
            if slots[slot] == 0 {
                slots[slot] = UInt32(index) + 1
            } else {
                crowded[texts[index]] = ID(index: UInt32(index))
            }
        }
    }
}
