import Diagnostics
import TestSupport
import Testing

@testable import ExpressionLanguage

struct CheckerTests {
    private static let environment: ExpressionEnvironment = {
        var environment = ExpressionEnvironment()
        environment.declare(
            ExpressionObjectType(
                "Topic",
                fields: [
                    "name": .string, "partitions": .int, "owner": .nullable(.string), "labels": .map(.string, .string), "retention": .duration,
                    "tags": .list(.string),
                ]))
        environment.variables["topic"] = .object("Topic")
        environment.variables["topics"] = .list(.object("Topic"))
        environment.variables["anything"] = .dyn
        return environment
    }()

    /// What is said of a text, and that it is said of the marked places.
    private func check(_ marked: String, _ expected: [(String, String?)], sourceLocation: SourceLocation = #_sourceLocation) {
        let source = MarkedSource(marked)
        let (_, diagnostics) = compileExpression(ExpressionSource(source.file), environment: Self.environment, wanted: .bool)
        #expect(diagnostics.map(\.message) == expected.map(\.0), sourceLocation: sourceLocation)
        #expect(diagnostics.map(\.range) == source.ranges.map(Optional.some), sourceLocation: sourceLocation)
        for (diagnostic, (_, suggestion)) in zip(diagnostics, expected) {
            #expect(diagnostic.suggestion == suggestion, sourceLocation: sourceLocation)
        }
    }

    @Test func `misspelt names are told with what was meant`() {
        check("⟦topc⟧.partitions > 3", [("there is no variable 'topc' here", "did you mean 'topic'?")])
        check("topic.⟦partition⟧ > 3", [("Topic has no field 'partition'", "did you mean 'partitions'?")])
        check("topic.name.⟦startWith⟧('a')", [("there is no function 'startWith'", "did you mean 'startsWith'?")])
        check("topics.all(t, t.⟦nam⟧ != '')", [("Topic has no field 'nam'", "did you mean 'name'?")])
        check("topic.⟦name⟧() == ''", [("there is no function 'name'", "'name' is a field: leave the parentheses out")])
        check("⟦startsWith⟧(topic.name, 'a')", [("there is no function 'startsWith'", "it is written behind a value: 'value.startsWith(…)'")])
    }

    @Test func `types that do not go together are told with what would`() {
        check("⟦topic.partitions == '3'⟧", [("'==' cannot compare int with string", "write 'string(…)' round the number")])
        check("⟦topic.partitions == 3.0⟧", [("'==' cannot compare int with double", "convert one of the two: 'int(…)'")])
        check("topic.partitions > 2.5", [])
        check("⟦topic.name⟧ && true", [("'&&' takes bools, and this is string", nil)])
        check("⟦topic.name⟧", [("the expression results in string, where bool is wanted", nil)])
        check("⟦topic.name.startsWith(3)⟧", [("there is no 'string.startsWith(int)'", "there is 'string.startsWith(string) -> bool'")])
        check("topic.tags[⟦'a'⟧] == ''", [("the index of a list is an int, and this is string", nil)])
        check("⟦topic.name⟧.all(c, true)", [("'all' goes over a list or a map, and this is string", nil)])
        check("topics.filter(t, ⟦t.name⟧).size() > 0", [("the condition of 'filter' is string, where bool is wanted", nil)])
    }

    @Test func `all mistakes are told, each once`() {
        check("⟦x⟧ > 1 && ⟦y⟧.z == 2 && topic.⟦q⟧.r == 's'", [
            ("there is no variable 'x' here", "there is 'anything', 'topic', 'topics'"),
            ("there is no variable 'y' here", "there is 'anything', 'topic', 'topics'"),
            ("Topic has no field 'q'", "it has 'labels', 'name', 'owner', 'partitions', 'retention', 'tags'"),
        ])
    }

    @Test func `what is dyn, and what may be null, passes`() {
        check("anything.a.b[3].c == 1 && anything > 2u", [])
        check("topic.owner == null || topic.owner.startsWith('team-')", [])
        check("topic.labels.tier == 'gold' && has(topic.labels.tier) && 'x' in topic.labels", [])
        check("topic.retention > duration('1h') && topic.labels.?tier.orValue('none') == 'none'", [])
    }

    @Test func `text that can never be read is found before evaluation`() {
        check("topic.name.matches(⟦'a('⟧)", [("the pattern cannot be used: a '(' is not closed", nil)])
        check("topic.retention < duration(⟦'7 days'⟧)", [
            ("this is no duration", "write numbers with the units h, m, s, ms, us and ns: '1h30m', '168h'")
        ])
    }

    @Test(arguments: [
        ("[1, 2]", "list(int)"), ("[1, 'a']", "list(dyn)"), ("{'a': [1u]}", "map(string, list(uint))"), ("[[], [[1]]]", "list(list(list(int)))"),
        ("[1, 2].map(x, string(x))", "list(string)"), ("{'a': 1}.transformMap(k, v, v > 1)", "map(string, bool)"),
        ("true ? 1 : 2", "int"), ("optional.of(1)", "optional_type(int)"), ("{'a': 1}.?a.orValue(2)", "int"), ("type(1)", "type(int)"),
        ("math.greatest(1, 2)", "int"), ("math.greatest(1, 2.0)", "dyn"), ("timestamp(0) - timestamp(1)", "google.protobuf.Duration"),
        ("[3, 1].sort()[0]", "int"), ("'a,b'.split(',')", "list(string)"),
    ])
    func `the result's type is known`(_ text: String, _ type: String) {
        #expect(compileExpression(ExpressionSource(text), environment: Self.environment).0?.resultType.description == type)
    }

    @Test func `what an expression reads is told`() {
        let (checked, _) = compileExpression(ExpressionSource("topics.exists(t, t.name == topic.name)"), environment: Self.environment)
        #expect(checked?.variables == ["topic", "topics"])
    }
}
