import Diagnostics
import TestSupport
import Testing

struct TextRendererTests {
    @Test func `the place, the source, the labels and the remedy`() {
        let source = MarkedSource("kind: ⟦Topic⟧\nspec:\n  ⟦retentoin⟧: 7d\n", path: "m/orders.yaml")
        let diagnostic = Diagnostic(
            code: "manifest/unknown-key", "a Topic has no key 'retentoin'", at: source.ranges[1], label: "unknown",
            secondary: [.init("the kind is given here", at: source.ranges[0])], notes: ["first", "second\nline"],
            suggestion: "did you mean 'retention'?")
        #expect(
            TextRenderer().render(diagnostic) == """
                m/orders.yaml:3:3: error: a Topic has no key 'retentoin' [manifest/unknown-key]
                  3 |   retentoin: 7d
                    |   ^~~~~~~~~ unknown
                  1 | kind: Topic
                    |       ----- the kind is given here
                    = note: first
                    = note: second
                            line
                    = help: did you mean 'retention'?

                """)
    }

    @Test func `labels of one line share it and other files are named`() {
        let source = MarkedSource("a: ⟦1⟧\nb: ⟦2⟧ ⟦⟧\n", path: "a.yaml")
        let other = MarkedSource(String(repeating: "\n", count: 99) + "⟦z⟧", path: "z.yaml")
        let diagnostic = Diagnostic(
            .warning, code: "t/x", "m", at: source.ranges[1],
            secondary: [.init("there", at: other.ranges[0]), .init("nothing", at: source.ranges[2])])
        #expect(
            TextRenderer().render(diagnostic) == """
                a.yaml:2:4: warning: m [t/x]
                    2 | b: 2\u{20}
                      |    ^
                      |      - nothing
                   --> z.yaml:100:1
                  100 | z
                      | - there

                """)
    }

    @Test func `several lines show their first and last`() {
        let source = MarkedSource("a:\n  ⟦b: 1\n  c: 2\n  d: 3⟧\ne: 4\n", path: "a.yaml")
        #expect(
            TextRenderer().render(Diagnostic(.note, code: "t/x", "m", at: source.ranges[0], label: "here")) == """
                a.yaml:2:3: note: m [t/x]
                  2 |   b: 1
                    |   ^~~~
                    ⋮
                  4 |   d: 3
                    |   ~~~~ here

                """)
    }

    @Test func `tabs and wide characters keep the underline below its text`() {
        let source = MarkedSource("\ta\t⟦日本⟧: e\u{301}⟦x⟧", path: "a")
        let renderer = TextRenderer()
        #expect(lines(renderer, at: source.ranges[0]) == ["  1 |     a   日本: e\u{301}x", "    |         ^~~~"])
        #expect(lines(renderer, at: source.ranges[1]) == ["  1 |     a   日本: e\u{301}x", "    |                ^"])
    }

    @Test func `a long line is cut round the underline`() {
        let long = String(repeating: "a", count: 50_000)
        let source = MarkedSource("\(long) ⟦b⟧ \(long)", path: "a")
        let shown = lines(TextRenderer(width: 40), at: source.ranges[0])
        #expect(shown == [
            "  1 | …aaaaaaaaaaaaaaaaaaa b aaaaaaaaaaaaaaaaaa…",
            "    |                      ^",
        ])
        #expect(lines(TextRenderer(width: 40), at: MarkedSource("⟦\(long)⟧").ranges[0]).map(\.count) == [47, 46])
    }

    @Test func `places far apart in a long line are shown apart`() {
        let long = String(repeating: "a", count: 50_000)
        let source = MarkedSource("⟦b⟧ \(long) ⟦c⟧", path: "a")
        let diagnostic = Diagnostic(
            code: "t/x", "m", at: source.ranges[1], secondary: [.init("there", at: source.ranges[0])])
        #expect(
            TextRenderer(width: 20).render(diagnostic) == """
                a:1:50004: error: m [t/x]
                  1 | …aaaaaaaaaaaaaaaaaa c
                    |                     ^
                  1 | b aaaaaaaaaaaaaaaaaa…
                    | - there

                """)
    }

    @Test func `an empty place at the end of the file is shown`() {
        #expect(lines(TextRenderer(), at: MarkedSource("ab⟦⟧").ranges[0]) == ["  1 | ab", "    |   ^"])
        #expect(lines(TextRenderer(), at: MarkedSource("ab\n⟦⟧").ranges[0]) == ["  2 |", "    | ^"])
        #expect(lines(TextRenderer(), at: MarkedSource("⟦⟧").ranges[0]) == [])
    }

    @Test func `what a file says cannot steer a terminal`() {
        let source = MarkedSource("a: ⟦\u{1B}[31m\u{202E}⟧", path: "a")
        let text = TextRenderer().render(Diagnostic(code: "t/x", "'\u{1B}[2J'", at: source.ranges[0], notes: ["\u{9B}x"]))
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x9B })
        #expect(text.contains("'\\u{1B}[2J'"))
    }

    @Test func `colour is put round the same text`() {
        let source = MarkedSource("a: ⟦b⟧", path: "a")
        let diagnostic = Diagnostic(code: "t/x", "m", at: source.ranges[0], label: "l", suggestion: "s")
        let colored = TextRenderer(usesColor: true).render(diagnostic)
        #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == TextRenderer().render(diagnostic))
    }

    @Test func `a report ends with its summary`() {
        let source = MarkedSource("⟦a⟧⟦b⟧", path: "a")
        let report = DiagnosticReport(source.ranges.map { Diagnostic(code: "t/x", "m", at: $0) }, files: ["a"])
        #expect(TextRenderer().render(report).hasSuffix("    |  ^\n\n2 errors in 1 file\n"))
        #expect(TextRenderer().render(DiagnosticReport([], files: ["a"])) == "no problems in 1 file\n")
    }

    private func lines(_ renderer: TextRenderer, at range: SourceRange) -> [String] {
        renderer.render(Diagnostic(code: "t/x", "m", at: range)).split(separator: "\n").dropFirst().map(String.init)
    }
}
