import Foundation
import KafkaWire
import NIOCore
import Testing

/// What kafka-python wrote (Fixtures/wire/golden.py) is read with the values that it was given, and is written
/// again byte for byte.
@Suite struct ForeignMessageTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/wire/kafka-python")

    private struct Line: Decodable {
        var version: Int16
        var hex: String
        var fields: Value
    }

    private indirect enum Value: Decodable {
        case null
        case bool(Bool)
        case integer(Int64)
        case number(Double)
        case string(String)
        case array([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let value = try? container.decode(Bool.self) {
                self = .bool(value)
            } else if let value = try? container.decode(Int64.self) {
                self = .integer(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else if let value = try? container.decode(String.self) {
                self = .string(value)
            } else if let value = try? container.decode([Value].self) {
                self = .array(value)
            } else {
                self = .object(try container.decode([String: Value].self))
            }
        }
    }

    /// kafka-python does not speak KIP-848; librdkafka does, against a broker.
    private static let kinds = MessageKind.all.filter { ![.consumerGroupHeartbeat, .consumerGroupDescribe].contains($0.type.apiKey) }

    @Test(arguments: kinds)
    func `foreign bytes are read with their values and written alike`(kind: MessageKind) throws {
        try check(kind.type)
    }

    private func check<Message: RandomMessage>(_: Message.Type) throws {
        let file = Self.folder.appendingPathComponent("\(Message.self).jsonl")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        var versions: Set<Int16> = []
        for line in lines {
            let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
            versions.insert(line.version)
            let place = "\(Message.self) version \(line.version)"
            let message = try decode(Message.self, ByteBuffer(hex: line.hex), version: line.version)
            expect(message, is: line.fields, place)
            #expect(try encode(message, version: line.version).hex == line.hex, "\(place)")
        }
        #expect(versions == Set(Message.versions), "run Fixtures/wire/golden.py")
    }

    /// The fields that the version has; the others are not among the foreign values.
    private func expect(_ ours: Any, is theirs: Value, _ place: String) {
        switch (ours, theirs) {
        case (let value as Bool, .bool(let other)): #expect(value == other, "\(place)")
        case (let value as any BinaryInteger, .integer(let other)): #expect(Int64(value) == other, "\(place)")
        case (let value as Double, .integer(let other)): #expect(value == Double(other), "\(place)")
        case (let value as Double, .number(let other)): #expect(value == other, "\(place)")
        case (let value as ErrorCode, .integer(let other)): #expect(Int64(value.rawValue) == other, "\(place)")
        case (let value as String, .string(let other)): #expect(value == other, "\(place)")
        case (let value as KafkaUUID, .string(let other)): #expect(value.description == other, "\(place)")
        case (let value as ByteBuffer, .string(let other)): #expect(value.hex == other, "\(place)")
        default: expectParts(of: ours, are: theirs, place)
        }
    }

    private func expectParts(of ours: Any, are theirs: Value, _ place: String) {
        let mirror = Mirror(reflecting: ours)
        switch (mirror.displayStyle, theirs) {
        case (.optional, .null):
            #expect(mirror.children.isEmpty, "\(place)")
        case (.optional, _):
            guard let child = mirror.children.first else {
                Issue.record("\(place) is nil")
                return
            }
            expect(child.value, is: theirs, place)
        case (.collection, .array(let others)):
            #expect(mirror.children.count == others.count, "\(place)")
            for (index, (child, other)) in zip(mirror.children, others).enumerated() {
                expect(child.value, is: other, "\(place)[\(index)]")
            }
        case (.struct, .object(let others)):
            for (name, other) in others {
                guard let child = mirror.children.first(where: { $0.label == name }) else {
                    Issue.record("\(place) has no \(name)")
                    continue
                }
                expect(child.value, is: other, "\(place).\(name)")
            }
        default:
            Issue.record("\(place) is \(ours), not \(theirs)")
        }
    }
}
