import ContractModel
import Diagnostics
import TestSupport
import Testing

struct AvroPayloadTests {
    private static let text = #"""
        {"type":"record","name":"Order","fields":[{"name":"id","type":"string"},
        {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[{"name":"count","type":"int"},{"name":"next","type":["null","Line"]}]}}},
        {"name":"stock","type":{"type":"map","values":"boolean"}},{"name":"channel","type":{"type":"enum","name":"E","symbols":["WEB","APP"]}},
        {"name":"digest","type":{"type":"fixed","name":"F","size":2}},{"name":"at","type":"double"}]}
        """#

    /// id "a"; two lines, the first with a next one; stock {"b": true}; APP; a digest; a time.
    private static let payload: [UInt8] = [2, 0x61, 4, 6, 2, 1, 0, 2, 0, 0, 2, 2, 0x62, 1, 0, 2, 9, 9] + Array(repeating: 0, count: 8)

    private func problem(_ payload: [UInt8], _ text: String = text) throws -> String? {
        let schema = try #require(parseAvroSchema(SourceFile(path: "s", text: text)).schema)
        return AvroPayloadValidator(schema).validate(payload).map { "\($0.offset): \($0.message)" }
    }

    @Test func `a value of the schema has no problem, and every part of it has one`() throws {
        #expect(try problem(Self.payload) == nil)
        for count in 0..<Self.payload.count { #expect(try problem(Array(Self.payload.prefix(count))) != nil, "\(count)") }
        #expect(try problem(Self.payload + [0, 0]) == "26: 2 bytes come after the value")
    }

    @Test(arguments: [
        (1, 0xFF, "0: 'id' is not UTF-8"), (0, 0xEF, "0: 'id' has the length -1912, which is not in the payload"),
        (4, 4, "4: 'lines[0].next' is of branch 2 of a union of 2"), (13, 2, "13: 'stock{b}' is a boolean, and its byte is 2"),
        (15, 4, "15: 'channel' is symbol 2 of an enum of 2"), (12, 0xFF, "11: 'stock{\u{FFFD}}' is not UTF-8"),
    ] as [(Int, UInt8, String)])
    func `what is wrong is told with its path and offset`(_ place: Int, _ byte: UInt8, _ expected: String) throws {
        var payload = Self.payload
        payload[place] = byte
        if place == 0 { payload[1] = 0x1D }
        #expect(try problem(payload) == expected)
    }

    @Test func `blocks may say their size, which must be right`() throws {
        let array = #"{"type":"array","items":"int"}"#
        #expect(try problem([3, 4, 2, 4, 2, 6, 0], array) == nil)
        #expect(try problem([3, 6, 2, 4, 2, 6, 0], array) == "2: the payload has a block of 2 bytes that says it has 3")
        #expect(try problem([2, 0x80, 0x80, 0x80, 0x80, 0x20, 0], array) == "1: '[0]' has a number of more bits than its type")
        #expect(try problem([200, 1], array) == "0: the payload has the length 100, which is not in the payload")
        let least: [UInt8] = Array(repeating: 0xFF, count: 9) + [1]
        #expect(try problem(least + [0, 0], array) == "0: the payload has the length \(Int64.min), which is not in the payload")
        #expect(try problem(Array(repeating: 0xFF, count: 10), array) == "0: the payload has a number of more bits than its type")
    }

    @Test func `items and records without bytes take no time, however many they are`() throws {
        let most: [UInt8] = [0xFE] + Array(repeating: 0xFF, count: 8) + [1]
        #expect(try problem(most + [0], #"{"type":"array","items":"null"}"#) == nil)
        // Each record holds the one before twice.
        var type = #"{"type":"record","name":"R0","fields":[]}"#
        for number in 1...60 {
            type =
                #"{"type":"record","name":"R\#(number)","fields":[{"name":"a","type":\#(type)},{"name":"b","type":"R\#(number - 1)"}]}"#
        }
        #expect(try problem(most + [0], #"{"type":"array","items":\#(type)}"#) == nil)
    }

    @Test func `a value that has no end, or is nested too deep, is refused`() throws {
        let endless = #"{"type":"record","name":"R","fields":[{"name":"r","type":"R"}]}"#
        #expect(try problem([], endless)?.hasSuffix("is nested too deep") == true)
        let list = #"{"type":"record","name":"R","fields":[{"name":"r","type":["null","R"]}]}"#
        #expect(try problem(Array(repeating: 2, count: 40) + [0], list) == nil)
        #expect(try problem(Array(repeating: 2, count: 100_000) + [0], list)?.hasSuffix("is nested too deep") == true)
    }

    @Test func `spoilt payloads are answered`() throws {
        let schema = try #require(parseAvroSchema(SourceFile(path: "s", text: Self.text)).schema)
        let validator = AvroPayloadValidator(schema)
        var generator = SeededGenerator(seed: 5)
        var refused = 0
        for _ in 0..<20_000 {
            var payload = Self.payload
            for _ in 0...Int.random(in: 0..<3, using: &generator) {
                let place = Int.random(in: 0..<payload.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: payload[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: payload.remove(at: place)
                default: payload.insert([0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator)!, at: place)
                }
            }
            if let problem = validator.validate(payload) {
                refused += 1
                #expect((0...payload.count).contains(problem.offset) && !problem.message.isEmpty)
            }
        }
        #expect(refused > 10_000)
    }
}
