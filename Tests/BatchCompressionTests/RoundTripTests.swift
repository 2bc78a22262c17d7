import Determinism
import KafkaWire
import NIOCore
import Testing
@testable import BatchCompression

private let codecs: [RecordCompression] = [.none, .gzip, .snappy, .lz4, .zstd]

@Suite struct RoundTripTests {
    @Test(arguments: codecs)
    func `what was compressed comes back`(codec: RecordCompression) throws {
        var generator = SeededGenerator(seed: 7)
        for size in [0, 1, 2, 61, 1_000, 32_768, 32_769, 65_536, 300_000] {
            for isRandom in [false, true] {
                let bytes = (0..<size).map { isRandom ? UInt8.random(in: .min ... .max, using: &generator) : UInt8($0 / 7 % 5) }
                let compressed = try compress(ByteBuffer(bytes: bytes), codec)
                #expect(try decompress(compressed, codec, limit: size) == ByteBuffer(bytes: bytes), "\(size) bytes")
            }
        }
    }

    @Test(arguments: [(RecordCompression.gzip, 1), (.gzip, 9), (.lz4, 12), (.zstd, -5), (.zstd, 19)])
    func `levels are heeded`(codec: RecordCompression, level: Int) throws {
        let text = ByteBuffer(string: String(repeating: "the same again and again, ", count: 4_000))
        let compressed = try compress(text, codec, level: level)
        #expect(compressed.readableBytes < text.readableBytes / 10)
        #expect(try decompress(compressed, codec, limit: text.readableBytes) == text)
    }

    @Test func `snappy is read without frames, too`() throws {
        let text = ByteBuffer(string: String(repeating: "raw ", count: 20_000))
        let raw = try text.withUnsafeReadableBytes { bytes in
            Result { () throws(CompressionError) in try compressSnappy(bytes, isFramed: false) }
        }.get()
        #expect(try decompress(raw, .snappy, limit: 100_000) == text)
    }

    @Test func `a buffer's reader index is where its data begins`() throws {
        var buffer = ByteBuffer(string: "skipped")
        buffer.writeImmutableBuffer(try compress(ByteBuffer(string: "kept"), .zstd))
        buffer.moveReaderIndex(forwardBy: 7)
        #expect(try decompress(buffer, .zstd, limit: 4) == ByteBuffer(string: "kept"))
    }

    @Test(arguments: codecs)
    func `a batch is compressed with its header in order`(codec: RecordCompression) throws {
        var builder = RecordBatchBuilder(producer: .init(id: 4, epoch: 1, baseSequence: 8))
        for number in 0..<50 {
            builder.append(key: nil, value: ByteBuffer(string: "value \(number)"), timestamp: 5 + Int64(number))
        }
        let batch = try compressBatch(builder.finish(), codec)
        let header = try #require(try checkRecords(batch, rules: RecordBatchRules()).headers.first)
        #expect(header.attributes.compression == codec)
        #expect(header.recordCount == 50)
        #expect(header.producerID == 4)
        let records = try #require(batch.getSlice(at: RecordBatchHeader.size, length: batch.readableBytes - RecordBatchHeader.size))
        var reader = RecordReader(header: header, records: try decompress(records, codec, limit: 1 << 20))
        var count = 0
        while let record = try reader.next() {
            #expect(record.value == ByteBuffer(string: "value \(count)"))
            count += 1
        }
        #expect(count == 50)
    }

    @Test func `a batch is not compressed twice`() throws {
        var builder = RecordBatchBuilder()
        builder.append(key: nil, value: ByteBuffer(string: "value"), timestamp: 5)
        let batch = try compressBatch(builder.finish(), .lz4)
        #expect(throws: BatchCompressionError.batch(.unsupportedCompression(code: 3))) { try compressBatch(batch, .lz4) }
    }
}
