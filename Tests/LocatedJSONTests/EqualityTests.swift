import LocatedJSON
import Testing

struct EqualityTests {
    @Test(arguments: [
        (#"{"a": 1, "b": [1.0]}"#, #"{"b": [1], "a": 1e0}"#, true), (#"{"a": 1}"#, #"{"a": 1, "b": 2}"#, false),
        ("[1, 2]", "[2, 1]", false),
        ("1", "true", false), ("0", "false", false), ("\"1\"", "1", false), ("null", "false", false), ("[]", "{}", false),
        ("\"\u{E9}\"", "\"e\u{301}\"", false),
        (#""\u0041""#, #""A""#, true),
    ])
    func `values are equal by what they say`(_ left: String, _ right: String, _ areEqual: Bool) throws {
        let (left, right) = (try #require(node(left)), try #require(node(right)))
        #expect((left == right) == areEqual)
        if areEqual {
            #expect(left.hashValue == right.hashValue)
            #expect(left.canonicalText == right.canonicalText)
        } else {
            #expect(!left.canonicalText.isSameText(as: right.canonicalText))
        }
    }

    @Test func `large objects are equal whatever their order`() throws {
        let members = (0..<100).map { "\"k\($0)\": \($0)" }
        let left = try #require(node("{\(members.joined(separator: ","))}"))
        let right = try #require(node("{\(members.reversed().joined(separator: ","))}"))
        #expect(left == right && left.hashValue == right.hashValue)
    }

    @Test func `the canonical text sorts keys by UTF-16 and escapes little`() throws {
        let root = try #require(
            node("{\"\u{20AC}\": 1, \"\\r\": 2, \"\u{FB33}\": 3, \"1\": 4, \"\u{1F600}\": 5, \"\u{80}\": 6, \"\u{F6}\": 7}"))
        #expect(
            root.canonicalText == "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{F6}\":7,\"\u{20AC}\":1,\"\u{1F600}\":5,\"\u{FB33}\":3}")
        #expect(try #require(node(#""\u0000\u001f\/\"\\\b""#)).canonicalText == #""\u0000\u001f/\"\\\b""#)
    }
}
