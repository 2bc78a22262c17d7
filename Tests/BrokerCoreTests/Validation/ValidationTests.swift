import ContractModel
import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

private let codecs: [RecordCompression] = [.none, .gzip, .snappy, .lz4, .zstd]

@Suite struct ValidationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var mode: ValidationMode
        var format: ContractFormat
        var part: RecordPart
        var testDescription: String { "\(mode) \(format) \(part)" }

        static let all = ValidationMode.allCases.flatMap { mode in
            ContractFormat.allCases.flatMap { format in
                RecordPart.allCases.map { Case(mode: mode, format: format, part: $0) }
            }
        }
    }

    @Test(arguments: Case.all)
    func `each mode lets pass and refuses what it should, however the batch is compressed`(the: Case) throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(the.mode, the.part)
        let good = OrderSchemas.payload(the.format)
        var cut = good
        cut.moveWriterIndex(to: cut.writerIndex - 1)
        let plain = ByteBuffer(string: "no schema's id in front")
        let elsewhere = OrderSchemas.payload(.avro, id: 9)
        var stored: Int64 = 0
        for codec in codecs {
            func expect(_ payload: ByteBuffer, taken: Bool, _ what: String) throws {
                let answer = try world.produce([.part(the.part, good), .part(the.part, payload)], codec)
                #expect(answer.errorCode == (taken ? .none : .invalidRecord), "\(codec): \(what)")
                #expect(answer.recordErrors.map(\.batchIndex) == (taken ? [] : [1]))
                if taken { stored += 2 }
            }
            try expect(good, taken: true, "a good payload")
            try expect(cut, taken: the.mode != .enforcePayload, "a payload that is cut short")
            try expect(plain, taken: !the.mode.refuses, "a payload without a schema")
            try expect(elsewhere, taken: !the.mode.refuses, "a schema of another subject")
        }
        #expect(try world.latestOffset(of: "orders") == stored)
        let counts = world.broker.validationCounts["orders"] ?? ValidationCounts()
        let batches = codecs.count
        #expect(counts.warnedRecords == (the.mode == .warn ? 3 * batches : 0))
        #expect(counts.refusedRecords == (the.mode == .enforce ? 2 * batches : the.mode == .enforcePayload ? 3 * batches : 0))
        #expect(counts.checkedRecords == (the.mode == .none ? 0 : 8 * batches))
    }

    @Test(arguments: [ValidationMode.enforce, .enforcePayload])
    func `tombstones and null keys are taken, empty payloads are not`(mode: ValidationMode) throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(mode, configs: ["heddle.key.validation": mode.rawValue])
        let order = OrderSchemas.payload(.avro)
        #expect(try world.produce([Sent(key: nil, value: nil), Sent(key: order, value: nil), Sent(key: nil, value: order)]).errorCode == .none)
        let empty = try world.produce([Sent(key: ByteBuffer(), value: order), Sent(key: order, value: ByteBuffer())])
        #expect(empty.errorCode == .invalidRecord)
        #expect(empty.recordErrors.map(\.batchIndexErrorMessage) == [
            "the key is empty, and names no schema; expected a schema of subject 'orders-key'",
            "the value is empty, and names no schema; expected a schema of subject 'orders-value'",
        ])
    }

    @Test func `the answer names every bad record with what was found and what expected`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforcePayload)
        let good = OrderSchemas.payload(.avro)
        let answer = try world.produce([
            .value(good), .value(OrderSchemas.payload(.avro, id: 77)), .value(OrderSchemas.payload(.avro, id: 9)), .value(good),
            .value(ByteBuffer(string: "{}")), .value(ByteBuffer(bytes: [0, 0, 0])),
            .value(OrderSchemas.payload(.avro, [8, 97])), .value(OrderSchemas.payload(.jsonSchema, Array(#"{"id": 1, "amount": 2}"#.utf8))),
            .value(OrderSchemas.payload(.protobuf, [0x0A, 9])),
        ], .zstd)
        #expect(answer.errorCode == .invalidRecord)
        #expect(answer.recordErrors.map(\.batchIndex) == [1, 2, 4, 5, 6, 7, 8])
        #expect(answer.recordErrors.map(\.batchIndexErrorMessage) == [
            "the value names schema id 77, which is not registered; expected a schema of subject 'orders-value'",
            "the value names schema id 9, which is registered under subject 'payments-value'; expected a schema of subject 'orders-value'",
            "the value names no schema: it begins with 0x7b ('{'), not with the magic byte 0x00 and a schema id;"
                + " expected a schema of subject 'orders-value'",
            "the value has 3 bytes, and naming a schema takes 5; expected a schema of subject 'orders-value'",
            "the value is not what its schema id 1 says: 'id' has the length 4, which is not in the payload",
            "the value is not what its schema id 2 says: expected string, found the number 1 at '/id'",
            "the value is not what its schema id 3 says: as shop.Order: the length of 'id' goes beyond what it is in",
        ])
        #expect(answer.errorMessage == "Record 1 of the batch: the value names schema id 77, which is not registered;"
            + " expected a schema of subject 'orders-value' (7 records are refused).")
        #expect(try world.latestOffset(of: "orders") == 0)
    }

    @Test func `subjects are those of the config`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforce, configs: ["heddle.value.subjects": "payments-value, refunds-value"])
        #expect(try world.produce([.value(OrderSchemas.payload(.avro, id: 9))]).errorCode == .none)
        let other = try world.produce([.value(OrderSchemas.payload(.avro, id: 1))])
        #expect(other.recordErrors.first?.batchIndexErrorMessage?.contains("subjects 'payments-value', 'refunds-value'") == true)
    }

    @Test func `a change of the configs counts from the next batch on`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.none)
        let plain = Sent.value(ByteBuffer(string: "plain"))
        #expect(try world.produce([plain]).errorCode == .none)
        _ = try world.call(IncrementalAlterConfigsRequest(resources: [
            .init(resourceType: 2, resourceName: "orders", configs: [.init(name: "heddle.value.validation", configOperation: 0, value: "enforce")]),
        ]))
        #expect(try world.produce([plain]).errorCode == .invalidRecord)
        try world.restart()
        world.handle(.schemas(OrderSchemas.directory))
        #expect(try world.produce([plain]).errorCode == .invalidRecord)
    }

    @Test func `a schema may be named in a header, by GUID or id`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforcePayload)
        func header(_ bytes: [UInt8], name: String = "__value_schema_id") -> RecordHeader {
            RecordHeader(name: name, value: ByteBuffer(bytes: bytes))
        }
        let guid: [UInt8] = [1, 0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0xFE, 0xDC, 0xBA, 0x98, 0x76, 0x54, 0x32, 0x10]
        let avro = ByteBuffer(bytes: OrderSchemas.body(.avro))
        let protobuf = ByteBuffer(bytes: OrderSchemas.body(.protobuf))
        func code(_ value: ByteBuffer, _ headers: [RecordHeader]) throws -> ErrorCode {
            try world.produce([Sent(key: nil, value: value, headers: headers)]).errorCode
        }
        #expect(try code(avro, [header(guid)]) == .none)
        #expect(try code(avro, [header([0, 0, 0, 0, 1])]) == .none)
        #expect(try code(protobuf, [header([0, 0, 0, 0, 3, 2, 2])]) == .none)
        // Of several the last counts.
        #expect(try code(avro, [header([7]), header([]), header(guid)]) == .none)
        #expect(try code(avro, [header(guid, name: "__key_schema_id")]) == .invalidRecord)
        #expect(try code(avro, [header([1] + [UInt8](repeating: 0, count: 16))]) == .invalidRecord)
        #expect(try code(avro, [header(Array(guid.dropLast()))]) == .invalidRecord)
        #expect(try code(OrderSchemas.payload(.avro), [header([9])]) == .invalidRecord)
        // In front of the payload the GUID is read as well.
        #expect(try code(ByteBuffer(bytes: guid + OrderSchemas.body(.avro)), []) == .none)
        let unknown = try world.produce([Sent(key: nil, value: avro, headers: [header([1] + Array(1...16))])])
        #expect(unknown.errorMessage?.contains("schema GUID 01020304-0506-0708-090a-0b0c0d0e0f10, which is not registered") == true)
    }

    @Test func `a refused acks=0 closes the connection, and stores nothing`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforce)
        var request = world.produceRequest(try world.batch([.value(ByteBuffer(string: "x"))]), to: "orders")
        request.acks = 0
        let client = world.client
        _ = try world.send(request, version: 9, on: world.connect())
        #expect(world.closed.count == 1 && world.closed[client] == nil)
        #expect(try world.latestOffset(of: "orders") == 0)
    }

    @Test func `clients that read no messages get the code`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforce)
        let request = world.produceRequest(try world.batch([.value(ByteBuffer(string: "x"))]), to: "orders")
        for version in ProduceRequest.versions {
            let answer = try world.produce(request, version: version)
            #expect(answer.errorCode == .invalidRecord)
            #expect((answer.errorMessage != nil) == (version >= 8))
        }
    }

    @Test func `the first thousand are named, and the rest not looked at`() throws {
        let world = try BrokerWorld()
        try world.makeValidatedTopic(.enforce)
        let answer = try world.produce(Array(repeating: .value(ByteBuffer(string: "x")), count: 1_500))
        #expect(answer.recordErrors.count == BatchInspection.mostRefused)
        #expect(answer.errorMessage?.contains("(1000 records or more are refused)") == true)
    }
}
