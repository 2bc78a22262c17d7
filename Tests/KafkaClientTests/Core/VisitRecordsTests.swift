import Determinism
import KafkaWire
import NIOCore
import Testing

@testable import KafkaClient

struct VisitRecordsTests {
    private func batch(at offset: Int64, _ values: [String], isControl: Bool = false) -> ByteBuffer {
        var builder = RecordBatchBuilder(baseOffset: offset, isControl: isControl)
        for value in values { builder.append(key: nil, value: ByteBuffer(string: value), timestamp: 1) }
        return builder.finish()
    }

    private func joined(_ batches: ByteBuffer...) -> ByteBuffer {
        var all = ByteBuffer()
        for batch in batches { all.writeImmutableBuffer(batch) }
        return all
    }

    private func visit(_ bytes: ByteBuffer, from position: Int64 = 0, upTo limit: Int64 = .max) throws -> (next: Int64, values: [String]) {
        var values: [String] = []
        let next = try visitRecords(in: bytes, from: position, upTo: limit) { values.append($0.value.map { String(buffer: $0) } ?? "") }
        return (next, values)
    }

    @Test func `records of all batches come in order`() throws {
        let result = try visit(joined(batch(at: 0, ["a", "b"]), batch(at: 2, ["c"])))
        #expect(result.values == ["a", "b", "c"])
        #expect(result.next == 3)
    }

    @Test func `a batch that began before the position gives only what is asked for`() throws {
        #expect(try visit(batch(at: 10, ["a", "b", "c"]), from: 11).values == ["b", "c"])
        #expect(try visit(batch(at: 10, ["a", "b", "c"]), from: 10, upTo: 12).values == ["a", "b"])
    }

    @Test func `control records are passed over`() throws {
        let result = try visit(joined(batch(at: 0, ["a"]), batch(at: 1, ["marker"], isControl: true), batch(at: 2, ["b"])))
        #expect(result.values == ["a", "b"])
        #expect(result.next == 3)
    }

    @Test func `a batch that is cut off at the end waits for the next fetch, wherever the cut is`() throws {
        let first = batch(at: 0, ["a"])
        let whole = joined(first, batch(at: 1, ["b"]))
        for length in first.readableBytes..<whole.readableBytes {
            let cut = try #require(whole.getSlice(at: 0, length: length))
            let result = try visit(cut)
            #expect(result.values == ["a"])
            #expect(result.next == 1)
        }
    }

    @Test func `a gap that compaction left is crossed`() throws {
        let result = try visit(joined(batch(at: 5, ["a"]), batch(at: 40, ["b"])), from: 0)
        #expect(result.values == ["a", "b"])
        #expect(result.next == 41)
    }

    @Test func `a flipped bit under the checksum ends the reading`() throws {
        let good = batch(at: 0, ["abc"])
        for index in 21..<good.readableBytes {
            var bad = good
            bad.setInteger(try #require(bad.getInteger(at: index, as: UInt8.self)) ^ 0x10, at: index)
            #expect(throws: KafkaClientError.self) { try visit(bad) }
        }
    }

    @Test func `hostile bytes end in an error or in nothing, never in a trap`() {
        var chance = SeededGenerator(seed: 0x5EED)
        let good = joined(batch(at: 0, ["a", "bb"]), batch(at: 2, ["ccc"]), batch(at: 3, ["d"]))
        for _ in 0..<5000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &chance) {
                bytes.setInteger(UInt8.random(in: 0...255, using: &chance), at: Int.random(in: 0..<bytes.readableBytes, using: &chance))
            }
            let length = Int.random(in: 0...bytes.readableBytes, using: &chance)
            guard let cut = bytes.getSlice(at: 0, length: length) else { continue }
            let start = Int64.random(in: 0...4, using: &chance)
            let next = try? visitRecords(in: cut, from: start, upTo: 100) { _ in }
            if let next { #expect(next >= start) }
        }
    }
}
