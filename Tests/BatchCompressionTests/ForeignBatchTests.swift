import Foundation
import KafkaWire
import NIOCore
import Testing
@testable import BatchCompression

/// Batches that clients which others wrote have compressed (Fixtures/wire/compressed.py).
@Suite struct ForeignBatchTests {
    struct Line: Decodable, CustomTestStringConvertible, Sendable {
        var client: String
        var codec: String
        var batch: String
        var testDescription: String { "\(client) \(codec)" }

        var bytes: ByteBuffer {
            let digits = batch.compactMap(\.hexDigitValue)
            return ByteBuffer(bytes: stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
        }
    }

    static let lines: [Line] = {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/wire/compressed-batches.jsonl")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }()

    @Test func `there is a batch of every client and codec`() {
        #expect(Set(Self.lines.map { "\($0.client) \($0.codec)" }).count == 15)
    }

    @Test(arguments: lines)
    func `the records are read`(line: Line) throws {
        let bytes = line.bytes
        let header = try RecordBatchHeader(at: 0, in: bytes)
        let codec = try #require(header.attributes.compression)
        #expect("\(codec)" == line.codec)
        let records = try #require(bytes.getSlice(at: RecordBatchHeader.size, length: header.sizeInBytes - RecordBatchHeader.size))
        var reader = RecordReader(header: header, records: try decompress(records, codec, limit: 1 << 20))
        var count = 0
        while let record = try reader.next() {
            #expect(record.key == ByteBuffer(string: "k\(count)"))
            #expect(record.value == ByteBuffer(string: String(repeating: "value \(count) ", count: 10)))
            if line.client != "kcat" {
                #expect(record.headers == [RecordHeader(name: "n", value: ByteBuffer(string: "\(count)"))])
            }
            count += 1
        }
        #expect(count == 20)
    }

    /// Both ways of writing snappy are among them, or the test above says less than it seems to.
    @Test func `snappy is there raw and in frames`() throws {
        let starts = try Self.lines.filter { $0.codec == "snappy" }.map { line -> Bool in
            try #require(line.bytes.getBytes(at: RecordBatchHeader.size, length: 4)) == [0x82, 0x53, 0x4E, 0x41]
        }
        #expect(Set(starts) == [true, false])
    }
}
