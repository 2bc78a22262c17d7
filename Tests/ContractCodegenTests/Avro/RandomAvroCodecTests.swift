import CompiledCodecs
import ContractCodegen
import ContractModel
import Determinism
import Diagnostics
import LocatedJSON
import RandomContracts
import Testing

/// Random schemas, compiled once together: values that fastavro and Apache Avro wrote are read and written again, byte for byte where
/// maps keep their order; views walk the same bytes; spoilt bytes end in an error or in a value, never in a crash.
@Suite(.enabled(if: PythonAvro.isThere, "needs the oracles that 'make test' installs"))
struct RandomAvroCodecTests {
    private static let schemaCount = 120
    private static let valuesPerSchema = 24

    @Test func `values of random schemas are written as by fastavro and Apache Avro, and read back`() throws {
        var seed: UInt64 = 0
        let contracts = (0..<Self.schemaCount).map { number in
            var text = ""
            repeat {
                seed += 1
                text = RandomAvroContract(seed: seed).text
            } while Self.isEndless(text)
            text = text
                .replacing("\"namespace\":\"n\"", with: "\"namespace\":\"s\(number)n\"").replacing("\"n.T", with: "\"s\(number)n.T")
                .replacing("\"namespace\":\"m\"", with: "\"namespace\":\"s\(number)m\"").replacing("\"m.T", with: "\"s\(number)m.T")
            return (text: text, keepsOrder: number % 2 == 0)
        }
        let program = try compile(contracts)
        defer { program.remove() }
        let answers = try PythonAvro.ask(
            contracts.enumerated().map { number, contract in
                "{\"ask\":\"values\",\"schema\":\(contract.text),\"seed\":\(number),\"count\":\(Self.valuesPerSchema)}"
            })
        let payloads = answers.map { $0["payloads"]?.array?.compactMap(\.string) ?? [] }
        let asked = payloads.enumerated().flatMap { number, all in all.map { (number, $0) } }
        #expect(asked.count > 2_000)
        #expect(answers.compactMap { $0["avro"]?.int64 }.reduce(0, +) > 600)
        let told = try program.run(lines: asked.map { "\($0.0) \($0.1.isEmpty ? "-" : $0.1)" })
        try #require(told.count == asked.count)
        var pairs: [Int: [String]] = [:]
        var exact = 0
        for ((number, payload), answer) in zip(asked, told) {
            guard answer.hasPrefix("=") else {
                Issue.record("\(answer) for \(payload) of \(contracts[number].text)")
                continue
            }
            let written = String(answer.dropFirst())
            if contracts[number].keepsOrder, !contracts[number].text.contains("decimal") {
                exact += 1
                #expect(written == payload, "\(contracts[number].text)")
            }
            pairs[number, default: []].append("[\"\(payload)\",\"\(written)\"]")
        }
        #expect(exact > 900)
        let numbers = pairs.keys.sorted()
        let verdicts = try PythonAvro.ask(
            numbers.map { "{\"ask\":\"compare\",\"schema\":\(contracts[$0].text),\"pairs\":[\(pairs[$0, default: []].joined(separator: ","))]}" })
        #expect(verdicts.compactMap { $0["compared"]?.int64 }.reduce(0, +) > 4_000)
        for (number, verdict) in zip(numbers, verdicts) {
            let differences = verdict["differences"]?.array?.compactMap(\.string) ?? ["no verdict"]
            #expect(differences.isEmpty, "\(differences.prefix(2)) of \(contracts[number].text)")
        }
        try fuzz(program, asked)
    }

    /// A type whose values have no end is refused.
    private static func isEndless(_ text: String) -> Bool {
        let input = ContractInput(format: .avro, file: SourceFile(path: "schema.avsc", text: text), outputName: "Payload")
        let diagnostics = generateSwift([input]).diagnostics
        return diagnostics.contains { $0.code == "codegen/endless-type" || $0.code == "codegen/name-clash" }
    }

    /// Bytes changed, cut and made up: whatever comes, the program answers every line.
    private func fuzz(_ program: CompiledProgram, _ asked: [(Int, String)]) throws {
        var generator = SeededGenerator(seed: 5)
        var lines: [String] = []
        for (number, payload) in asked {
            for _ in 0..<4 {
                var bytes = Array(payload.utf8)
                for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
                    let place = Int.random(in: 0..<bytes.count, using: &generator)
                    bytes[place] = Array("0123456789abcdef".utf8)[Int.random(in: 0..<16, using: &generator)]
                }
                if Int.random(in: 0..<4, using: &generator) == 0 { bytes.removeLast(bytes.count / 4 * 2) }
                lines.append("\(number) \(bytes.isEmpty ? "-" : String(decoding: bytes, as: UTF8.self))")
            }
            let noise = (0..<Int.random(in: 1...24, using: &generator)).map { _ in
                let byte = UInt8.random(in: 0...255, using: &generator)
                return (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            lines.append("\(number) \(noise.joined())")
        }
        let told = try program.run(lines: lines)
        #expect(told.count == lines.count)
        #expect(told.contains { $0.hasPrefix("!") })
        // The view and the decoder agree on what is a value, but for texts that are no UTF-8.
        #expect(!told.contains { $0.hasPrefix("?") }, "\(told.filter { $0.hasPrefix("?") }.prefix(3))")
    }

    private func compile(_ contracts: [(text: String, keepsOrder: Bool)]) throws -> CompiledProgram {
        let inputs = contracts.enumerated().map { number, contract in
            var options = CodegenOptions()
            options.namespaces = .flat
            options.maps = contract.keepsOrder ? .pairs : .dictionary
            return ContractInput(
                format: .avro, file: SourceFile(path: "schema\(number).avsc", text: contract.text), outputName: "Payload\(number)",
                options: options)
        }
        let (files, diagnostics) = generateSwift(inputs)
        try #require(!diagnostics.contains { $0.severity == .error }, "\(diagnostics.map(\.message).prefix(3))")
        var sources = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
        var cases = ""
        for file in files {
            let index = Int(file.name.dropFirst("Payload".count).dropLast(".swift".count))!
            let root = try #require(Self.rootType(in: file.text))
            let hasView = Self.hasView(root, in: file.text)
            let walk = hasView ? "{ (bytes) throws(CodecError) in _ = try \(root).View(bytes.span.bytes) }" : "nil"
            cases += "    case \(index): return answer(\(root).self, bytes, \(walk))\n"
        }
        sources["main.swift"] = Self.main.replacing("CASES", with: cases)
        return try CompiledProgram(sources: sources)
    }

    /// The type that conforms.
    private static func rootType(in text: String) -> String? {
        text.split(separator: "\n").first { $0.hasSuffix(": HeddleRuntime.ContractCodable {") }?
            .dropFirst("extension ".count).split(separator: ":").first.map(String.init)
    }

    private static func hasView(_ root: String, in text: String) -> Bool {
        let parts = text.components(separatedBy: "#if hasFeature(Lifetimes)\n")
        return parts.dropFirst().contains { $0.hasPrefix("extension \(root) {") }
    }

    private static let main = """
        import HeddleRuntime

        func answer<Value: ContractCodable>(_: Value.Type, _ bytes: [UInt8], _ walk: (([UInt8]) throws(CodecError) -> Void)?) -> String {
            var walked: CodecError?
            if let walk { do throws(CodecError) { try walk(bytes) } catch { walked = error } }
            do throws(CodecError) {
                let value = try Value(decoding: bytes)
                if let walked { return "?view: \\(walked)" }
                let written = try value.encoded()
                guard try Value(decoding: written) == value || "\\(value)".contains("nan") else { return "?another value than \\(value)" }
                return "=" + written.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            } catch {
                // An error of writing has no offset: a decimal of more digits than its precision is read, and not written.
                let isChecked = error.reason == .invalidText || "\\(error)".contains("UUID")
                if walk != nil, walked == nil, !isChecked, error.offset >= 0 { return "?decoder: \\(error)" }
                return "!\\(error)"
            }
        }

        func answer(_ number: Int, _ bytes: [UInt8]) -> String {
            switch number {
        CASES    default: return "no such contract"
            }
        }

        while let line = readLine() {
            let parts = line.split(separator: " ")
            var bytes: [UInt8] = []
            var high: UInt8?
            for digit in parts[1].utf8 where digit != UInt8(ascii: "-") {
                let value = digit < 58 ? digit - 48 : digit - 87
                if let first = high {
                    bytes.append(first << 4 | value)
                    high = nil
                } else {
                    high = value
                }
            }
            print(answer(Int(parts[0])!, bytes))
        }
        """
}
