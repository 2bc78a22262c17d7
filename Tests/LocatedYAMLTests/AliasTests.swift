import Diagnostics
import LocatedYAML
import TestSupport
import Testing

struct AliasTests {
    @Test func `an alias is the value that its anchor marked`() throws {
        let node = try readOne("a: &x {k: [1, 2]}\nb: *x\nc: [*x]\n&key d: *key")
        #expect(node["b"]?["k"]?.sequence?.map(\.asInteger) == [1, 2])
        #expect(node["c"]?.sequence?.first?["k"] != nil)
        #expect(node["d"]?.asString == "d")
    }

    @Test func `the latest anchor of a name counts`() throws {
        let node = try readOne("[&a 1, *a, &a 2, *a, &a [&a 3, *a]]")
        #expect(node.sequence?[1].asInteger == 1)
        #expect(node.sequence?[3].asInteger == 2)
        #expect(node.sequence?[4].sequence?[1].asInteger == 3)
    }

    @Test func `anchors end with their document`() throws {
        try expectOne(.unknownAnchor, in: "a: &x 1\n---\nb: ⟦*x⟧\n")
    }

    @Test func `an anchor that is misspelt is suggested`() throws {
        let diagnostic = try expectOne(.unknownAnchor, in: "dev: &small 1\ntest: ⟦*smal⟧")
        #expect(diagnostic.suggestion == "did you mean '*small'?")
        #expect(diagnostic.fixIts.map(\.replacement) == ["*small"])
    }

    @Test func `an alias inside its own value is refused`() throws {
        try expectOne(.aliasCycle, in: "a: ⟦&x⟧\n  b: [⟦*x⟧]".replacing("⟦&x⟧", with: "&x"))
        let source = MarkedSource("a: ⟦&x⟧\n  b: [⟦*x⟧]\n")
        let diagnostic = try #require(parseYAML(source.file).diagnostics.first)
        #expect(diagnostic.range == source.ranges[1])
        #expect(diagnostic.secondary.map(\.range) == [source.ranges[0]])
    }

    @Test func `what an unknown alias stood for reads as null and the document as not whole`() throws {
        let (documents, _) = parseYAML(SourceFile(path: "a", text: "a: *x\nb: 2\n---\nc: 3"))
        #expect(documents.map(\.isWhole) == [false, true])
        #expect(documents[0].root["a"]?.isNull == true)
        #expect(documents[0].root["b"]?.asInteger == 2)
    }

    @Test func `a billion laughs end in one diagnostic`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
        }
        let (documents, diagnostics) = parseYAML(SourceFile(path: "laughs", text: text + "---\nb: 1"))
        #expect(diagnostics.map(\.code) == [YAMLCode.tooManyAliases.rawValue])
        #expect(documents.isEmpty)
    }

    @Test func `documents share the bound on aliases`() throws {
        var limits = YAMLLimits()
        limits.maximumAliasedNodes = 10
        let (documents, diagnostics) = parseYAML(
            SourceFile(path: "a", text: String(repeating: "- &a [1, 2]\n- *a\n---\n", count: 5)), limits: limits)
        #expect(documents.count == 3)
        #expect(diagnostics.map(\.code) == [YAMLCode.tooManyAliases.rawValue])
    }

    @Test func `depth counts what is reached through aliases`() throws {
        var limits = YAMLLimits()
        limits.maximumDepth = 5
        let file = SourceFile(path: "a", text: "a: &a [[[1]]]\nb: [*a]\nc: [[*a]]\n")
        #expect(parseYAML(file, limits: limits).diagnostics.map { $0.range?.text } == ["*a"])
        #expect(parseYAML(file, limits: limits).diagnostics.map { $0.range?.start.line } == [3])
    }
}
