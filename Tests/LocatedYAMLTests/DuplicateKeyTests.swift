import Diagnostics
import LocatedYAML
import TestSupport
import Testing

struct DuplicateKeyTests {
    @Test func `a key given twice is reported at the second place with the first beside it`() throws {
        let source = MarkedSource("⟦a⟧: 1\nb: 2\n⟦a⟧: 3\n")
        let (documents, diagnostics) = parseYAML(source.file)
        #expect(diagnostics.map(\.range) == [source.ranges[1]])
        #expect(diagnostics.first?.secondary.map(\.range) == [source.ranges[0]])
        #expect(documents.first?.root["a"]?.asInteger == 1)
        #expect(documents.first?.root.mapping?.count == 2)
        #expect(documents.first?.isWhole == false)
    }

    @Test func `quotes make no other key`() throws {
        try expectOne(.duplicateKey, in: "{a: 1, ⟦\"a\"⟧: 2}")
        try expectOne(.duplicateKey, in: "{&k a: 1, ⟦*k⟧ : 2}")
    }

    @Test func `each further one is reported, in large mappings too`() {
        let keys = (0..<50).map { "k\($0): 1\n" }.joined()
        let (documents, diagnostics) = parseYAML(SourceFile(path: "a", text: keys + "k7: 2\nk7: 3\nk8: 2\n"))
        #expect(diagnostics.map { $0.range?.start.line } == [51, 52, 53])
        #expect(diagnostics.map { $0.secondary.first?.range.start.line } == [8, 8, 9])
        #expect(documents.first?.root.mapping?.count == 50)
    }

    @Test func `the same key in other mappings is another matter`() throws {
        _ = try readOne("a: {a: 1}\nb: [{a: 1}, {a: 2}]\n[x]: 1\n[x, y]: 2")
    }

    @Test func `past a hundred errors are counted`() {
        let text = String(repeating: "- {a: 1, a: 2}\n", count: 250)
        let diagnostics = parseYAML(SourceFile(path: "a", text: text)).diagnostics
        #expect(diagnostics.count == 101)
        #expect(diagnostics.last?.code == YAMLCode.tooManyErrors.rawValue)
        #expect(diagnostics.last?.message == "150 more errors in this file are not shown")
    }
}
