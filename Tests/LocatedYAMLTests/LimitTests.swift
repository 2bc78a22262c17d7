import Diagnostics
import LocatedYAML
import TestSupport
import Testing

struct LimitTests {
    @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
    func `nesting ends in a diagnostic`(_ opening: String) {
        let (documents, diagnostics) = parseYAML(
            SourceFile(path: "deep", text: String(repeating: opening, count: 200_000) + "\n---\nnext: 1\n"))
        #expect(diagnostics.map(\.code) == [YAMLCode.tooDeep.rawValue])
        #expect(documents.map { $0.root["next"]?.asInteger } == [1])
    }

    @Test func `a hundred deep is allowed`() throws {
        let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        _ = try readOne(text)
        #expect(parseYAML(SourceFile(path: "a", text: "[\(text)]")).diagnostics.map(\.code) == ["yaml/too-deep"])
    }

    @Test func `a file over the limit is not read`() {
        var limits = YAMLLimits()
        limits.maximumBytes = 10
        let (documents, diagnostics) = parseYAML(SourceFile(path: "a", text: "a: 12345678"), limits: limits)
        #expect(documents.isEmpty && diagnostics.map(\.code) == ["yaml/too-large"])
    }

    @Test func `a value over the limit ends its document`() {
        var limits = YAMLLimits()
        limits.maximumScalarBytes = 4
        let file = SourceFile(path: "a", text: "a: 1234\n---\nb: 12345\n---\nc: 1\n")
        let (documents, diagnostics) = parseYAML(file, limits: limits)
        #expect(documents.count == 2)
        #expect(diagnostics.map(\.code) == ["yaml/too-large"])
        #expect(diagnostics.first?.range?.location == "a:3:4")
    }

    @Test func `keys and values are counted`() {
        var limits = YAMLLimits()
        limits.maximumNodes = 10
        let file = SourceFile(path: "a", text: "--- [x]\n--- [a,b,c,d,e,f,g,h,i]\n--- [y]\n")
        let (documents, diagnostics) = parseYAML(file, limits: limits)
        #expect(documents.count == 1)
        #expect(diagnostics.map { $0.range?.text } == ["h"])
        #expect(diagnostics.map(\.code) == ["yaml/too-large"])
    }

    @Test func `documents are counted`() {
        var limits = YAMLLimits()
        limits.maximumDocuments = 3
        let (documents, diagnostics) = parseYAML(
            SourceFile(path: "a", text: String(repeating: "--- 1\n", count: 5)), limits: limits)
        #expect(documents.count == 3)
        #expect(diagnostics.map { $0.range?.start.line } == [4])
    }

    @Test func `directives are counted before they are compared with each other`() {
        let text = (0..<2_000).map { "%TAG !t\($0)! tag:x,2026:\n" }.joined() + "--- 1\n"
        #expect(parseYAML(SourceFile(path: "a", text: text)).diagnostics.map(\.code) == ["yaml/too-large"])
    }

    @Test func `many broken documents end in many diagnostics and no more`() {
        let diagnostics = parseYAML(SourceFile(path: "a", text: String(repeating: "--- [\n", count: 20_000))).diagnostics
        #expect(diagnostics.count == 100 || diagnostics.count == 101)
    }
}
