import Determinism
import KafkaWire
import NIOCore
import Testing

@Suite struct FrameSplitterTests {
    @Test func `any split of a stream gives the same frames`() throws {
        var generator = SeededGenerator(seed: 3)
        var stream = ByteBuffer()
        var frames: [ByteBuffer] = []
        for length in [0, 1, 3, 4, 5, 0, 100, 1000, 7] {
            let frame = ByteBuffer(bytes: (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
            stream.writeInteger(Int32(length))
            stream.writeImmutableBuffer(frame)
            frames.append(frame)
        }
        for round in 0..<500 {
            var rest = stream
            var splitter = FrameSplitter(maxFrameLength: 1000)
            var seen: [ByteBuffer] = []
            while rest.readableBytes > 0 {
                let longest = round % 2 == 0 ? 20 : 700
                let most = round == 0 ? 1 : Int.random(in: 1...longest, using: &generator)
                let piece = rest.readSlice(length: min(most, rest.readableBytes))
                splitter.append(try #require(piece))
                // Taking frames late must not matter either.
                while Bool.random(using: &generator), let frame = try splitter.next() { seen.append(frame) }
            }
            while let frame = try splitter.next() { seen.append(frame) }
            #expect(seen == frames)
            #expect(splitter.pendingBytes == 0)
        }
    }

    @Test func `a frame at the limit passes and one above it does not`() throws {
        var splitter = FrameSplitter(maxFrameLength: 4)
        splitter.append(ByteBuffer(hex: "00000004 01020304 00000005"))
        #expect(try splitter.next() == ByteBuffer(hex: "01020304"))
        #expect(throws: FrameError.tooLarge(length: 5, limit: 4)) { try splitter.next() }
        splitter.append(ByteBuffer(hex: "00000000"))
        #expect(throws: FrameError.tooLarge(length: 5, limit: 4)) { try splitter.next() }
    }

    @Test func `a negative length is refused`() {
        var splitter = FrameSplitter()
        splitter.append(ByteBuffer(hex: "ffffffff"))
        #expect(throws: FrameError.negativeLength(-1)) { try splitter.next() }
    }

    @Test func `a frame that was taken stays as it was while more arrives`() throws {
        var splitter = FrameSplitter()
        splitter.append(ByteBuffer(hex: "00000002 aabb 000000"))
        let frame = try #require(try splitter.next())
        splitter.append(ByteBuffer(hex: "01 cc"))
        #expect(try splitter.next() == ByteBuffer(hex: "cc"))
        #expect(frame == ByteBuffer(hex: "aabb"))
    }

    @Test func `a huge claim within the limit costs nothing before its bytes arrive`() throws {
        var splitter = FrameSplitter(maxFrameLength: 1 << 30)
        splitter.append(ByteBuffer(hex: "3fffffff 00"))
        #expect(try splitter.next() == nil)
        #expect(splitter.pendingBytes == 5)
    }
}
