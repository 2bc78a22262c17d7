import Diagnostics
import LocatedYAML
import TestSupport
import Testing

/// Each text marks where its error must be shown, then the places beside it.
struct SyntaxErrorTests {
    @Test(arguments: ["a:\n⟦\t⟧b: c\n", "a: x\n⟦\t\t⟧b: c\n", "a:\n  - x\n⟦\t⟧- y\n"])
    func `a tab cannot indent`(_ marked: String) throws {
        let diagnostic = try expectOne(.tabIndentation, in: marked.replacing("a: x", with: "a: x"))
        #expect(diagnostic.fixIts.allSatisfy { $0.replacement.allSatisfy { $0 == " " } } && !diagnostic.fixIts.isEmpty)
    }

    @Test(arguments: [
        ("name⟦:⟧foo\nkind: x\n", "a space is missing after ':'"),
        ("a: 1\nname⟦:⟧foo\nkind: x\n", "a space is missing after ':'"),
        ("{a⟦:⟧[1]}\n", "a space is missing after ':'"),
        ("a: b⟦:⟧ c\n", "a second ': ' in one line"),
        ("a: b\n  c⟦:⟧ d\n", "a key cannot stand here: the line above already has a value"),
        ("⟦foo⟧\nbar: baz\n", "expected ':' after this key"),
        ("x: 1\n⟦key⟧\nk: v\n", "expected ':' after this key"),
        ("a: ⟦-⟧ b\n", "a list item cannot begin here"),
    ])
    func `colons are explained`(_ marked: String, _ message: String) throws {
        #expect(try expectFirst(marked).message == message)
    }

    @Test func `a missing space can be put in`() throws {
        let source = MarkedSource("a: 1\nü-name⟦:⟧foo\nkind: x\n")
        let diagnostic = try #require(parseYAML(source.file).diagnostics.first)
        #expect(applying(diagnostic.fixIts, to: source.file) == "a: 1\nü-name:foo\nkind: x\n".replacing(":foo", with: ": foo"))
        #expect(diagnostic.range == source.ranges[0])
    }

    @Test(arguments: [
        ("a: \"x\" ⟦y⟧\n", "text follows the closing quote"),
        ("a:\n   b: 1\n  ⟦c: 2⟧\n", "expected a key: this line's indentation fits no mapping above"),
        ("a: 1\n⟦- b⟧\n", "a list item cannot stand among the keys of a mapping"),
        ("- a\n⟦b: 1⟧\n", "expected a list item: this line is neither '- …' nor indented below one"),
    ])
    func `indentation is explained`(_ marked: String, _ message: String) throws {
        #expect(try expectFirst(marked).message == message)
    }

    @Test(arguments: [
        ("a: ⟦\"⟧x\nb: c\n", "the quote that opens here is never closed"),
        ("a: ⟦'⟧x\n---\nb: c\n", "the quote that opens here is never closed"),
        ("a: \"⟦\\d⟧\"\n", "'\\d' is no escape of double quotes"),
        ("a: ⟦[⟧1, 2\n", "this list is never closed"),
        ("a: ⟦{⟧b: 1\n", "this mapping is never closed"),
        ("a: ⟦{⟧b: 1\n---\nc: 1\n", "this mapping is never closed"),
        ("a: ⟦[⟧\n---\nc: 1\n", "this list is never closed"),
        ("a: [{b: ⟦[⟧1, \n", "this list is never closed"),
        ("a: ⟦{⟧", "this mapping is never closed"),
        ("a: [b, c⟦}⟧\n", "expected ',' or ']'"),
        ("a: ⟦]⟧\n", "expected a value here"),
    ])
    func `what opens must close`(_ marked: String, _ message: String) throws {
        #expect(try expectFirst(marked).message == message)
    }

    @Test(arguments: [
        ("a: ⟦@⟧x\n", "a value cannot begin with '@' unless it is quoted"),
        ("a: ⟦`⟧x\n", "a value cannot begin with '`' unless it is quoted"),
        ("a: ⟦%⟧x\n", "a value cannot begin with '%' unless it is quoted"),
        ("a: ⟦*.foo⟧\n", "'*' begins an alias, and this is no name of an anchor"),
        ("a: ⟦&⟧\n", "'&' begins an anchor, and this is no name for one"),
        ("a: ⟦!<x⟧\n", "'!' begins a tag, and this is none"),
        ("a: ⟦!e!x y⟧\n", "no %TAG directive declares the prefix of this tag"),
        ("a: ⟦| foo⟧\n  bar\n", "only an indentation from 1 to 9, '+', '-' and a comment may follow '|' or '>' on its line"),
    ])
    func `characters that mean something are explained`(_ marked: String, _ message: String) throws {
        #expect(try expectFirst(marked).message == message)
    }

    @Test(arguments: [
        ("[a]\n⟦b: c⟧\n", "the document ends above this line"),
        ("⟦%YAML 3.0⟧\n---\na\n", "this is no version of YAML that can be read"),
    ])
    func `text outside documents is explained`(_ marked: String, _ message: String) throws {
        #expect(try expectFirst(marked).message == message)
    }

    @Test(arguments: [
        ("a: \"x\"⟦#⟧ c\n", "a comment needs a space before its '#'"),
        ("a: [x]⟦#⟧ c\n", "a comment needs a space before its '#'"),
        ("a: |2-⟦#⟧ c\n  x\n", "a comment needs a space before its '#'"),
        ("a: [⟦-⟧]\n", "a lone '-' is no value"),
        ("\"a\"\n⟦%YAML 1.2\n---⟧\nb\n", "a line with '%' cannot follow a document that was not ended"),
    ])
    func `what only YAML 1.1 allows is refused`(_ marked: String, _ message: String) throws {
        #expect(try expectFirst(marked).message == message)
    }

    @Test func `a comment and a directive in their place are allowed`() {
        let text = "%YAML 1.2\n---\na: \"x\" # c\nb: [1, '-'] # c\nc: | # c\n  x#y\n...\n%YAML 1.2\n---\nb\n"
        #expect(parseYAML(SourceFile(path: "a", text: text)).diagnostics.isEmpty)
    }

    @Test func `reading goes on with the next document`() {
        let text = "a: [\n---\nb: 1\n---\n\"c\n---\nd: 'x\n\n---\ne: 2\n---\n@\n"
        let (documents, diagnostics) = parseYAML(SourceFile(path: "a", text: text))
        #expect(documents.map { $0.root.mapping?.first?.key.scalar?.text } == ["b", "e"])
        #expect(diagnostics.map { $0.range?.start.line } == [1, 5, 7, 12])
        #expect(documents.last?.root["e"]?.range.start == SourcePosition(offset: 39, line: 10, column: 4))
    }

    @Test func `anchors of a document that failed are forgotten`() {
        let (_, diagnostics) = parseYAML(SourceFile(path: "a", text: "a: &x 1\nb: [\n---\nc: *x\n"))
        #expect(diagnostics.map(\.code) == ["yaml/syntax", "yaml/unknown-anchor"])
    }

    private func expectFirst(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Diagnostic {
        let source = MarkedSource(marked)
        let diagnostic = try #require(parseYAML(source.file).diagnostics.first, sourceLocation: sourceLocation)
        #expect(diagnostic.code == "yaml/syntax", sourceLocation: sourceLocation)
        #expect(diagnostic.range?.location == source.ranges[0].location, sourceLocation: sourceLocation)
        #expect(diagnostic.range?.text == source.ranges[0].text, sourceLocation: sourceLocation)
        return diagnostic
    }
}
