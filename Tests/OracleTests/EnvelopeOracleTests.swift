import Determinism
import HeddleRuntime
import LocatedJSON
import Testing

/// Framings against confluent-kafka's serializers, events against CNCF's package for Python, in both directions.
@Suite(.enabled(if: Oracle.isThere, "needs the oracles that 'make test' installs"))
struct EnvelopeOracleTests {
    @Test func `framings are written and read as by Confluent's serializers`() throws {
        var generator = SeededGenerator(seed: 11)
        var frames: [(frame: ConfluentFrame, isProtobuf: Bool, bytes: [UInt8])] = []
        for number in 0..<1_000 {
            let isProtobuf = number % 2 == 0
            let indexes = isProtobuf ? (0..<Int.random(in: 1...4, using: &generator)).map { _ in Int.random(in: 0..<300, using: &generator) } : []
            let frame = ConfluentFrame(
                number % 3 == 0
                    ? .guid(SchemaGUID(high: .random(in: 0...UInt64.max, using: &generator), low: .random(in: 0...UInt64.max, using: &generator)))
                    : .id(.random(in: 0...UInt32.max, using: &generator)),
                messageIndexes: isProtobuf && number % 10 == 0 ? [0] : indexes)
            var writer = ByteWriter()
            frame.write(into: &writer)
            writer.append([0x70, 0x71])
            frames.append((frame, isProtobuf, writer.copyBytes()))
        }
        let answers = try Oracle.ask(
            frames.map { "{\"kind\":\"framing\",\"type\":\"\($0.isProtobuf ? "PROTOBUF" : "AVRO")\",\"payload\":\"\(hexadecimal($0.bytes))\"}" })
        for ((frame, isProtobuf, bytes), answer) in zip(frames, answers) {
            let answer = try #require(answer["ok"], "\(answer.compactText)")
            #expect(answer["rest"]?.string == "7071")
            #expect(answer["indexes"]?.compactText == "[\(frame.messageIndexes.map(String.init).joined(separator: ","))]")
            var reader = ByteReader(bytes.span.bytes)
            #expect(try ConfluentFrame(from: &reader, hasMessageIndexes: isProtobuf) == frame)
            #expect(reader.remaining == 2)
            switch frame.schema {
            case .id(let id):
                #expect(answer["id"]?.compactText == String(id))
                #expect(answer["written"]?.string == hexadecimal(bytes))
            case .guid(let guid):
                #expect(answer["guid"]?.string == guid.description)
                let header = frame.header(for: .value)
                #expect(answer["header"]?[0]?.string == header.name)
                #expect(answer["header"]?[1]?.string == header.value.map(hexadecimal))
                #expect(answer["same"]?.bool == true)
                #expect(try ConfluentFrame(headers: [header], role: .value, hasMessageIndexes: isProtobuf) == frame)
            }
        }
    }

    @Test func `events are written and read as by the package of CloudEvents`() throws {
        var generator = SeededGenerator(seed: 12)
        var events: [CloudEvent] = []
        for number in 0..<300 {
            var event = CloudEvent(id: "id-\(number)", source: ["/shop", "https://shop.example/a?b=c", "urn:x:y"][number % 3], type: "com.shop.OrderCreated")
            if number % 2 == 0 { event.subject = "Bestellung \"ä\" 漢\(number)" }
            if number % 3 == 0 { event.dataSchema = "https://shop.example/schema/\(number)" }
            if number % 5 == 0 { event.time = CloudEvent.time(secondsSince1970: .random(in: 0..<4_000_000_000, using: &generator), nanoseconds: 123_456_000) }
            if number % 4 == 0 { event.correlationID = "c\(number)" }
            if number % 7 == 0 { event.extensions["number7"] = .integer(Int32(number)) }
            switch number % 4 {
            case 0:
                event.dataContentType = "application/json"
                event.data = Array("{\"a\": [1, 2.5, null, \"é\\n\"], \"n\": \(number)}".utf8)
            case 1:
                event.dataContentType = "application/octet-stream"
                event.data = (0..<number % 50 + 1).map { _ in .random(in: 0x80...UInt8.max, using: &generator) }
            case 2:
                event.dataContentType = "text/plain"
                event.data = Array("Grüße \(number)".utf8)
            default: break
            }
            events.append(event)
        }
        var questions: [String] = []
        for event in events {
            let (headers, value) = try event.binaryMessage()
            questions.append(question(headers, value ?? []))
            let (structured, text) = try event.structuredMessage()
            questions.append(question(structured, text))
        }
        let answers = try Oracle.ask(questions)
        for (number, event) in events.enumerated() {
            for (mode, answer) in [("binary", answers[2 * number]), ("structured", answers[2 * number + 1])] {
                let answer = try #require(answer["ok"], "\(mode) \(event): \(answer.compactText)")
                for written in ["binary", "structured"] {
                    let message = try #require(answer[written])
                    let headers = (message["headers"]?.object ?? []).map { RecordHeader($0.key, text: $0.value.string ?? "") }
                    var back = try CloudEvent(headers: headers, value: bytes(message["value"]?.string ?? ""))
                    #expect(back.id == event.id && back.source == event.source && back.type == event.type && back.subject == event.subject)
                    #expect(back.dataSchema == event.dataSchema && back.dataContentType == event.dataContentType)
                    // An event without a time gets one there: when it was read.
                    if let own = event.time { #expect(back.time?.prefix(23) == own.prefix(23)) }
                    #expect(back.extensions.mapValues(\.text) == event.extensions.mapValues(\.text))
                    // Their JSON has its own blanks, and no data is an empty value in binary mode.
                    if back.data == [] { back.data = nil }
                    if event.dataContentType == "application/json" {
                        #expect(try parseJSONPayload(back.data ?? []) == parseJSONPayload(event.data ?? []))
                    } else if event.data != nil {
                        #expect(back.data == event.data, "\(mode), \(written): \(message.compactText)")
                    }
                }
            }
            let (headers, value) = try event.structuredMessage()
            #expect(try CloudEvent(headers: headers, value: value) == event)
        }
    }

    private func question(_ headers: [RecordHeader], _ value: [UInt8]) -> String {
        let members = headers.map { "\"\($0.name)\":\"\(($0.text ?? "").replacing("\"", with: "\\\""))\"" }
        return "{\"kind\":\"cloud-event\",\"headers\":{\(members.joined(separator: ","))},\"value\":\"\(hexadecimal(value))\"}"
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    private func bytes(_ text: String) -> [UInt8] {
        let digits = Array(text)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }
}
