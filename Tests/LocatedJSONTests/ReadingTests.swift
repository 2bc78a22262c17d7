import Diagnostics
import LocatedJSON
import TestSupport
import Testing

struct ReadingTests {
    @Test func `every kind of value is read`() throws {
        let root = try #require(node(#" {"a": [null, true, false, -1.5e+3, "x"], "b": {}, "c": []} "#))
        #expect(root["a"]?[0]?.isNull == true)
        #expect(root["a"]?[1]?.bool == true)
        #expect(root["a"]?[2]?.bool == false)
        #expect(root["a"]?[3]?.number?.text == "-1.5e+3")
        #expect(root["a"]?[3]?.int64 == -1500)
        #expect(root["a"]?[4]?.string == "x")
        #expect(root["b"]?.object?.isEmpty == true)
        #expect(root["c"]?.array?.isEmpty == true)
        #expect(root["d"] == nil)
        #expect(root.compactText == #"{"a":[null,true,false,-1.5e+3,"x"],"b":{},"c":[]}"#)
    }

    @Test(arguments: ["0", "-0", "1e5", "\"\"", "null", "[]", "{}", "\t[ ]\r\n", "[[],[[]]]"])
    func `the smallest texts are read`(_ text: String) {
        #expect(node(text) != nil)
    }

    @Test func `escapes become the characters they stand for`() throws {
        let root = try #require(node(#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00é😀\u0000""#))
        #expect(root.string == "\"\\/\u{8}\u{C}\n\r\tA\u{E9}😀é😀\0")
    }

    @Test func `ranges are exact, in scalars and bytes, over lines`() throws {
        let source = MarkedSource("⟦{\n  ⟦\"ké😀y\"⟧: ⟦[⟦1⟧,\r\n ⟦\"ü\\n\"⟧, ⟦true⟧]⟧,\r \"z\": ⟦{}⟧}⟧\n")
        let (root, diagnostics) = parseJSON(source.file)
        #expect(diagnostics.isEmpty)
        let object = try #require(root)
        let member = try #require(object.object?.first)
        let found =
            [object.range, member.keyRange, member.value.range] + (member.value.array ?? []).map(\.range) + [object["z"]?.range]
        #expect(found == source.ranges.map { $0 })
    }

    @Test func `a member's range is from key to value`() throws {
        let source = MarkedSource(#"{⟦"a" : [1]⟧}"#)
        #expect(parseJSON(source.file).root?.object?.first?.range == source.ranges[0])
    }

    @Test func `keys are told apart by code points`() throws {
        let root = try #require(node("{\"\u{E9}\": 1, \"e\u{301}\": 2}"))
        #expect(root["\u{E9}"]?.int64 == 1)
        #expect(root["e\u{301}"]?.int64 == 2)
    }

    @Test func `a payload is read or refused at its first mistake`() throws {
        #expect(try parseJSONPayload(Array("[1, 2]".utf8)) == node("[1,2]"))
        #expect(throws: JSONProblem.self) { try parseJSONPayload(Array("[1, 2,]".utf8)) }
        #expect(throws: JSONProblem.self) { try parseJSONPayload([0xFF]) }
    }

    @Test func `duplicate keys are allowed where asked, and the last one counts`() throws {
        var limits = JSONLimits()
        limits.allowsDuplicateKeys = true
        let (root, diagnostics) = read(#"{"a": 1, "a": 2}"#, limits: limits)
        #expect(diagnostics.isEmpty)
        #expect(root?["a"]?.int64 == 2)
    }
}
