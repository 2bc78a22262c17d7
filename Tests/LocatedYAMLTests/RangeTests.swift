import Diagnostics
import LocatedYAML
import TestSupport
import Testing

/// Each text marks its nodes in the order written: a collection, then what is in it, keys before values.
struct RangeTests {
    @Test(arguments: [
        "⟦name⟧",
        "⟦⟦key⟧: ⟦value⟧⟧\n",
        "⟦⟦a⟧: ⟦1⟧\n⟦b⟧: ⟦2⟧⟧\n",
        "# first\n\n⟦⟦a⟧: ⟦1⟧⟧   # why\n\n# last\n",
        "⟦⟦a⟧:\n  ⟦⟦b⟧:\n    ⟦⟦c⟧: ⟦1⟧⟧\n  ⟦d⟧: ⟦2⟧⟧⟧\n",
        "⟦- ⟦a⟧\n- ⟦⟦b⟧: ⟦1⟧\n  ⟦c⟧: ⟦2⟧⟧⟧\n\n",
        "⟦⟦list⟧:\n⟦- ⟦1⟧\n- ⟦2⟧⟧⟧\n",
        "⟦⟦list⟧:\n  ⟦- ⟦- ⟦1⟧⟧\n  - ⟦2⟧⟧⟧\n",
        "⟦⟦a⟧: ⟦[⟦1⟧, ⟦{⟦b⟧: ⟦2⟧ }⟧ ]⟧⟧ # c\n",
        "⟦[⟦⟦a⟧: ⟦b⟧⟧ , ⟦c⟧]⟧",
        "⟦{⟦a⟧: ⟦{}⟧, ⟦b⟧: ⟦[]⟧}⟧",
        "⟦⟦\"a\"⟧: ⟦'b''c'⟧⟧",
        "⟦⟦a⟧: ⟦one\n  two\n  three⟧\n⟦b⟧: ⟦\"four\n  five\"⟧⟧\n",
        "⟦⟦? ⟦a⟧\n: ⟦b⟧⟧⟧".replacing("⟦⟦? ", with: "⟦? ").replacing("⟧⟧⟧", with: "⟧⟧"),
    ])
    func `a node is what one would underline`(_ marked: String) throws {
        try expectRanges(marked)
    }

    @Test(arguments: [
        "⟦⟦a⟧:⟦⟧\n⟦b⟧:⟦⟧   # why\n⟦c⟧: ⟦1⟧⟧",
        "⟦⟦a⟧:⟦⟧⟧",
        "⟦-⟦⟧\n-⟦⟧ # c\n- ⟦1⟧⟧",
        "⟦{⟦a⟧⟦⟧, ⟦b⟧:⟦⟧ , ⟦c⟧⟦⟧ }⟧",
        "⟦? ⟦a⟧⟦⟧\n? ⟦b⟧⟦⟧⟧",
        "⟦⟦a⟧:\n  ⟦⟦b⟧:⟦⟧⟧\n⟦c⟧:⟦⟧⟧\n\n\n",
    ])
    func `a value that was left out stands behind its colon, dash or key`(_ marked: String) throws {
        try expectRanges(marked)
    }

    @Test(arguments: [
        "⟦⟦a⟧: ⟦|\n  one\n  two⟧\n\n⟦b⟧: ⟦1⟧⟧\n",
        "⟦⟦a⟧: ⟦>-\n  one\n\n  two⟧\n# c\n⟦b⟧: ⟦|+\n  x⟧⟧\n\n",
        "⟦- ⟦|2\n    one⟧\n- ⟦2⟧⟧",
    ])
    func `a block text ends with its last line`(_ marked: String) throws {
        try expectRanges(marked)
    }

    @Test(arguments: [
        "⟦⟦ä⟧: ⟦ö ü⟧\n⟦日本⟧: ⟦{⟦語⟧: ⟦\"🦊\"⟧}⟧⟧\n",
        "# 🦊🦊🦊\n⟦⟦é⟧: ⟦[⟦🦊⟧, ⟦x⟧]⟧\n⟦z⟧: ⟦1⟧⟧\n",
        "⟦⟦a⟧: ⟦b\u{2028}  c\u{85}  d⟧\n⟦e⟧: ⟦f⟧⟧\n",
    ])
    func `columns count scalars and offsets bytes`(_ marked: String) throws {
        try expectRanges(marked)
    }

    @Test(arguments: ["\r\n", "\r"])
    func `lines end as editors have it`(_ lineBreak: String) throws {
        try expectRanges("⟦⟦a⟧: ⟦1⟧\n\n⟦ü⟧:\n  ⟦- ⟦x⟧\n  - ⟦|\n    y⟧⟧⟧\n".replacing("\n", with: lineBreak))
    }

    @Test func `a tag and an anchor do not belong to the value`() throws {
        try expectRanges("⟦⟦a⟧: &x ⟦1⟧\n⟦b⟧: !!str ⟦2⟧\n⟦c⟧: !t &y ⟦[⟦3⟧]⟧\n⟦d⟧: &z # c\n  ⟦⟦e⟧: ⟦4⟧⟧⟧\n")
        try expectRanges("⟦⟦a⟧: &x⟦⟧\n⟦b⟧: !<tag:x,1> ⟦y⟧⟧\n")
        let node = try readOne("a: !t &y [3]\nb: &z 1")
        let sequence = try #require(node["a"])
        #expect(sequence.tag == "!t")
        #expect(sequence.anchor?.name == "y")
        #expect(sequence.anchor?.range.text == "&y")
        #expect(node["b"]?.anchor?.range.location == "test.yaml:2:4")
    }

    @Test func `an alias keeps both places`() throws {
        let source = MarkedSource("a: &x ⟦one⟧\nb: ⟦*x⟧\n")
        let value = try #require(try readOne(source)["b"])
        #expect(value.range == source.ranges[0])
        #expect(value.aliasRange == source.ranges[1])
        #expect(value.useRange == source.ranges[1])
        #expect(value.asString == "one")
    }

    @Test func `a byte order mark at the start is no column`() throws {
        let file = SourceFile(path: "bom.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array("a: ü\nb: 2".utf8))
        let root = try #require(parseYAML(file).documents.first).root
        let keys = try #require(root.mapping).map(\.key.range)
        #expect(keys.map(\.start) == [.init(offset: 3, line: 1, column: 1), .init(offset: 9, line: 2, column: 1)])
    }

    @Test func `documents go on counting`() throws {
        let source = MarkedSource("---\nä: 1\n---\n⟦b⟧: 2\n...\n---\n# c\n- ⟦c⟧")
        let (documents, diagnostics) = parseYAML(source.file)
        #expect(diagnostics.isEmpty && documents.count == 3)
        #expect(documents[1].root.mapping?.first?.key.range == source.ranges[0])
        #expect(documents[2].root.sequence?.first?.range == source.ranges[1])
    }

    private func expectRanges(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let source = MarkedSource(marked)
        let nodes = allNodes(try readOne(source, sourceLocation: sourceLocation))
        #expect(nodes.map(show) == source.ranges.map(show), sourceLocation: sourceLocation)
    }

    private func show(_ node: YAMLNode) -> String { show(node.range) }

    private func show(_ range: SourceRange) -> String {
        "\(range.start.offset) \(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column) \(range.text)"
    }
}
