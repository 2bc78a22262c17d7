import Determinism
import HeddleRuntime
import LocatedJSON
import Testing

/// Texts changed at random: JSON here where it is JSON to Python, and the same value.
@Suite(.enabled(if: PythonClient.isThere, "needs the oracles that 'make test' installs"))
struct JSONTextTests {
    private static let python = PythonClient(script: "json_values.py")

    @Test func `texts are JSON where they are to Python, and the same values`() throws {
        var generator = SeededGenerator(seed: 3)
        var texts: [[UInt8]] = Self.seeds.map { Array($0.utf8) }
        for _ in 0..<60 {
            for seed in Self.seeds { texts.append(spoilt(Array(seed.utf8), &generator)) }
        }
        texts += [[0xEF, 0xBB, 0xBF, 0x31], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xFF, 0x22], []]
        let answer = try Self.python.ask(["{\"ask\":\"texts\",\"texts\":[\(texts.map { "\"\(hex($0))\"" }.joined(separator: ","))]}"])[0]
        let verdicts = try #require(answer["verdicts"]?.array)
        let surrogates = try #require(answer["surrogates"]?.array)
        var pairs: [String] = []
        var halves = 0
        for (index, text) in texts.enumerated() {
            let written = Self.rewritten(text)
            switch (written, verdicts[index].bool == true) {
            case (.success(let bytes), true): pairs.append("[\"\(hex(text))\",\"\(hex(bytes))\"]")
            case (.failure, false): break
            // Half a surrogate pair stands for no text: RFC 8259, section 8.2, leaves it open, and Python makes a string of it that is no Unicode.
            case (.failure, true) where surrogates[index].bool == true: halves += 1
            case (.success, false): Issue.record("read here, not there: \(shown(hex(text)))")
            case (.failure(let error), true): Issue.record("\(error): \(shown(hex(text)))")
            }
        }
        print("JSON texts: \(texts.count), of which \(pairs.count) are JSON; \(halves) with half surrogates are refused here alone")
        #expect(texts.count > 3_000 && pairs.count > 400 && halves > 0)
        let differences = try Self.python.ask(["{\"ask\":\"same\",\"pairs\":[\(pairs.joined(separator: ","))]}"])[0]["differences"]?.array ?? []
        #expect(differences.isEmpty, "\(differences.prefix(3).map(\.compactText))")
    }

    @Test func `noise and nesting end in a value or an error`() {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<20_000 {
            let noise = (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            _ = Self.rewritten(noise)
        }
        for opening in ["[", "{\"a\":", "[{\"a\":"] {
            let deep = Array(String(repeating: opening, count: 100_000).utf8)
            guard case .failure(let error) = Self.rewritten(deep) else {
                Issue.record("\(opening) without end was read")
                continue
            }
            #expect("\(error)".contains("nested deeper"))
        }
    }

    private static func rewritten(_ bytes: [UInt8]) -> Result<[UInt8], CodecError> {
        var reader = ByteReader(bytes.span.bytes)
        do throws(CodecError) {
            let value = try JSONValue(from: &reader)
            reader.skipJSONWhitespace()
            try reader.expectEnd()
            var writer = ByteWriter()
            try value.encode(into: &writer)
            return .success(writer.copyBytes())
        } catch {
            return .failure(error)
        }
    }

    private static let seeds = [
        "0", "-0", "-0.0", "12", "-1.5e+10", "1E400", "1e-400", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "0.1", "1.0",
        "123456789012345678901234567890", "1.7976931348623157e308", "5e-324", "2.2250738585072011e-308", "0.30000000000000004", "100000000000000000000000.5e-3",
        "true", "false", "null", "\"\"", "\"abcdefgh\"", "\"abcdefghijklmnop\\n\"", "\"é€😀\"", "\"\\u00e9\\uD83D\\uDE00\"", "\"\\uD83D\"", "\"\\uDE00x\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "[]", "{}", "[1,2,3]", " [ 1 , 2 ] ", "[[],[[]],{}]", "{\"a\":1}", "{\"a\":1,\"b\":[true,null]}",
        "{\"a\":1,\"a\":2}", "{ \"a b\" : { \"c\\u0041\" : -1 } }\n", "{\"\":\"\"}", "[\"a\",\"\\u0000\",1.25]", "{\"k\":[{\"k\":[{\"k\":0}]}]}",
        "\t[\r\n1e5 ,1E-5]", "[0.5,-2,3e2]", "{\"long name of a member\":\"a text of more than sixteen bytes\"}", "NaN", "[Infinity]", "-Infinity", "'a'", "[1,]",
        "{\"a\":1,}", "01", "1.", ".5", "+1", "1 2", "// a\n1",
    ]
}
