import KafkaWire
import NIOCore
import Testing

@Suite struct `Records that a producer sends` {
    @Test func `several batches in a row are counted`() throws {
        var bytes = makeBatch(records: 3)
        bytes.writeImmutableBuffer(makeBatch(records: 2))
        let checked = try checkRecords(bytes, rules: .init())
        #expect(checked.headers.map(\.recordCount) == [3, 2])
        #expect(checked.recordCount == 5)
        #expect(throws: RecordBatchError.moreThanOneBatch) { try checkRecords(bytes, rules: .init(allowsManyBatches: false)) }
    }

    @Test func `nothing at all is refused`() {
        #expect(throws: RecordBatchError.noBatches) { try checkRecords(ByteBuffer(), rules: .init()) }
    }

    @Test func `a batch cut anywhere is refused`() {
        let whole = makeBatch()
        for length in 1..<whole.readableBytes {
            let error = #expect(throws: RecordBatchError.self) {
                try checkRecords(whole.getSlice(at: 0, length: length) ?? ByteBuffer(), rules: .init())
            }
            #expect(error?.kind == .corruptMessage)
        }
    }

    @Test func `a flipped bit anywhere under the checksum is found`() {
        let whole = makeBatch()
        for bit in (RecordBatchHeader.checksumStart * 8)..<(whole.readableBytes * 8) {
            var batch = whole
            let byte = batch.getInteger(at: bit / 8, as: UInt8.self) ?? 0
            batch.setInteger(byte ^ (1 << UInt8(bit % 8)), at: bit / 8)
            #expect(throws: RecordBatchError.self) { try checkRecords(batch, rules: .init()) }
        }
    }

    @Test(arguments: [
        (16, [0], RecordBatchError.Kind.unsupportedForMessageFormat),
        (16, [1], .unsupportedForMessageFormat),
        (8, [0, 0, 0, 3], .corruptMessage),
        (8, [0x80, 0, 0, 3], .corruptMessage),
        (22, [5], .unsupportedCompressionType),
        (22, [0x20], .invalidRecord),
        (22, [0x08], .invalidTimestamp),
        (22, [0x10], .invalidRecord),
        (26, [7], .invalidRecord),
        (7, [1], .invalidRecord),
        (60, [4], .invalidRecord),
        (60, [0], .invalidRecord),
        (0, [0x80], .invalidRecord),
        (43, [0, 0, 0, 0, 0, 0, 0, 1], .invalidRecord),
    ] as [(Int, [UInt8], RecordBatchError.Kind)])
    func `each field that does not fit has its answer`(position: Int, bytes: [UInt8], kind: RecordBatchError.Kind) throws {
        var batch = makeBatch()
        batch.setBytes(bytes, at: position)
        try mendChecksum(&batch)
        let error = #expect(throws: RecordBatchError.self) { try checkRecords(batch, rules: .init()) }
        #expect(error?.kind == kind, "\(String(describing: error))")
    }

    @Test func `a batch above the limit is refused before its bytes are counted`() {
        let batch = makeBatch()
        let size = batch.readableBytes
        #expect(throws: Never.self) { try checkRecords(batch, rules: .init(maximumBatchBytes: size)) }
        #expect(throws: RecordBatchError.tooLarge(bytes: size, limit: size - 1)) {
            try checkRecords(batch, rules: .init(maximumBatchBytes: size - 1))
        }
    }

    @Test func `records without keys are named where keys are required`() throws {
        var builder = RecordBatchBuilder()
        for key in ["a", nil, "b", nil] {
            builder.append(key: key.map { ByteBuffer(string: $0) }, value: nil, timestamp: 0)
        }
        let batch = builder.finish()
        #expect(throws: RecordBatchError.keysMissing(records: [1, 3])) {
            try checkRecords(batch, rules: .init(requiresKeys: true))
        }
        #expect(throws: Never.self) { try checkRecords(batch, rules: .init()) }
    }

    @Test func `a maximum timestamp that the records do not have is set right`() throws {
        var batch = makeBatch()
        batch.setInteger(999_999 as Int64, at: 35)
        try mendChecksum(&batch)
        let checked = try checkRecords(batch, rules: .init())
        #expect(checked.headers[0].maxTimestamp == 1_020)
        let rewrite = RecordBatchRewrite(baseOffset: 0, partitionLeaderEpoch: 0)
        var rewritten = ByteBuffer()
        rewrite.header(for: checked.headers[0], of: batch).write(into: &rewritten)
        rewritten.writeImmutableBuffer(batch.getSlice(at: 61, length: batch.readableBytes - 61) ?? ByteBuffer())
        #expect(try RecordBatchHeader(at: 0, in: rewritten).maxTimestamp == 1_020)
        _ = try checkRecords(rewritten, rules: .init(origin: .broker))
    }

    @Test func `zstd waits for Produce 7`() throws {
        var batch = makeBatch()
        batch.setInteger(4 as UInt8, at: 22)
        try mendChecksum(&batch)
        #expect(throws: Never.self) { try checkRecords(batch, rules: .init()) }
        #expect(throws: RecordBatchError.unsupportedCompression(code: 4)) {
            try checkRecords(batch, rules: .init(allowsZstandard: false))
        }
    }

    @Test func `a checksum that is right does not make records right`() throws {
        let whole = makeBatch()
        var refused = 0
        for position in RecordBatchHeader.size..<whole.readableBytes {
            var batch = whole
            batch.setInteger((batch.getInteger(at: position, as: UInt8.self) ?? 0) ^ 0x80, at: position)
            try mendChecksum(&batch)
            do {
                _ = try checkRecords(batch, rules: .init())
            } catch {
                refused += 1
                guard case RecordBatchError.malformedRecord = error else {
                    Issue.record("\(error)")
                    continue
                }
            }
        }
        #expect(refused > 10)
    }
}
