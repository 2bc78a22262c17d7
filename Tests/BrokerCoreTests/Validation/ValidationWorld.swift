import BatchCompression
import ContractModel
import Diagnostics
import KafkaWire
import NIOCore
import PayloadChecking
import Testing
@testable import BrokerCore

/// A registry of three schemas of an order, and what producers send by them.
enum OrderSchemas {
    static let avro = """
        {"type": "record", "name": "Order", "fields": [{"name": "id", "type": "string"}, {"name": "amount", "type": "long"}]}
        """
    static let json = """
        {"type": "object", "required": ["id", "amount"],
         "properties": {"id": {"type": "string"}, "amount": {"type": "integer"}}, "additionalProperties": false}
        """
    static let protobuf = """
        syntax = "proto3";
        package shop;
        message Customer { message Address { string street = 1; } Address address = 1; }
        message Order { string id = 1; int64 amount = 2; }
        """
    static let xsd = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="order"><xs:complexType>
            <xs:sequence><xs:element name="id" type="xs:string"/><xs:element name="amount" type="xs:int"/></xs:sequence>
          </xs:complexType></xs:element>
        </xs:schema>
        """
    static let guid = KafkaUUID(high: 0x0123_4567_89AB_CDEF, low: 0xFEDC_BA98_7654_3210)

    static func id(_ format: ContractFormat) -> Int32 {
        switch format {
        case .avro: 1
        case .jsonSchema: 2
        case .protobuf: 3
        case .xsd: 4
        }
    }

    /// Each under "orders-key" and "orders-value", and id 9 under a subject that nobody asks for.
    static let all = [
        schema(1, .avro, avro, guid: guid), schema(2, .jsonSchema, json), schema(3, .protobuf, protobuf), schema(4, .xsd, xsd),
        schema(9, .avro, "\"string\"", subjects: ["payments-value"]),
    ]
    static let directory = RegisteredSchemas(all)

    static func schema(
        _ id: Int32, _ format: ContractFormat, _ text: String, guid: KafkaUUID? = nil,
        subjects: Set<String> = ["orders-key", "orders-value"]
    ) -> RegisteredSchema {
        RegisteredSchema(
            id: id, guid: guid, format: format, text: SourceFile(path: "schema \(id)", text: text), subjects: subjects)
    }

    /// An order without the frame in front.
    static func body(_ format: ContractFormat, id: String = "a1", amount: Int8 = 21) -> [UInt8] {
        let text = Array(id.utf8)
        switch format {
        case .avro: return [UInt8(text.count * 2)] + text + [UInt8(amount) * 2]
        case .jsonSchema: return Array(#"{"id": "\#(id)", "amount": \#(amount)}"#.utf8)
        case .protobuf: return [0x0A, UInt8(text.count)] + text + [0x10, UInt8(amount)]
        case .xsd: return Array("<order><id>\(id)</id><amount>\(amount)</amount></order>".utf8)
        }
    }

    /// Framed as Confluent's serializers do it.
    static func payload(_ format: ContractFormat, id: Int32? = nil, _ body: [UInt8]? = nil) -> ByteBuffer {
        var buffer = ByteBuffer(bytes: [0])
        buffer.writeInteger(id ?? Self.id(format))
        // The second message of the file.
        if format == .protobuf { buffer.writeBytes([2, 2]) }
        buffer.writeBytes(body ?? Self.body(format))
        return buffer
    }
}

extension RegisteredSchemas {
    func adding(_ schema: RegisteredSchema) -> RegisteredSchemas { RegisteredSchemas(OrderSchemas.all + [schema]) }
}

/// A record as a test writes it down.
struct Sent {
    var key: ByteBuffer?
    var value: ByteBuffer?
    var headers: [RecordHeader] = []

    static func key(_ key: ByteBuffer) -> Sent { Sent(key: key, value: ByteBuffer(string: "v")) }
    static func value(_ value: ByteBuffer) -> Sent { Sent(key: ByteBuffer(string: "k"), value: value) }

    static func part(_ part: RecordPart, _ payload: ByteBuffer) -> Sent {
        part == .key ? .key(payload) : .value(payload)
    }
}

extension BrokerWorld {
    /// The topic "orders", of which one side is validated.
    func makeValidatedTopic(
        _ mode: ValidationMode, _ part: RecordPart = .value, configs: [String: String] = [:], isReady: Bool = true
    ) throws {
        try makeTopic("orders", configs: configs.merging(["heddle.\(part.rawValue).validation": mode.rawValue]) { $1 })
        if isReady { handle(.schemas(OrderSchemas.directory)) }
    }

    func batch(
        _ records: [Sent], _ codec: RecordCompression = .none, producer: RecordBatchBuilder.Producer? = nil
    ) throws -> ByteBuffer {
        var builder = RecordBatchBuilder(producer: producer)
        for record in records {
            builder.append(
                key: record.key, value: record.value, headers: record.headers, timestamp: now.millisecondsSinceEpoch)
        }
        return try compressBatch(builder.finish(), codec)
    }

    func produce(
        _ records: [Sent], _ codec: RecordCompression = .none, producer: RecordBatchBuilder.Producer? = nil
    ) throws -> ProduceResponse.PartitionProduceResponse {
        try produce(produceRequest(try batch(records, codec, producer: producer), to: "orders"))
    }
}
