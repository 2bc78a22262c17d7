import ContractModel
import Determinism
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

@Suite struct ValidationFuzzTests {
    /// Batches whose checksum holds, and whose records are anybody's: answered each, and what was refused is not stored.
    @Test(arguments: [RecordCompression.none, .gzip, .snappy, .lz4, .zstd])
    func `spoiled records under enforce-payload are answered`(codec: RecordCompression) throws {
        var generator = SeededGenerator(seed: 40 + UInt64(codec.rawValue))
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforcePayload, configs: ["heddle.key.validation": "enforce-payload"])
        var stored: Int64 = 0
        var refused = 0
        for _ in 0..<700 {
            let records = (0..<Int.random(in: 1...4, using: &generator)).map { _ in record(&generator) }
            var batch = try world.batch(records, codec)
            if Int.random(in: 0..<3, using: &generator) == 0 {
                let place = Int.random(in: RecordBatchHeader.size..<batch.readableBytes, using: &generator)
                batch.setInteger(UInt8.random(in: .min ... .max, using: &generator), at: place)
                batch = try batch.withFreshChecksum()
            }
            let answer = try world.produce(world.produceRequest(batch, to: "orders"))
            if answer.errorCode == .none {
                #expect(answer.baseOffset == stored)
                stored += Int64(records.count)
            } else {
                refused += 1
                #expect([.invalidRecord, .messageTooLarge, .corruptMessage].contains(answer.errorCode))
                #expect(answer.recordErrors.allSatisfy { (0..<Int32(records.count + 1)).contains($0.batchIndex) })
            }
        }
        #expect(refused > 100 && stored > 100)
        #expect(try world.latestOffset(of: "orders") == stored)
        #expect(world.failure == nil)
    }

    private func record(_ generator: inout SeededGenerator) -> Sent {
        var headers: [RecordHeader] = []
        if Int.random(in: 0..<12, using: &generator) == 0 {
            let name = Bool.random(using: &generator) ? "__value_schema_id" : "__key_schema_id"
            let bytes = (0..<Int.random(in: 0...20, using: &generator)).map { _ in UInt8.random(in: 0...3, using: &generator) }
            headers.append(RecordHeader(name: name, value: ByteBuffer(bytes: bytes)))
        }
        return Sent(key: payload(&generator), value: payload(&generator), headers: headers)
    }

    private func payload(_ generator: inout SeededGenerator) -> ByteBuffer? {
        let format = ContractFormat.allCases[Int.random(in: 0..<ContractFormat.allCases.count, using: &generator)]
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: return nil
        case 1: return ByteBuffer()
        case 2, 3:
            var bytes = Array(OrderSchemas.payload(format).readableBytesView)
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: .min ... .max, using: &generator)
            return ByteBuffer(bytes: bytes)
        case 4:
            let body = (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            return OrderSchemas.payload(format, body)
        default: return OrderSchemas.payload(format)
        }
    }
}
