import Determinism
import Diagnostics
import Foundation
import LocatedYAML
import ManifestWriting
import Testing

struct WritingPropertyTests {
    @Test func `what is written reads back the same`() {
        var random = RandomDraft(generator: SeededGenerator(seed: 0x11E4D))
        for _ in 0..<6_000 {
            let draft = random.draft()
            let text = writeYAML(draft)
            let (documents, diagnostics) = parseYAML(SourceFile(path: "written.yaml", text: text))
            guard documents.count == 1, diagnostics.isEmpty, means(documents[0].root, draft) else {
                Issue.record("\(text.debugDescription): \(diagnostics.map(\.message))")
                return
            }
        }
    }

    @Test(.enabled(if: PyYAML.isThere, "needs a Python with PyYAML")) func `PyYAML reads the same`() throws {
        var random = RandomDraft(generator: SeededGenerator(seed: 0x9A7B))
        let drafts = (0..<1_500).map { _ in random.draft() }
        let answers = try PyYAML.read(drafts.map(writeYAML))
        #expect(answers.count == drafts.count)
        for (draft, answer) in zip(drafts, answers) where answer != PyYAML.expected(draft) {
            Issue.record("\(writeYAML(draft).debugDescription): \(answer), not \(PyYAML.expected(draft))")
            return
        }
    }
}

/// What a reader of YAML 1.1 makes of a text, each value spelt out with its type.
private enum PyYAML {
    static let isThere = !python.isEmpty

    /// One that has PyYAML; empty where none has.
    private static let python = [ProcessInfo.processInfo.environment["HEDDLE_PYTHON"], "python3"].compactMap { $0 }
        .first { (try? run("import yaml", input: "", with: $0)) != nil } ?? ""

    static func read(_ texts: [String]) throws -> [String] {
        let script = """
            import json, sys, yaml
            def show(v):
                if isinstance(v, dict): return "{" + ",".join(show(k) + ":" + show(w) for k, w in v.items()) + "}"
                if isinstance(v, list): return "[" + ",".join(show(w) for w in v) + "]"
                if isinstance(v, str): return "s" + v.encode("utf-8").hex()
                if isinstance(v, bool): return "b" + str(v).lower()
                if isinstance(v, int): return "i" + str(v)
                if isinstance(v, float): return "f" + v.hex()
                return "n" if v is None else repr(v)
            for text in json.load(sys.stdin):
                try: print(show(yaml.safe_load(text)))
                except Exception as e: print("error", str(e).replace("\\n", " "))
            """
        let input = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
        return try run(script, input: input).split(separator: "\n").map(String.init)
    }

    static func expected(_ draft: YAMLDraft) -> String {
        switch draft.content {
        case .value(.null): "n"
        case .value(.boolean(let value)): "b\(value)"
        case .value(.integer(let value)): "i\(value)"
        case .value(.float(let value)): "f" + pythonHexadecimal(value)
        case .value(.string(let text)), .quoted(let text), .plain(let text): "s" + text.utf8.map { String(format: "%02x", $0) }.joined()
        case .sequence(let items): "[" + items.map(expected).joined(separator: ",") + "]"
        case .mapping(let entries):
            "{" + entries.map { expected(.string($0.key)) + ":" + expected($0.value) }.joined(separator: ",") + "}"
        }
    }

    /// `float.hex()`.
    private static func pythonHexadecimal(_ value: Double) -> String {
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let sign = value.sign == .minus ? "-" : ""
        if value == 0 { return "\(sign)0x0.0p+0" }
        let digits = String(format: "%013llx", value.significandBitPattern)
        let exponent = value.isSubnormal ? -1022 : Int(value.exponent)
        return "\(sign)0x\(value.isSubnormal ? 0 : 1).\(digits)p\(exponent < 0 ? "" : "+")\(exponent)"
    }

    private static func run(_ script: String, input: String, with python: String = python) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("yaml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let inputFile = folder.appendingPathComponent("input.json")
        try Data(input.utf8).write(to: inputFile)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python, "-c", script]
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw PythonFailed() }
        return String(decoding: data, as: UTF8.self)
    }

    private struct PythonFailed: Error {}
}
