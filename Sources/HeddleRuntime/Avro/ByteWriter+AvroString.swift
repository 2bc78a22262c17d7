extension ByteWriter {
    /// Outlined on purpose: where it is inlined, the compiler adds a retain and a release to each string.
    @inline(never)
    public mutating func writeAvroString(_ value: borrowing String) {
        let count = value.utf8.count
        reserve(count &+ 10)
        if count < 64 {
            base.storeBytes(of: UInt8(truncatingIfNeeded: count &<< 1), toByteOffset: written, as: UInt8.self)
            written &+= 1
        } else {
            writeLongVarint(UInt64(count) &<< 1)
        }
        let target = base + written
        let isCopied: Void? = value.utf8.withContiguousStorageIfAvailable { source in
            if let start = source.baseAddress { target.copyMemory(from: start, byteCount: count) }
        }
        if isCopied == nil { copyBridged(value.utf8, to: target) }
        written &+= count
    }

    /// Text that is not Swift's own: on Apple's systems, from Objective-C.
    @inline(never)
    private func copyBridged(_ text: String.UTF8View, to target: UnsafeMutableRawPointer) {
        var place = target
        for byte in text {
            place.storeBytes(of: byte, as: UInt8.self)
            place += 1
        }
    }
}
