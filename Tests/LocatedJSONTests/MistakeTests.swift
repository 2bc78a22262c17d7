import Diagnostics
import LocatedJSON
import TestSupport
import Testing

struct MistakeTests {
    /// The text with the place marked, and the code given there.
    static let mistakes: [(String, String)] = [
        (#"[1, 2⟦,⟧]"#, "json/trailing-comma"),
        (#"{"a": 1⟦,⟧}"#, "json/trailing-comma"),
        ("[1, ⟦// one⟧\n 2]", "json/comment"),
        ("[1, ⟦/* one\n* / two **/⟧ 2]", "json/comment"),
        ("⟦# yes⟧\n[]", "json/comment"),
        ("[] ⟦/* open⟧", "json/comment"),
        ("[⟦'a\"b'⟧]", "json/single-quotes"),
        ("{⟦'a'⟧: 1}", "json/single-quotes"),
        ("{⟦type⟧: 1}", "json/unquoted-key"),
        ("[⟦\"abc⟧", "json/unterminated-string"),
        ("[⟦\"abc⟧\n\"]", "json/unterminated-string"),
        ("[⟦'abc⟧", "json/unterminated-string"),
        (#"["a⟦\x⟧41"]"#, "json/bad-escape"),
        (#"["⟦\u12G⟧4"]"#, "json/bad-escape"),
        (#"["⟦\u12⟧"#, "json/bad-escape"),
        (#"["⟦\uD800⟧ "]"#, "json/lone-surrogate"),
        (#"["⟦\uDC00⟧\uD800"]"#, "json/lone-surrogate"),
        (#"["⟦\uD800\u0041⟧"]"#, "json/lone-surrogate"),
        ("[\"a⟦\u{1}⟧\"]", "json/control-character"),
        ("[\"é⟦\t⟧\"]", "json/control-character"),
        ("⟦\u{FEFF}⟧[]", "json/byte-order-mark"),
        ("[⟦012⟧]", "json/bad-number"),
        ("[⟦-⟧]", "json/bad-number"),
        ("[⟦1.⟧]", "json/bad-number"),
        ("[⟦.5⟧]", "json/bad-number"),
        ("[⟦+5⟧]", "json/bad-number"),
        ("[⟦1e+⟧]", "json/bad-number"),
        ("[⟦0x1F⟧]", "json/bad-number"),
        ("[⟦1.2.3⟧]", "json/bad-number"),
        ("[⟦NaN⟧]", "json/bad-number"),
        ("[⟦-Infinity⟧]", "json/bad-number"),
        ("[⟦Infinity⟧]", "json/bad-number"),
        ("[⟦1e9999999999⟧]", "json/too-large"),
        ("[] ⟦]⟧", "json/trailing-text"),
        ("1 ⟦2⟧", "json/trailing-text"),
        (#"{"a": 1, ⟦"a"⟧: 2}"#, "json/duplicate-key"),
        (#"{"a": 1, ⟦"\u0061"⟧: 2}"#, "json/duplicate-key"),
        ("[⟦True⟧]", "json/syntax"),
        ("[⟦nullx⟧]", "json/syntax"),
        ("[1 ⟦2⟧]", "json/syntax"),
        ("[1 ⟦:⟧]", "json/syntax"),
        ("{⟦,⟧}", "json/syntax"),
        (#"{"a" ⟦1⟧}"#, "json/syntax"),
        ("⟦⟧", "json/syntax"),
        ("[⟦⟧", "json/syntax"),
        ("[1,⟦⟧", "json/syntax"),
        ("[⟦,⟧ 1]", "json/syntax"),
        ("[1 ⟦}⟧", "json/syntax"),
        ("[⟦\u{0}⟧]", "json/syntax"),
    ]

    func `a mistake is told by name, at its place`(_ marked: String, _ code: String) throws {
        let source = MarkedSource(marked, path: "test.json")
        let (_, diagnostics) = parseJSON(source.file)
        let first = try #require(diagnostics.first)
        #expect(first.code == code)
        #expect(first.range == source.ranges.first)
        #expect(!first.message.hasSuffix("."))
    }

    @Test func `bytes that are not UTF-8 are found where they stand`() throws {
        let file = SourceFile(path: "test.json", bytes: Array("[\"é".utf8) + [0xE9] + Array("\"]".utf8))
        let diagnostic = try #require(parseJSON(file).diagnostics.first)
        #expect(diagnostic.code == "json/invalid-utf8")
        #expect(diagnostic.range?.start.offset == 4)
        #expect(diagnostic.range?.start.column == 4)
        let bare = SourceFile(path: "test.json", bytes: [0x5B, 0xC3])
        #expect(parseJSON(bare).diagnostics.map(\.code) == ["json/invalid-utf8"])
        let surrogate = SourceFile(path: "test.json", bytes: [0x22, 0x5C, 0x6E, 0xED, 0xA0, 0x80, 0x22])
        #expect(parseJSON(surrogate).diagnostics.map(\.code) == ["json/invalid-utf8"])
    }

    @Test func `plain mistakes do not hide those behind them`() {
        #expect(
            codes("\u{FEFF}{a: 1, 'b': [1,], // c\n \"b\": NaN}")
                == [
                    "json/byte-order-mark", "json/unquoted-key", "json/single-quotes", "json/trailing-comma", "json/comment",
                    "json/duplicate-key", "json/bad-number",
                ])
    }

    @Test func `fix-its make the text JSON`() throws {
        let text = "{a: 1, 'b\"': [1,], /* c */ \"d\": 2,}"
        var bytes = Array(text.utf8)
        for edit in read(text).diagnostics.flatMap(\.fixIts).reversed() {
            bytes.replaceSubrange(Int(edit.range.start.offset)..<Int(edit.range.end.offset), with: Array(edit.replacement.utf8))
        }
        #expect(node(String(decoding: bytes, as: UTF8.self))?.canonicalText == #"{"a":1,"b\"":[1],"d":2}"#)
    }

    @Test func `nesting is bounded`() {
        let deep = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(codes(deep(512)).isEmpty)
        #expect(codes(deep(513)) == ["json/too-deep"])
        #expect(codes(String(repeating: "{\"a\":", count: 200_000)) == ["json/too-deep"])
    }

    @Test func `size, values and mistakes are bounded`() {
        var limits = JSONLimits(maximumBytes: 10)
        #expect(codes("[1,2,3,4,5,6]", limits: limits) == ["json/too-large"])
        limits = JSONLimits()
        limits.maximumValues = 3
        #expect(codes("[1,2]", limits: limits).isEmpty)
        #expect(codes("[1,2,3]", limits: limits) == ["json/too-large"])
        limits = JSONLimits()
        limits.maximumDiagnostics = 2
        #expect(codes("[NaN,NaN,NaN,NaN]", limits: limits) == ["json/bad-number", "json/bad-number", "json/too-many-errors"])
        #expect(codes("[" + String(repeating: "1", count: 1_025) + "]") == ["json/too-large"])
    }

    @Test func `a key twice among many is found`() {
        let members = (0..<500).map { "\"k\($0)\": 0" }.joined(separator: ",")
        #expect(codes("{\(members)}").isEmpty)
        #expect(codes("{\(members), \"k499\": 1, \"k3\": 1}") == ["json/duplicate-key", "json/duplicate-key"])
    }
}
