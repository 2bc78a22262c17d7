import ContractModel
import Testing

struct ECMARegexTests {
    static let cases: [(String, [String], [String])] = [
        ("", ["", "a"], []),
        ("abc", ["abc", "xabcx"], ["ab", "acb"]),
        ("^abc", ["abc", "abcd"], ["xabc"]),
        ("abc$", ["abc", "xabc"], ["abcx", "abc\n"]),
        ("^$", [""], ["a", "\n"]),
        ("^a.c$", ["abc", "a😀c", "aéc"], ["a\nc", "a\u{2028}c", "ac"]),
        ("^(a|b)+c?$", ["a", "abab", "bc"], ["", "c", "abx"]),
        ("^a{2,3}$", ["aa", "aaa"], ["a", "aaaa"]),
        ("^a{2}$", ["aa"], ["a", "aaa"]),
        ("^a{2,}$", ["aa", "aaaaaa"], ["a"]),
        ("^a{,2}$", ["a{,2}"], ["a", "aa"]),
        ("^x{1$", ["x{1"], ["x"]),
        ("^a+?b*?$", ["a", "aabb"], ["b"]),
        ("^[a-cx-]+$", ["abc-x"], ["d"]),
        ("^[^a-c]$", ["d", "\n", "😀"], ["a", "dd"]),
        ("^[]$", [], ["", "a"]),
        ("^[^]$", ["a", "\n"], [""]),
        ("^[\\d\\-x]+$", ["1-x"], ["a"]),
        ("^[\\w-.]+$", ["a-.b_9"], ["é"]),
        ("^\\u0041\\x42\\u{43}\\ud83d\\ude00$", ["ABC😀"], ["ABC"]),
        ("^\\t\\n\\v\\f\\r\\0\\cJ$", ["\t\n\u{B}\u{C}\r\0\n"], ["t"]),
        ("^[\\b]$", ["\u{8}"], ["b"]),
        ("^\\/\\-\\_\\.\\'\\!$", ["/-_.'!"], ["x"]),
        ("\\bfoo\\b", ["a foo b", "foo"], ["food", "afoo"]),
        ("\\Bo", ["foo"], ["o"]),
        ("^(?=.*\\d)(?=.*[a-z]).{3,}$", ["a1b", "xx9"], ["abc", "123", "a1"]),
        ("^(?!.*bad).*$", ["good"], ["a bad b"]),
        ("(?<=\\$)\\d+", ["$12"], ["12"]),
        ("(?<!\\$)\\b\\d+", ["12"], ["$1"]),
        ("(?<=a+b)c", ["aaabc"], ["bc"]),
        ("^(a)(b)\\2\\1$", ["abba"], ["abab"]),
        ("^(?<x>..)-\\k<x>$", ["ab-ab"], ["ab-ba"]),
        ("^(?:(a)|b)*\\1$", ["b", "ab", "aa"], ["ac"]),
        ("^(['\"]).*\\1$", ["'a'", "\"\""], ["'a\""]),
        ("^\\p{Lu}\\p{Ll}+$", ["Éa", "Ab"], ["ab", "AB"]),
        ("^\\P{L}+$", ["123", "-"], ["a"]),
        ("^\\p{Script=Greek}+$", ["αβγ"], ["abc"]),
        ("^\\p{sc=Cyrl}$", ["ж"], ["z"]),
        ("^[\\p{L}\\p{Nd}]+$", ["é9"], ["-"]),
        ("^\\p{Alphabetic}\\p{White_Space}\\p{gc=Punctuation}$", ["a !"], ["1 !"]),
        ("^(|a)+$", ["", "aaa"], ["b"]),
        ("^((a*)*)*$", ["", "aaa"], ["b"]),
        ("a|b|", ["", "x"], []),
        ("^(?:a|ab)(?:c|bcd)$", ["abcd", "ac", "abc"], ["abbcdx"]),
        ("^\\d{4}-\\d{2}-\\d{2}$", ["2024-01-02"], ["24-1-2"]),
        ("^.{0,1000}$", [String(repeating: "x", count: 1000)], [String(repeating: "x", count: 1001)]),
    ]

    @Test(arguments: cases)
    func `a pattern matches what ECMA-262 says`(_ pattern: String, _ matching: [String], _ others: [String]) throws {
        let regex = try ECMARegex(pattern)
        for text in matching { #expect(try regex.matches(text), "\(pattern) on \(text.debugDescription)") }
        for text in others { #expect(try !regex.matches(text), "\(pattern) on \(text.debugDescription)") }
    }

    static let refused = [
        "(", ")", "a)", "[", "[a", "*", "+a", "?", "a**", "a{3,2}", "(?", "(?i)a", "(?P<n>a)", "(?#c)", "\\", "\\a", "\\Z", "\\z",
        "\\A", "\\1", "(a)\\2",
        "\\k<n>", "\\k", "(?<1a>b)", "(?<a", "\\c1", "\\x1", "\\u12", "\\u{110000}", "\\p{Nope}", "\\pL", "[b-a]", "\\01",
        "\\p{Script=Nope}", "(?>a)", "a++",
    ]

    @Test(arguments: refused)
    func `what ECMA-262 does not have is refused`(_ pattern: String) {
        #expect(throws: RegexProblem.self) { try ECMARegex(pattern) }
    }

    @Test func `repetitions of repetitions are refused before they fill the memory`() {
        #expect(throws: RegexProblem.self) { try ECMARegex("((a{1000}){1000}){1000}") }
        #expect(throws: RegexProblem.self) { try ECMARegex(String(repeating: "(", count: 5_000)) }
        #expect(throws: Never.self) { try ECMARegex("(?:(?:){100000}){100000}") }
        #expect(throws: RegexProblem.self) { try ECMARegex("((){100000}){100000}") }
    }

    @Test func `steps are counted, and their end is told`() throws {
        let text = String(repeating: "a", count: 60) + "!"
        var steps = 100_000
        #expect(try !ECMARegex("^(a+)+$").matches(text, steps: &steps))
        #expect(steps > 0 && steps < 100_000)
        let regex = try ECMARegex("^(a+)+\\1$")
        #expect(throws: RegexExhausted.self) {
            var steps = 100_000
            return try regex.matches(text, steps: &steps)
        }
    }
}
