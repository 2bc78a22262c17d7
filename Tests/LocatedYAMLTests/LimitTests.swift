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

/// A file may be one line of a megabyte: places in it are reached from the place before, not from the line's start.
struct LongLineTests {
    @Test(arguments: ["e", "é", "😀"])
    func `a line of a megabyte has exact places`(_ letter: String) throws {
        let items = (0..<60_000).map { "k\($0): \(letter)\(letter)" }
        let root = try readOne("{ " + items.joined(separator: ", ") + " }")
        let entries = try #require(root.mapping)
        #expect(entries.count == 60_000)
        // Places from the first to the last, and back again.
        var column = 3
        for (item, entry) in zip(items, entries) {
            #expect(entry.key.range.start.column == UInt32(column))
            #expect(entry.value.range.end.column == UInt32(column + item.unicodeScalars.count))
            if entry.key.range.start.column != UInt32(column) { break }
            column += item.unicodeScalars.count + 2
        }
        #expect(entries.last?.value.range.length == letter.utf8.count * 2)
    }

    @Test func `an anchor far into a long line is found where it is`() throws {
        let root = try readOne("[ " + String(repeating: "ü, ", count: 200_000) + "&a ü, *a ]")
        let items = try #require(root.sequence)
        #expect(items[200_000].anchor?.range.start.column == 600_003)
        #expect(items[200_001].aliasRange?.start.column == 600_009)
    }
}
