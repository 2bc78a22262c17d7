import KafkaWire
import NIOCore
import Testing

@Suite struct `A record batch` {
    @Test func `reads back as it was built`() throws {
        let batch = makeBatch(
            records: 3, baseOffset: 40, producer: .init(id: 9, epoch: 2, baseSequence: 5), isTransactional: true)
        let header = try RecordBatchHeader(at: 0, in: batch)
        #expect(header.baseOffset == 40)
        #expect(header.lastOffset == 42)
        #expect(header.nextOffset == 43)
        #expect(header.recordCount == 3)
        #expect(header.baseTimestamp == 1_000)
        #expect(header.maxTimestamp == 1_020)
        #expect(header.producerID == 9)
        #expect(header.producerEpoch == 2)
        #expect(header.baseSequence == 5)
        #expect(header.lastSequence == 7)
        #expect(header.attributes.isTransactional)
        #expect(!header.attributes.isControl)
        #expect(header.sizeInBytes == batch.readableBytes)

        var reader = try RecordReader(batchAt: 0, in: batch)
        var records: [Record] = []
        while let record = try reader.next() { records.append(record) }
        #expect(records.map(\.offset) == [40, 41, 42])
        #expect(records.map(\.timestamp) == [1_000, 1_010, 1_020])
        #expect(records.map { $0.key.map { String(buffer: $0) } } == ["k0", "k1", "k2"])
        #expect(records[1].headers == [
            RecordHeader(name: "h", value: ByteBuffer(string: "x")), RecordHeader(name: "", value: nil),
        ])
        #expect(records[2].headers.isEmpty)
    }

    @Test func `is laid out as the format says`() {
        var builder = RecordBatchBuilder()
        builder.append(key: nil, value: ByteBuffer(string: "hi"), timestamp: 0x0102_0304_0506_0708)
        let batch = builder.finish()
        var expected: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]  // base offset
        expected += [0, 0, 0, 58]  // length of the rest
        expected += [255, 255, 255, 255, 2]  // leader epoch, magic
        expected += Array(batch.getBytes(at: 17, length: 4) ?? [])
        expected += [0, 0, 0, 0, 0, 0]  // attributes, last offset delta
        expected += [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8]
        expected += [UInt8](repeating: 255, count: 14)  // no producer
        expected += [0, 0, 0, 1]
        expected += [16, 0, 0, 0, 1, 4, UInt8(ascii: "h"), UInt8(ascii: "i"), 0]
        #expect(Array(batch.readableBytesView) == expected)
    }

    @Test func `knows null from empty and keeps negative and distant timestamps`() throws {
        var builder = RecordBatchBuilder()
        builder.append(key: nil, value: ByteBuffer(), timestamp: 5)
        builder.append(key: ByteBuffer(), value: nil, timestamp: -1)
        builder.append(key: nil, value: nil, timestamp: Int64.max)
        var reader = try RecordReader(batchAt: 0, in: builder.finish())
        let first = try #require(try reader.next())
        #expect(first.key == nil && first.value == ByteBuffer())
        let second = try #require(try reader.next())
        #expect(second.key == ByteBuffer() && second.value == nil && second.timestamp == -1)
        #expect(try reader.next()?.timestamp == Int64.max)
        #expect(try reader.next() == nil)
    }

    @Test func `sequence numbers begin anew after the largest`() throws {
        let batch = makeBatch(records: 3, producer: .init(id: 1, epoch: 0, baseSequence: Int32.max - 1))
        #expect(try RecordBatchHeader(at: 0, in: batch).lastSequence == 0)
    }

    @Test func `a transaction's marker is a control batch that says how it ended`() throws {
        let batch = TransactionMarker.commit.batch(producerID: 4, producerEpoch: 1, coordinatorEpoch: 7, timestamp: 9)
        let header = try RecordBatchHeader(at: 0, in: batch)
        #expect(header.attributes.isControl && header.attributes.isTransactional)
        var reader = try RecordReader(batchAt: 0, in: batch)
        let record = try #require(try reader.next())
        #expect(TransactionMarker(controlKey: record.key) == .commit)
        #expect(record.value.map { Array($0.readableBytesView) } == [0, 0, 0, 0, 0, 7])
        #expect(throws: RecordBatchError.controlBatchFromClient) { try checkRecords(batch, rules: .init()) }
        #expect(try checkRecords(batch, rules: .init(origin: .broker)).recordCount == 1)
    }

    @Test func `offsets and epoch are rewritten without touching the checksum`() throws {
        var batch = makeBatch()
        let before = try RecordBatchHeader(at: 0, in: batch)
        try RecordBatchRewrite(baseOffset: 1_000_000_007, partitionLeaderEpoch: 3).apply(to: &batch, at: 0)
        let after = try RecordBatchHeader(at: 0, in: batch)
        #expect(after.baseOffset == 1_000_000_007 && after.partitionLeaderEpoch == 3)
        #expect(after.crc == before.crc)
        _ = try checkRecords(batch, rules: .init(origin: .broker))
    }

    @Test func `log append time takes the place of the producer's time and is checksummed`() throws {
        var batch = makeBatch()
        try RecordBatchRewrite(baseOffset: 7, partitionLeaderEpoch: 0, appendTime: 55_555).apply(to: &batch, at: 0)
        let after = try RecordBatchHeader(at: 0, in: batch)
        #expect(after.attributes.timestampType == .logAppendTime && after.maxTimestamp == 55_555)
        _ = try checkRecords(batch, rules: .init(origin: .broker))
        var reader = try RecordReader(batchAt: 0, in: batch)
        while let record = try reader.next() { #expect(record.timestamp == 55_555) }
    }
}
