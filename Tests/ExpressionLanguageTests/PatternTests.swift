import Testing

@testable import ExpressionLanguage

struct PatternTests {
    private func matches(_ pattern: String, _ text: String) throws -> Bool {
        var meter = EvaluationMeter()
        return try TextPattern(pattern).matches(text, &meter)
    }

    @Test(arguments: [
        ("^[a-z]+(\\.[a-z]+)*$", "orders.created", true), ("^[a-z]+(\\.[a-z]+)*$", "orders.Created", false), ("b", "abc", true),
        ("^b", "abc", false), ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true), ("(?i)ORDERS", "orders", true), ("(?i)[A-C]+x", "bX", true),
        ("(?i)straße", "STRAßE", true), ("(?m)^b$", "a\nb\nc", true), ("^b$", "a\nb\nc", false), ("a{2,3}", "aa", true), ("^a{2,3}$", "aaaa", false),
        ("^a{2}$", "aa", true), ("^a{,2}$", "a{,2}", true), ("^(?:ab|cd)+?$", "abcdab", true), ("^(?P<x>a)(?<y>b)$", "ab", true),
        ("\\d+\\s\\w", "12 a", true), ("^\\D$", "1", false), ("[^\\d]", "1", false), ("[\\D]", "a", true), ("[[:alpha:]]+", "12", false),
        ("[[:^alpha:]]", "1", true), ("^\\pL+$", "Ω", true), ("^\\p{Lu}$", "ω", false), ("\\PL", "Ω", false), ("^[\\p{Nd}_]+$", "1_2", true),
        ("\\bcat\\b", "a cat!", true), ("\\bcat\\b", "concat", false), ("\\x41\\x{42}\\103", "ABC", true), ("\\Qa.b\\E", "a.b", true),
        ("\\Qa.b\\E", "axb", false), ("^[]a]+$", "]a", true), ("^[a-]+$", "-a", true), ("", "", true), ("a||b", "", true), ("^\\A\\z$", "", true),
        ("^(a(?i)b)c$", "aBc", true), ("^(a(?i)b)c$", "aBC", false), ("\\.", ".", true), ("^\\{\\}$", "{}", true),
    ])
    func `a pattern means what RE2 means by it`(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try matches(pattern, text) == expected)
    }

    @Test(arguments: [
        "(", ")", "[a", "a**", "*", "a{2,1}", "a{1001}", "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "\\1", "\\q", "\\p{Foo}", "\\p{Greek}", "[b-a]", "(?z)",
        "\\", "[\\", "\\x{110000}", "\\xZ", "(a{1000}){1000}", "[[:foo:]]", "(?P<>a)", "(?P<a", "(?i",
    ])
    func `what RE2 refuses is refused`(_ pattern: String) {
        #expect(throws: PatternProblem.self) { _ = try TextPattern(pattern) }
    }

    @Test func `deep and long patterns are refused, not a crash`() {
        for pattern in [String(repeating: "(", count: 9_000), String(repeating: "a", count: 20_000), String(repeating: "(?:", count: 3_000)] {
            #expect(throws: PatternProblem.self) { _ = try TextPattern(pattern) }
        }
    }
}
