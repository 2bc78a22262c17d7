import Determinism
import KafkaWire
import NIOCore
import Testing
@testable import BatchCompression

private let codecs: [RecordCompression] = [.gzip, .snappy, .lz4, .zstd]

@Suite struct HostileDataTests {
    @Test(arguments: codecs)
    func `a bomb is refused, and a byte less than the limit is not`(codec: RecordCompression) throws {
        let size = 4 << 20
        let bomb = try compress(ByteBuffer(repeating: 0, count: size), codec)
        #expect(throws: CompressionError.tooLarge(limit: size - 1)) { try decompress(bomb, codec, limit: size - 1) }
        #expect(throws: CompressionError.tooLarge(limit: 0)) { try decompress(bomb, codec, limit: 0) }
        #expect(try decompress(bomb, codec, limit: size).readableBytes == size)
    }

    @Test func `no compression has the limit, too`() throws {
        #expect(throws: CompressionError.tooLarge(limit: 3)) { try decompress(ByteBuffer(string: "four"), .none, limit: 3) }
    }

    @Test(arguments: codecs)
    func `every shorter piece is an error`(codec: RecordCompression) throws {
        let whole = try compress(ByteBuffer(string: String(repeating: "some text ", count: 30)), codec)
        for length in 0..<whole.readableBytes {
            let piece = try #require(whole.getSlice(at: 0, length: length))
            // Snappy's frames end where the data ends: without the last one there is less, and nobody can tell.
            if codec == .snappy, length == 16 { continue }
            #expect(throws: CompressionError.self, "\(length) bytes") { try decompress(piece, codec, limit: 1_000) }
        }
    }

    @Test(arguments: codecs)
    func `bytes after the end are an error`(codec: RecordCompression) throws {
        var data = try compress(ByteBuffer(string: "text"), codec)
        data.writeInteger(0 as UInt8)
        #expect(throws: CompressionError.self) { try decompress(data, codec, limit: 1_000) }
        var twice = try compress(ByteBuffer(string: "text"), codec)
        twice.writeImmutableBuffer(try compress(ByteBuffer(string: "text"), codec))
        #expect(throws: CompressionError.self) { try decompress(twice, codec, limit: 1_000) }
    }

    @Test func `a snappy block that says it is enormous gets no memory for it`() {
        // 256 MB, said in five bytes.
        let block = ByteBuffer(bytes: [0x80, 0x80, 0x80, 0x80, 0x01, 0x00])
        #expect(throws: CompressionError.malformed(.snappy, reason: "a block says that it is longer than it can be")) {
            try decompress(block, .snappy, limit: 1 << 30)
        }
    }

    @Test func `xerial frames with impossible lengths are refused`() {
        let header: [UInt8] = [0x82, 0x53, 0x4E, 0x41, 0x50, 0x50, 0x59, 0x00, 0, 0, 0, 1, 0, 0, 0, 1]
        for frame: [UInt8] in [[0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0x7F, 0xFF, 0xFF, 0xFF, 1], [0, 0, 0, 9, 1], [0, 0]] {
            #expect(throws: CompressionError.self) { try decompress(ByteBuffer(bytes: header + frame), .snappy, limit: 1_000) }
        }
        var later = header
        later[15] = 2
        #expect(throws: CompressionError.malformed(.snappy, reason: "its frames are of version 2")) {
            try decompress(ByteBuffer(bytes: later), .snappy, limit: 1_000)
        }
    }

    @Test func `a zstd frame that asks for a larger window than may come out is refused`() {
        // Magic; no content size; window of 2^27 and more; an empty last block.
        let frame = ByteBuffer(bytes: [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x8F, 0x01, 0x00, 0x00])
        #expect(throws: CompressionError.tooLarge(limit: 1 << 20)) { try decompress(frame, .zstd, limit: 1 << 20) }
    }

    @Test(arguments: codecs)
    func `frames to be skipped are refused`(codec: RecordCompression) {
        let skippable = ByteBuffer(bytes: [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 1, 1])
        #expect(throws: CompressionError.self) { try decompress(skippable, codec, limit: 1_000) }
    }

    @Test(arguments: codecs)
    func `chance, and damaged data, never get more than the limit, nor bring us down`(codec: RecordCompression) throws {
        var generator = SeededGenerator(seed: UInt64(codec.rawValue))
        let texts = [200, 5_000, 70_000].map { size in
            ByteBuffer(bytes: (0..<size).map { _ in UInt8.random(in: 97...104, using: &generator) })
        }
        let whole = try texts.map { Array(try compress($0, codec).readableBytesView) }
        var refused = 0
        for round in 0..<3_000 {
            var bytes: [UInt8]
            if round % 3 == 0 {
                bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
                // Past the magic, where there is more to go wrong.
                if round % 2 == 0 { bytes = Array(whole[0].prefix(Int.random(in: 4...20, using: &generator))) + bytes }
            } else {
                bytes = whole[round % 7 == 1 ? 2 : round % 2]
                for _ in 0..<Int.random(in: 1...4, using: &generator) {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    switch round % 4 {
                    case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
                    case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
                    case 2: bytes.insert(UInt8.random(in: .min ... .max, using: &generator), at: place)
                    default: bytes.removeSubrange(place..<min(place + 5, bytes.count))
                    }
                    if bytes.isEmpty { bytes = [0] }
                }
            }
            do {
                let out = try decompress(ByteBuffer(bytes: bytes), codec, limit: 100_000)
                #expect(out.readableBytes <= 100_000)
            } catch {
                refused += 1
            }
        }
        #expect(refused > 1_500)
    }
}
