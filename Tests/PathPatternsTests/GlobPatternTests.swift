import PathPatterns
import Testing

struct GlobPatternTests {
    @Test(arguments: [
        ("manifests/**/*.yaml", "manifests/a.yaml", true), ("manifests/**/*.yaml", "manifests/a/b/c.yaml", true),
        ("manifests/**/*.yaml", "other/a.yaml", false), ("manifests/**/*.yaml", "manifests/a.yml", false),
        ("*.yaml", "a.yaml", true), ("*.yaml", "a/b.yaml", false), ("*.yaml", ".hidden.yaml", false),
        (".*.yaml", ".hidden.yaml", true), ("**", "a/b/c", true), ("**/c", "c", true), ("**/c", ".git/c", false),
        ("a?c", "abc", true), ("a?c", "ac", false), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[!a-c]x", "dx", true),
        ("*.{yaml,yml}", "a.yml", true), ("{a,b/{c,d}}/*", "b/d/x", true), ("{a,b/{c,d}}/*", "b/e/x", false),
        ("./a/*.yaml", "a/x.yaml", true), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXbYbZ", false), ("[x", "[x", true),
    ])
    func `a pattern matches what it should`(_ pattern: String, _ path: String, _ matches: Bool) throws {
        #expect(try #require(GlobPattern(pattern)).matches(path) == matches)
    }

    @Test(arguments: ["", "/etc/*", "../*", "a/../../b", "a{b", "a}b", "a/"])
    func `a pattern that cannot be meant is explained`(_ pattern: String) {
        #expect(GlobPattern.problem(of: pattern) != nil)
        #expect(GlobPattern(pattern) == nil)
    }

    @Test func `braces and stars that multiply are bounded`() throws {
        #expect(GlobPattern(String(repeating: "{a,b}", count: 30)) == nil)
        let slow = try #require(GlobPattern(String(repeating: "*a", count: 50) + "b"))
        #expect(!slow.matches(String(repeating: "a", count: 5000)))
        let deep = try #require(GlobPattern(String(repeating: "**/", count: 50) + "b"))
        #expect(!deep.matches(String(repeating: "a/", count: 500) + "a"))
    }

    @Test(arguments: [
        ("manifests/**/*.yaml", "manifests"), ("*.yaml", ""), ("a/b/c*.yaml", "a/b"), ("./a/x.yaml", "a"), ("{a,b}/x", ""),
    ])
    func `only the folder before the first wildcard is listed`(_ pattern: String, _ folder: String) {
        #expect(GlobPattern.folder(of: pattern) == folder)
    }
}
