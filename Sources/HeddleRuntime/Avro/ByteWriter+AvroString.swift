extension ByteWriter {
    /// Outlined on purpose: where it is inlined, the compiler adds a retain and a release to each string.
    @inline(never)
    public mutating func writeAvroString(_ value: borrowing String) {
        let text = value.utf8.span
        let count = text.count
        reserve(count &+ 10)
        if count < 64 {
            base.storeBytes(of: UInt8(truncatingIfNeeded: count &<< 1), toByteOffset: written, as: UInt8.self)
            written &+= 1
        } else {
            writeLongVarint(UInt64(count) &<< 1)
        }
        text.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { (base + written).copyMemory(from: start, byteCount: count) }
        }
        written &+= count
    }
}
