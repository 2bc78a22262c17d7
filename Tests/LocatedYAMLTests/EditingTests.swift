import Diagnostics
import LocatedYAML
import TestSupport
import Testing

struct EditingTests {
    @Test(arguments: [
        ("a: 1 # c\n", "a: 2 # c\n"), ("a: 'x'\n", "a: 2\n"), ("a:   # c\n", "a: 2   # c\n"), ("{a: &x 1}", "{a: &x 2}"),
    ])
    func `a value is replaced and all round it stays`(_ text: String, _ expected: String) throws {
        let node = try readOne(text)
        let edit = replacing(try #require(node["a"]), with: .integer(2))
        #expect(applying([edit], to: node.range.file) == expected)
    }

    @Test(arguments: [
        ("retentoin: 1", "retention", "retention: 1"), ("\"a\": 1", "b", "\"b\": 1"), ("'a': 1", "b", "'b': 1"),
        ("a: 1", "x: y", "\"x: y\": 1"), ("a: 1", "true", "\"true\": 1"), ("'a': 1", "it's", "\"it's\": 1"),
    ])
    func `a key is renamed`(_ text: String, _ name: String, _ expected: String) throws {
        let node = try readOne(text)
        let key = try #require(node.mapping?.first?.key)
        #expect(applying([renaming(key: key, to: name)], to: node.range.file) == expected)
    }

    @Test(arguments: [
        ("m:\n  a: 1 # ä\n\n# c\nn: 2\n", "m:\n  a: 1 # ä\n  k: v\n\n# c\nn: 2\n"),
        ("m: {a: 1, b: [2] }\n", "m: {a: 1, b: [2], k: v }\n"),
        ("m: {}\n", "m: { k: v }\n"),
        ("m:\n  a:\n    b: |\n      x\n", "m:\n  a:\n    b: |\n      x\n  k: v\n"),
        ("m: &x\n  a: &y [1]", "m: &x\n  a: &y [1]\n  k: v"),
    ])
    func `an entry is added to a mapping`(_ text: String, _ expected: String) throws {
        let node = try readOne(text)
        let mapping = try #require(node["m"])
        let edit = try #require(inserting(key: "k", .string("v"), into: mapping))
        let edited = applying([edit], to: node.range.file)
        #expect(edited == expected)
        #expect(try readOne(edited)["m"]?["k"]?.asString == "v")
    }

    @Test func `nothing is added where there is no room`() throws {
        #expect(inserting(key: "k", .null, into: try readOne("[1]")) == nil)
        let pair = try #require(try readOne("[a: b, c]").sequence?[0])
        #expect(inserting(key: "k", .null, into: pair) == nil)
    }

    @Test(arguments: [
        .null, .boolean(true), .integer(-5), .float(1.5), .float(-.infinity), .float(1e300), .string(""), .string("a b"), .string("1"),
        .string("yes"), .string("a: b"), .string(" a"), .string("a #b"), .string("- a"), .string("é"), .string("\u{1B}\u{2028}\n\t\"\\"),
        .string("~"), .string("*x"), .string("[a"), .string("1e3"), .string("🦊"), .string("7d"), .string("0x1F"), .string("---"),
        .string("<<"), .string("a,b"), .string("\u{FEFF}"), .string("null"),
    ] as [YAMLValue])
    func `a value is written so that it reads back`(_ value: YAMLValue) throws {
        #expect(try readOne("a: \(yamlText(of: value))")["a"]?.resolved == value)
        #expect(try readOne("[\(yamlText(of: value)), 1]").sequence?.first?.resolved == value)
    }
}
