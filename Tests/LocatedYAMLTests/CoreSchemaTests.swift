import LocatedYAML
import TestSupport
import Testing

struct CoreSchemaTests {
    @Test(arguments: ["~", "null", "Null", "NULL", ""])
    func `null has four spellings and none`(_ text: String) throws {
        #expect(coreValue(of: text) == .null)
        #expect(try #require(try readOne("a: \(text)")["a"]).isNull)
    }

    @Test(arguments: ["true", "True", "TRUE", "false", "False", "FALSE"])
    func `booleans have six spellings`(_ text: String) {
        #expect(coreValue(of: text) == .boolean(text.lowercased() == "true"))
    }

    @Test(arguments: ["yes", "No", "on", "OFF", "y", "tRUE", "nULL", "NuLL", "truex", "~~", "-", "+", ".", "1_000", "0x", "0o8", "0xg",
        "1.2.3", "1e", "e5", "+.nan", ".e1", "1 2", "7d", "10GiB", "1:30", "-0x1F", "0b11", "nan", "inf", "1-2", "--1", "٣", "2026-11-23"])
    func `all else is a string`(_ text: String) {
        #expect(coreValue(of: text) == .string(text))
    }

    @Test func `integers are decimal, octal or hexadecimal`() {
        for (text, value) in [
            ("0", 0), ("007", 7), ("-12", -12), ("+3", 3), ("0o17", 15), ("0xFf", 255),
            ("9223372036854775807", Int64.max), ("-9223372036854775808", .min),
        ] as [(String, Int64)] {
            #expect(coreValue(of: text) == .integer(value))
        }
    }

    @Test func `integers beyond 64 bits are floats`() {
        #expect(coreValue(of: "9223372036854775808") == .float(9223372036854775808))
        #expect(coreValue(of: "0xFFFFFFFFFFFFFFFFF") == .float(295147905179352825856))
    }

    @Test func `floats may leave out a side of the point`() {
        for (text, value) in [
            ("1.5", 1.5), ("-.5", -0.5), ("1.", 1), ("1.e3", 1000), ("1e3", 1000), ("+1.5E-2", 0.015), ("1.E2", 100), ("0.0", 0),
            (".inf", .infinity), ("-.INF", -.infinity), ("+.Inf", .infinity),
        ] as [(String, Double)] {
            #expect(coreValue(of: text) == .float(value), "\(text)")
        }
        guard case .float(let value) = coreValue(of: ".NaN") else {
            Issue.record("not a float")
            return
        }
        #expect(value.isNaN)
    }

    @Test func `a quoted text is a string whatever it says`() throws {
        let node = try readOne("[\"1\", 'true', \"\", '~', |\n  5\n]".replacing("|\n  5\n", with: "\"5\""))
        #expect(node.sequence?.map(\.asString) == ["1", "true", "", "~", "5"])
    }

    @Test func `a tag decides`() throws {
        let node = try readOne("- !!str 5\n- ! 5\n- !!int \"5\"\n- !custom 5\n- !!bool true\n- !!float 1")
        #expect(
            node.sequence?.map(\.resolved)
                == [.string("5"), .string("5"), .integer(5), .string("5"), .boolean(true), .integer(1)])
        #expect(node.sequence?.last?.asDouble == 1)
    }

    @Test func `raw text, style and quoting stay available`() throws {
        let node = try readOne("a: 0x10\nb: 'x'\nc: >\n  y\n")
        #expect(node["a"]?.scalar == YAMLScalar(text: "0x10", style: .plain))
        #expect(node["b"]?.scalar?.style == .singleQuoted)
        #expect(node["c"]?.scalar == YAMLScalar(text: "y\n", style: .folded))
        #expect(node["a"]?.asInteger == 16 && node["a"]?.asString == nil && node["a"]?.asDouble == 16)
    }

    @Test func `booleans of YAML 1.1 are strings that can be told`() throws {
        let node = try readOne("a: Yes\nb: 'yes'\nc: true")
        #expect(node["a"]?.asString == "Yes" && node["a"]?.asBoolean == nil)
        #expect(node["a"]?.isBooleanOfYAML11 == true)
        #expect(node["b"]?.isBooleanOfYAML11 == false && node["c"]?.isBooleanOfYAML11 == false)
    }

    @Test func `a node can say what it is`() throws {
        let node = try readOne("[[], {}, ~, true, 1, 1.5, x]")
        #expect(
            node.sequence?.map(\.kindDescription)
                == ["a list", "a mapping", "null", "a boolean", "an integer", "a number", "a string"])
    }
}
