import KafkaWire
import NIOCore

/// A batch of records named k0, k1, … whose timestamps grow by ten.
func makeBatch(
    records: Int = 3, baseOffset: Int64 = 0, producer: RecordBatchBuilder.Producer? = nil,
    isTransactional: Bool = false, isControl: Bool = false, timestamp: Int64 = 1_000, valueBytes: Int = 5
) -> ByteBuffer {
    var builder = RecordBatchBuilder(
        baseOffset: baseOffset, producer: producer, isTransactional: isTransactional, isControl: isControl
    )
    for index in 0..<records {
        builder.append(
            key: ByteBuffer(string: "k\(index)"), value: ByteBuffer(repeating: UInt8(ascii: "v"), count: valueBytes),
            headers: index == 1 ? [RecordHeader(name: "h", value: ByteBuffer(string: "x")), RecordHeader(name: "", value: nil)] : [],
            timestamp: timestamp + Int64(index) * 10
        )
    }
    return builder.finish()
}

/// Puts the first batch's checksum right after a change within what it covers, if there is a batch at all.
func mendChecksum(_ batch: inout ByteBuffer) throws {
    do {
        _ = try checkRecords(batch, rules: .init(walksRecords: false))
    } catch RecordBatchError.checksumMismatch(_, let computed) {
        batch.setInteger(computed, at: batch.readerIndex + 17)
    } catch {
        return
    }
}
