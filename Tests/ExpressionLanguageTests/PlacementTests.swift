import Diagnostics
import TestSupport
import Testing

@testable import ExpressionLanguage

/// Places within a scalar of YAML lead to where a person wrote them.
struct PlacementTests {
    /// The scalar stands in the outer marks, the mistake in the inner ones.
    private func check(_ marked: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let source = MarkedSource(marked)
        let (_, diagnostics) = compileExpression(
            ExpressionSource(text, writtenAt: source.ranges[0]), environment: ExpressionEnvironment(variables: ["topic": "x"]))
        #expect(diagnostics.map(\.range) == [source.ranges[1]], sourceLocation: sourceLocation)
    }

    @Test func `in a plain scalar`() {
        check("rule: ⟦topic == ⟦tpic⟧⟧ # why", "topic == tpic")
    }

    @Test func `in quotes`() {
        check("rule: ⟦\"topic == ⟦tpic⟧\"⟧", "topic == tpic")
        check("rule: ⟦'topic == ''a'' || topic == ⟦tpic⟧'⟧", "topic == 'a' || topic == tpic")
        check(#"rule: ⟦"topic == \"a\" || topic.matches(r'\\d') || topic == ⟦tpic⟧"⟧"#, #"topic == "a" || topic.matches(r'\d') || topic == tpic"#)
    }

    @Test func `in a literal block, behind its indentation`() {
        check("rule: ⟦|\n  topic == 'a'\n    || topic == ⟦tpic⟧\n⟧", "topic == 'a'\n  || topic == tpic\n")
        check("rule: ⟦|-\r\n    topic == 'é' ||\r\n    ⟦tpic⟧ == topic⟧", "topic == 'é' ||\ntpic == topic")
    }

    @Test func `in a folded block and a plain scalar of several lines`() {
        check("rule: ⟦>\n  topic == 'a'\n  || topic == ⟦tpic⟧\n⟧", "topic == 'a' || topic == tpic\n")
        check("rule: ⟦topic == 'a'\n  || topic == ⟦tpic⟧⟧", "topic == 'a' || topic == tpic")
    }

    @Test func `what cannot be brought together is told of the whole scalar`() {
        let source = MarkedSource(#"rule: ⟦"topic == \u0074pic"⟧"#)
        let (_, diagnostics) = compileExpression(
            ExpressionSource("topic == tpic", writtenAt: source.ranges[0]), environment: ExpressionEnvironment(variables: ["topic": "x"]))
        #expect(diagnostics.map(\.range) == [source.ranges[0]])
    }

    @Test func `in a file of its own, lines and columns count from its start`() {
        let source = MarkedSource("topic == 'é' ||\n  ⟦tpic⟧ == topic")
        let (_, diagnostics) = compileExpression(ExpressionSource(source.file), environment: ExpressionEnvironment(variables: ["topic": "x"]))
        #expect(diagnostics.map(\.range) == [source.ranges[0]])
    }
}
