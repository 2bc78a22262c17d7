import HeddleRuntime
import Testing

/// Avro 1.12, "Arrays" and "Maps", as their writers may write them, and as nobody should.
@Suite struct AvroBlockTests {
    private func longs(_ bytes: [UInt8]) -> Result<[Int64], CodecError> {
        outcome(bytes) { (reader) throws(CodecError) in
            try reader.readAvroArray(minimum: 1) { (reader) throws(CodecError) in try reader.readAvroLong() }
        }
    }

    private func skippedLongs(_ bytes: [UInt8], jumping: Bool) -> Result<Void, CodecError> {
        outcome(bytes) { (reader) throws(CodecError) in
            let skip = { (reader: inout ByteReader) throws(CodecError) -> Void in try reader.skipAvroLong() }
            if jumping { try reader.jumpAvroBlocks(minimum: 1, skip) } else { try reader.skipAvroArray(minimum: 1, skip) }
        }
    }

    private func map(_ bytes: [UInt8]) -> Result<[String: Int64], CodecError> {
        outcome(bytes) { (reader) throws(CodecError) in
            try reader.readAvroMap(minimum: 1) { (reader) throws(CodecError) in try reader.readAvroLong() }
        }
    }

    @Test func `blocks are read with their sizes and without, and many of them`() {
        for bytes: [UInt8] in [[4, 6, 54, 0], [3, 4, 6, 54, 0], [2, 6, 2, 54, 0], [1, 2, 6, 2, 54, 0], [2, 6, 1, 2, 54, 0]] {
            #expect(longs(bytes).value == [3, 27], "\(bytes)")
            #expect(skippedLongs(bytes, jumping: false).refusal == nil, "\(bytes)")
            #expect(skippedLongs(bytes, jumping: true).refusal == nil, "\(bytes)")
        }
        #expect(longs([0]).value == [])
    }

    @Test func `no count is believed that the input cannot hold`() {
        #expect(longs([20, 2, 2, 0]).refusal == "[0] at byte 0: 10 elements are more than the 3 bytes that are left can hold")
        #expect(longs([0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]).refusal?.contains("more than the 0 bytes") == true)
        // The least long has no counterpart.
        #expect(longs([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0]).refusal == "[0] at byte 0: expected a number of elements")
        // Of a sized block the size too.
        #expect(longs([1, 40, 6, 0]).refusal?.contains("the input ends here") == true)
        #expect(longs([1, 1, 6, 0]).refusal?.contains("a length, which is not negative") == true)
        #expect(skippedLongs([1, 40, 6, 0], jumping: true).refusal?.contains("the input ends here") == true)
    }

    @Test func `what ends too early is told by its index`() {
        #expect(longs([]).refusal == "[0] at byte 0: the input ends here")
        #expect(longs([4, 6, 54]).refusal == "[2] at byte 3: the input ends here")
        #expect(longs([4, 6, 0x80]).refusal == "[1] at byte 3: the input ends here")
        #expect(skippedLongs([4, 6, 0x80], jumping: false).refusal == "[1] at byte 3: the input ends here")
        #expect(map([2, 2, 0x61]).refusal == "[…] at byte 3: the input ends here")
    }

    @Test func `elements without a byte are bounded by number`() throws {
        let nulls = { (bytes: [UInt8]) in
            outcome(bytes) { (reader) throws(CodecError) in
                try reader.readAvroArray(minimum: 0) { (_) throws(CodecError) in NullValue() }.count
            }
        }
        let skipped = { (bytes: [UInt8]) in
            outcome(bytes) { (reader) throws(CodecError) in try reader.skipAvroArray(minimum: 0) { (_) throws(CodecError) in } }
        }
        func blocks(_ counts: [Int64]) throws -> [UInt8] {
            try written { writer in
                for count in counts { writer.writeAvroLong(count) }
                writer.writeAvroLong(0)
            }
        }
        let most = Int64(ByteReader.maximumEmptyElements)
        #expect(nulls(try blocks([most])).value == 65_536)
        #expect(nulls(try blocks([most - 1, 1])).value == 65_536)
        for counts in [[most + 1], [most, 1], [1, most], [.max], [1, .max]] {
            #expect(nulls(try blocks(counts)).refusal?.contains("more than 65536 elements") == true, "\(counts)")
            #expect(skipped(try blocks(counts)).refusal?.contains("more than 65536 elements") == true, "\(counts)")
        }
    }

    @Test func `of two entries with one key the later one counts, and pairs keep both`() {
        let bytes: [UInt8] = [4, 2, 0x61, 2, 2, 0x61, 4, 0]
        #expect(map(bytes).value == ["a": 2])
        let pairs = outcome(bytes) { (reader) throws(CodecError) in
            try reader.readAvroPairs(minimum: 1) { (reader) throws(CodecError) in try reader.readAvroLong() }
        }
        #expect(pairs.value == [MapEntry(key: "a", value: 1), MapEntry(key: "a", value: 2)])
        let skipped = outcome(bytes) { (reader) throws(CodecError) in
            try reader.skipAvroMap { (reader) throws(CodecError) in try reader.skipAvroLong() }
        }
        #expect(skipped.refusal == nil)
    }

    @Test func `unions of null stand in either order`() {
        let optional = { (bytes: [UInt8], null: Int) in
            outcome(bytes) { (reader) throws(CodecError) in
                try reader.readAvroOptional(null: null) { (reader) throws(CodecError) in try reader.readAvroLong() }
            }
        }
        #expect(optional([2, 6], 0).value == .some(3))
        #expect(optional([0], 0).value == .some(nil))
        #expect(optional([0, 6], 1).value == .some(3))
        #expect(optional([2], 1).value == .some(nil))
        #expect(optional([4], 0).refusal == "at byte 0: expected an index from 0 to 1")
    }

    @Test func `values lie at most 128 deep in each other`() throws {
        let bytes: [UInt8] = []
        var reader = ByteReader(bytes.span.bytes)
        for _ in 0..<ByteReader.maximumDepth { try reader.enter() }
        var refusal: CodecError?
        do throws(CodecError) { try reader.enter() } catch { refusal = error }
        #expect(refusal?.description == "at byte 0: values lie more than 128 deep in each other")
        reader.leave()
        try reader.enter()
        #expect(reader.depth == 128)
    }
}
