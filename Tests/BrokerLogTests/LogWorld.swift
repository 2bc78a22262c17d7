import BrokerLog
import Determinism
import KafkaWire
import NIOCore
import Testing

/// A log on a disk in memory, and the few words that tests about it are written in.
struct LogWorld {
    var storage = MemoryStorage()
    var configuration = LogConfiguration(segmentBytes: 1_000, retentionAge: nil, indexIntervalBytes: 150)
    var now = Instant(millisecondsSinceEpoch: 1_700_000_000_000)
    static let directory = "data/orders-0"

    @discardableResult
    func open() throws -> (log: PartitionLog, report: RecoveryReport) {
        try PartitionLog.open(storage: storage, directory: Self.directory, configuration: configuration)
    }

    func path(_ baseOffset: Int, _ suffix: String = "log") -> String {
        let digits = String(baseOffset)
        return Self.directory + "/" + String(repeating: "0", count: 20 - digits.count) + digits + "." + suffix
    }

    /// A log with so many batches of `records` records each, appended at times that grow by ten.
    func filled(batches: Int, records: Int = 2) throws -> PartitionLog {
        let log = try open().log
        for index in 0..<batches {
            _ = try log.append(
                batch(records: records, named: "b\(index)", timestamp: Int64(index) * 10 * Int64(records)), now: now)
        }
        return log
    }
}

/// A batch of records whose values tell them apart: "name/0", "name/1", … with timestamps growing by ten.
func batch(records: Int = 2, named name: String = "r", timestamp: Int64 = 0, padding: Int = 0) throws -> CheckedRecords {
    var builder = RecordBatchBuilder()
    for index in 0..<records {
        builder.append(
            key: padding > 0 ? ByteBuffer(repeating: 0x2E, count: padding) : nil,
            value: ByteBuffer(string: "\(name)/\(index)"), timestamp: timestamp + Int64(index) * 10)
    }
    return try checkRecords(builder.finish(), rules: .init())
}

/// All records of whole batches.
func records(in bytes: ByteBuffer) throws -> [Record] {
    var found: [Record] = []
    var position = bytes.readerIndex
    while position < bytes.writerIndex {
        var reader = try RecordReader(batchAt: position, in: bytes)
        while let record = try reader.next() { found.append(record) }
        position += reader.header.sizeInBytes
    }
    return found
}

extension Record {
    var text: String { value.map { String(buffer: $0) } ?? "" }
}

extension PartitionLog {
    /// Every record from an offset on, by as many reads as it takes.
    func readAll(from offset: Int64? = nil, maxBytes: Int = 700, upTo limit: Int64 = .max) throws -> [Record] {
        var next = offset ?? logStartOffset
        var found: [Record] = []
        while true {
            let bytes = try read(from: next, maxBytes: maxBytes, upTo: limit)
            guard bytes.readableBytes > 0 else { return found }
            let part = try records(in: bytes)
            found += part.filter { $0.offset >= next }
            guard let last = part.last, last.offset >= next else {
                Issue.record("a read at \(next) made no progress")
                return found
            }
            next = last.offset + 1
        }
    }
}
