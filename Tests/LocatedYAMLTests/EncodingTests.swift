import Diagnostics
import LocatedYAML
import Testing

struct EncodingTests {
    @Test(arguments: [
        ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"), ([0x61, 0x00, 0x3A, 0x00], "UTF-16"),
        ([0x00, 0x61, 0x00, 0x3A], "UTF-16"), ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0x00, 0x61], "UTF-32"),
    ] as [([UInt8], String)])
    func `other encodings are told by name`(_ bytes: [UInt8], _ name: String) {
        let diagnostics = parseYAML(SourceFile(path: "a", bytes: bytes)).diagnostics
        #expect(diagnostics.map(\.code) == ["yaml/unsupported-encoding"])
        #expect(diagnostics.first?.message.contains(name) == true)
    }

    @Test(arguments: [
        [0xFF], [0x80], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80],
        [0xC3, 0x28], [0xE0, 0x9F, 0xBF],
    ] as [[UInt8]])
    func `bytes that are no UTF-8 are shown where they stand`(_ bytes: [UInt8]) {
        let file = SourceFile(path: "a", bytes: Array("a: 1\nü: x".utf8) + bytes + Array("\n".utf8))
        let diagnostics = parseYAML(file).diagnostics
        #expect(diagnostics.map(\.code) == ["yaml/invalid-utf8"])
        #expect(diagnostics.first?.range?.start == SourcePosition(offset: 10, line: 2, column: 5))
    }

    @Test(arguments: ["\0", "\u{1B}", "\u{7F}", "\u{90}", "\u{FEFF}", "\u{FFFE}"])
    func `control characters are shown where they stand`(_ character: String) {
        let diagnostics = parseYAML(SourceFile(path: "a", text: "ab: x\(character)")).diagnostics
        #expect(diagnostics.map(\.code) == ["yaml/control-character"])
        #expect(diagnostics.first?.range?.start == SourcePosition(offset: 5, line: 1, column: 6))
    }

    @Test(arguments: ["", "\n\n", "# only\n", "\u{FEFF}", "   "])
    func `a file without content has no documents`(_ text: String) {
        let (documents, diagnostics) = parseYAML(SourceFile(path: "a", text: text))
        #expect(documents.isEmpty && diagnostics.isEmpty)
    }
}
