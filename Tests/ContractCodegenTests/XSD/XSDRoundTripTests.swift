import CompiledCodecs
import ContractCodegen
import Diagnostics
import Foundation
import TestSupport
import Testing
import XMLText
import XSDModel

@Suite struct XSDRoundTripTests {
    private static let count = 120
    private static let documents = 8

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { XSDTestCorpus.folder != nil })
    func `documents of the corpus' schemas are decoded, encoded, valid again and the same`() throws {
        let schemas = try XSDTestCorpus.schemas(Self.count, seed: 77)
        try #require(schemas.count == Self.count)
        var program = XSDProgramSources()
        for (number, schema) in schemas.enumerated() { program.add(schema, number: number) }
        #expect(program.diagnostics.isEmpty, "\(program.diagnostics)")
        let compiled = try CompiledProgram(sources: program.sources, libraries: ["HeddleRuntime", "HeddleXML", "CLibXML2"], features: [])
        defer { compiled.remove() }

        var random = SeededGenerator(seed: 7)
        var asked: [(number: Int, document: String)] = []
        var lines: [String] = []
        for (number, schema) in schemas.enumerated() {
            for _ in 0..<Self.documents {
                guard let document = sampleXSD(schema, using: &random), let root = parseXML(Array(document.utf8)).root,
                    root.name.namespace == schema.targetNamespace
                else { continue }
                asked.append((number, document))
                lines.append(XSDProgramSources.line(number, root.name, Array(document.utf8)))
            }
        }
        let answers = try compiled.run(lines: lines)
        try #require(answers.count == asked.count)
        #expect(asked.count > 500 && Set(asked.map(\.number)).count > 50, "\(asked.count) \(Set(asked.map(\.number)).count)")
        for (answer, (number, document)) in zip(answers, asked) {
            let schema = schemas[number]
            let where_ = "\(number) \(schema.file.path)\n\(document)"
            guard let written = XSDProgramSources.document(answer), let first = parseXML(Array(document.utf8)).root, let second = parseXML(written).root
            else {
                Issue.record("\(answer): \(where_)")
                continue
            }
            let text = String(decoding: written, as: UTF8.self)
            let problems = schema.validate(written)
            #expect(problems.isEmpty, "\(problems.map(\.message)): \(where_)\n\(text)")
            let difference = documentDifference(first, second, schema)
            #expect(difference == nil, "\(where_)\n\(text)")
        }

        // Documents that were torn and bent end in a value or in an error, and never in a crash.
        var bent: [String] = []
        for (number, document) in asked.prefix(400) {
            guard let root = parseXML(Array(document.utf8)).root else { continue }
            var bytes = Array(document.utf8)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
            case 1: bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            case 2:
                let middle = Int.random(in: 0..<bytes.count, using: &random)
                bytes.insert(contentsOf: bytes[0..<middle], at: middle)
            default:
                for _ in 0..<4 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random) }
            }
            bent.append(XSDProgramSources.line(number, root.name, bytes))
        }
        let told = try compiled.run(lines: bent)
        #expect(told.count == bent.count)
        #expect(told.count { $0.hasPrefix("! ") } > bent.count / 2)
        #expect(!told.contains("! not equal"))
    }
}
