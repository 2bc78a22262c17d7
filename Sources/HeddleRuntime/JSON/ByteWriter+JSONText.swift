extension ByteWriter {
    /// Text that is JSON already: brackets, commas, names.
    @inlinable @inline(__always)
    public mutating func writeRaw(_ text: StaticString) {
        let count = text.utf8CodeUnitCount
        reserve(count)
        (base + written).copyMemory(from: text.utf8Start, byteCount: count)
        written &+= count
    }

    /// In quotes; quotes, backslashes and control characters escaped, all else as it is.
    @inline(never)
    public mutating func writeJSONString(_ value: borrowing String) {
        let text = value.utf8.span
        let count = text.count
        reserve(count &+ 10)
        base.storeBytes(of: UInt8(ascii: "\""), toByteOffset: written, as: UInt8.self)
        written &+= 1
        text.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            let source = UnsafeRawPointer(start)
            let target = base + written
            var index = 0
            while index &+ 8 <= count {
                let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                target.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
                if JSONScan.specials(UInt64(littleEndian: word)) != 0 { return writeEscaped(source, count) }
                index &+= 8
            }
            if index < count, count >= 8 {
                // The last eight bytes, of which some are written already.
                let word = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
                target.storeBytes(of: word, toByteOffset: count &- 8, as: UInt64.self)
                if JSONScan.specials(UInt64(littleEndian: word)) != 0 { return writeEscaped(source, count) }
            } else {
                while index < count {
                    let byte = source.load(fromByteOffset: index, as: UInt8.self)
                    target.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
                    if JSONScan.isSpecial(byte) { return writeEscaped(source, count) }
                    index &+= 1
                }
            }
            written &+= count
        }
        base.storeBytes(of: UInt8(ascii: "\""), toByteOffset: written, as: UInt8.self)
        written &+= 1
    }

    /// Leaves room for the closing quote.
    @inline(never)
    private mutating func writeEscaped(_ source: UnsafeRawPointer, _ count: Int) {
        reserve(count &* 6 &+ 1)
        for index in 0..<count {
            let byte = source.load(fromByteOffset: index, as: UInt8.self)
            guard JSONScan.isSpecial(byte) else {
                append(byte)
                continue
            }
            append(UInt8(ascii: "\\"))
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
            case 8: append(UInt8(ascii: "b"))
            case 9: append(UInt8(ascii: "t"))
            case 10: append(UInt8(ascii: "n"))
            case 12: append(UInt8(ascii: "f"))
            case 13: append(UInt8(ascii: "r"))
            default:
                writeRaw("u00")
                append(hexText(byte >> 4))
                append(hexText(byte & 15))
            }
        }
    }
}

/// The digit for 0 to 15.
@inline(__always)
func hexText(_ digit: UInt8) -> UInt8 { digit < 10 ? digit &+ UInt8(ascii: "0") : digit &- 10 &+ UInt8(ascii: "a") }
