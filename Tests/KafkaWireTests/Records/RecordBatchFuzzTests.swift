import Determinism
import Foundation
import KafkaWire
import NIOCore
import Testing

/// Whatever arrives, checking and reading end, and what was found right can be read without an error.
@Suite struct `Hostile record batches` {
    @Test func `mutated batches are refused or can be read`() throws {
        var generator = SeededGenerator(seed: 20_240)
        var accepted = 0
        for round in 0..<6_000 {
            var bytes = makeBatch(
                records: Int.random(in: 1...4, using: &generator), valueBytes: Int.random(in: 0...40, using: &generator))
            if Bool.random(using: &generator) { bytes.writeImmutableBuffer(makeBatch(records: 1)) }
            for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, using: &generator) }
            // Half of them pass the checksum, so that what is behind it is tried as well.
            if round % 2 == 0 { try mendChecksum(&bytes) }
            if try examine(bytes) { accepted += 1 }
        }
        #expect(accepted > 100)
        #expect(accepted < 5_000)
    }

    @Test func `random bytes are refused`() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<3_000 {
            let count = Int.random(in: 0...200, using: &generator)
            var bytes = ByteBuffer(bytes: (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
            if count > 16 { bytes.setInteger(RecordBatchHeader.magic, at: 16) }
            #expect(try examine(bytes) == false)
        }
    }

    @Test func `those that were of note once`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Fixtures/regressions/fuzz/record-batches")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "hex" }
        #expect(!files.isEmpty)
        for file in files {
            let digits = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }.joined().filter { !$0.isWhitespace }
            let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { start in
                UInt8(digits.dropFirst(start).prefix(2), radix: 16)
            }
            #expect(try examine(ByteBuffer(bytes: bytes)) == false, "\(file.lastPathComponent)")
        }
    }

    /// Whether the bytes were found right. Reads the records in any case.
    private func examine(_ bytes: ByteBuffer) throws -> Bool {
        if var reader = try? RecordReader(batchAt: 0, in: bytes) {
            var count = 0
            while count <= bytes.readableBytes, let _ = try? reader.next() { count += 1 }
            #expect(count <= bytes.readableBytes)
        }
        guard let checked = try? checkRecords(bytes, rules: .init()) else { return false }
        var position = 0
        for header in checked.headers where header.attributes.compressionCode == 0 {
            var reader = try RecordReader(batchAt: position, in: bytes)
            var count = 0
            while let _ = try reader.next() { count += 1 }
            #expect(count == Int(header.recordCount))
            position += header.sizeInBytes
        }
        return true
    }

    private func mutate(_ bytes: inout ByteBuffer, using generator: inout SeededGenerator) {
        guard bytes.readableBytes > 0 else { return }
        let position = Int.random(in: 0..<bytes.readableBytes, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes.setInteger(UInt8.random(in: 0...255, using: &generator), at: position)
        case 1: bytes.setInteger([0, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0 as UInt8, at: position)
        case 2: bytes = bytes.getSlice(at: 0, length: position) ?? bytes
        case 3: bytes.writeInteger(UInt8.random(in: 0...255, using: &generator))
        case 4 where position + 4 <= bytes.readableBytes:
            bytes.setInteger([Int32.max, Int32.min, -1, 0, 1].randomElement(using: &generator) ?? 0 as Int32, at: position)
        default:
            let byte = bytes.getInteger(at: position, as: UInt8.self) ?? 0
            bytes.setInteger(byte ^ (1 << UInt8.random(in: 0..<8, using: &generator)), at: position)
        }
    }
}
