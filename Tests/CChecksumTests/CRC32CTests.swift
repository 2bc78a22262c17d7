import CChecksum
import Testing

@Suite struct `CRC-32C` {
    @Test(arguments: [
        ([UInt8](repeating: 0, count: 32), 0x8A91_36AA as UInt32),
        ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
        ([UInt8](0..<32), 0x46DD_794E),
        ([UInt8]((0..<32).reversed()), 0x113F_DB5C),
        (Array("123456789".utf8), 0xE306_9283),
        ([], 0),
    ] as [([UInt8], UInt32)])
    func `is what RFC 3720 and the usual check value say`(bytes: [UInt8], expected: UInt32) {
        #expect(heddle_crc32c(bytes, bytes.count) == expected)
        #expect(heddle_crc32c_extend_by_table(0, bytes, bytes.count) == expected)
    }

    @Test func `the fast way agrees with the table for every length and alignment`() {
        let bytes = (0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let lengths = Array(0...1700) + [2047, 2048, 6143, 6144, 6145, 6911, 6912, 6913, 8191, 8990]
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return }
            for length in lengths {
                let start = base + length % 8
                #expect(heddle_crc32c_extend(77, start, length) == heddle_crc32c_extend_by_table(77, start, length))
            }
        }
    }

    @Test func `sums continue across any split`() {
        let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 31) }
        let whole = heddle_crc32c(bytes, bytes.count)
        for split in 0...bytes.count {
            let first = heddle_crc32c(Array(bytes[..<split]), split)
            #expect(heddle_crc32c_extend(first, Array(bytes[split...]), bytes.count - split) == whole)
        }
    }
}
