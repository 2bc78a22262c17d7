extension ByteWriter {
    /// Outlined on purpose: inlined, it brings a retain and a release along for each string.
    @inline(never)
    public mutating func writeProtobufString(_ tag: UInt32, _ text: String) {
        // Most at once: a tag, a length and three bytes for each UTF-16 unit would be too much to believe; count says it exactly.
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { writeBytes(tag, UnsafeRawBufferPointer($0)) }
        if done == nil { Array(text.utf8).withUnsafeBytes { writeBytes(tag, $0) } }
    }

    @inline(never)
    public mutating func writeProtobufBytes(_ tag: UInt32, _ bytes: [UInt8]) {
        bytes.withUnsafeBytes { writeBytes(tag, $0) }
    }

    @inline(__always)
    private mutating func writeBytes(_ tag: UInt32, _ bytes: UnsafeRawBufferPointer) {
        let count = bytes.count
        reserve(count &+ 20)
        storeVarint(UInt64(truncatingIfNeeded: tag))
        storeVarint(UInt64(truncatingIfNeeded: count))
        guard let source = bytes.baseAddress else { return }
        let target = base + written
        // Short ones without a call: two words that overlap.
        switch count {
        case 0: break
        case 1...3:
            for place in 0..<count { target.storeBytes(of: source.load(fromByteOffset: place, as: UInt8.self), toByteOffset: place, as: UInt8.self) }
        case 4...7:
            let last = (source + (count &- 4)).loadUnaligned(as: UInt32.self)
            target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
            (target + (count &- 4)).storeBytes(of: last, as: UInt32.self)
        case 8...16:
            let last = (source + (count &- 8)).loadUnaligned(as: UInt64.self)
            target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
            (target + (count &- 8)).storeBytes(of: last, as: UInt64.self)
        default: target.copyMemory(from: source, byteCount: count)
        }
        written &+= count
    }
}
