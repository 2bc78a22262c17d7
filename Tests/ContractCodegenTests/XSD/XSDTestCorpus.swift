import ContractCodegen
import Diagnostics
import Foundation
import TestSupport
import XMLText
import XSDModel

/// Schemas of one text from the W3C's tests, in an order that is always the same and follows no suite.
struct XSDTestCorpus {
    private struct Case: Decodable {
        struct SchemaTest: Decodable {
            struct Expectation: Decodable { var validity: String }
            var documents: [String]
            var expected: [Expectation]
        }
        var schema_tests: [SchemaTest]
    }
    private struct Text: Decodable { var text: String? }

    static let folder = conformanceFolder("w3c-xsdtests")

    /// Each with a document's element that is not abstract.
    static func schemas(_ count: Int, seed: UInt64) throws -> [XSDSchema] {
        guard let folder else { return [] }
        let texts = try JSONDecoder().decode([String: Text].self, from: Data(contentsOf: folder.appending(path: "files.json")))
        var paths: [String] = []
        for line in try String(contentsOf: folder.appending(path: "cases.jsonl"), encoding: .utf8).split(separator: "\n") {
            let one = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
            for test in one.schema_tests where test.documents.count == 1 && test.expected.first?.validity == "valid" { paths += test.documents }
        }
        var random = SeededGenerator(seed: seed)
        var found: [XSDSchema] = []
        for path in Set(paths).sorted().shuffled(using: &random) where found.count < count {
            guard let text = texts[path]?.text, text.utf8.count < 20_000, !text.contains("schemaLocation") else { continue }
            guard let schema = loadXSD(file: SourceFile(path: path, bytes: Array(text.utf8))).schema else { continue }
            guard schema.globalElements.values.contains(where: { !schema[$0].isAbstract }) else { continue }
            found.append(schema)
        }
        return found
    }
}

/// Several schemas as one program: each one's types have a prefix of their own.
struct XSDProgramSources {
    private(set) var files: [String: String] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    private var entries: [String] = []

    mutating func add(_ schema: XSDSchema, number: Int, options given: CodegenOptions = CodegenOptions()) {
        var options = given
        let prefix = "S\(number)"
        for name in schema.globalTypes.keys { options.names[name.description] = prefix + SwiftName.type(name.local) }
        for name in schema.globalElements.keys { options.names["element \(name)"] = prefix + SwiftName.type(name.local) + "Element" }
        let (made, problems) = generateSwift([ContractInput(format: .xsd, file: schema.file, outputName: prefix, options: options)])
        diagnostics += problems.filter { $0.severity == .error }
        for file in made { files[file.name] = file.text }
        guard !made.isEmpty else { return }
        for (name, id) in schema.globalElements.sorted(by: { $0.key < $1.key })
        where name.namespace == schema.targetNamespace && !schema[id].isAbstract {
            entries.append("case \(swiftLiteral("\(number)|\(name)")): return again(\(options.names["element \(name)"] ?? "").self, bytes)")
        }
    }

    /// Takes `number|{namespace}element|hexadecimal document`, and answers `= document` in hexadecimal or `! error`.
    var sources: [String: String] {
        var all = files
        all["main.swift"] = """
            import HeddleRuntime
            import HeddleXML

            func again<Value: ContractCodable>(_: Value.Type, _ bytes: [UInt8]) -> String {
                do {
                    let value = try Value(decoding: bytes)
                    let written = try value.encoded()
                    guard try Value(decoding: written) == value || String(describing: value).contains("nan") else { return "! not equal" }
                    return "= " + hexText(written)
                } catch { return "! \\(error)" }
            }

            func answer(_ key: String, _ bytes: [UInt8]) -> String {
                switch key {
                \(entries.joined(separator: "\n    "))
                default: return "! unknown \\(key)"
                }
            }

            while let line = readLine() {
                let parts = line.split(separator: "|")
                let digits = Array(parts[2].utf8.dropFirst())
                var bytes: [UInt8] = []
                for index in stride(from: 0, to: digits.count, by: 2) {
                    let pair = String(decoding: digits[index..<index + 2], as: UTF8.self)
                    bytes.append(UInt8(pair, radix: 16)!)
                }
                print(answer(parts[0] + "|" + parts[1], bytes))
            }
            """
        return all
    }

    static func line(_ number: Int, _ element: XMLName, _ document: [UInt8]) -> String {
        "\(number)|\(element)|x" + document.map { String(format: "%02X", $0) }.joined()
    }

    static func document(_ answer: String) -> [UInt8]? {
        guard answer.hasPrefix("= ") else { return nil }
        let digits = Array(answer.utf8.dropFirst(2))
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
    }
}
