import CompiledCodecs
import ContractCodegen
import Determinism
import Diagnostics
import LocatedJSON
import Testing

/// Random contracts, compiled once together: what Google's library for Python makes of bytes in any form that the format allows, the
/// generated codecs make of them too, byte for byte; and what it refuses of spoilt bytes, they refuse.
@Suite(.enabled(if: PythonClient.isThere, "needs the oracles that 'make test' installs"))
struct RandomProtobufCodecTests {
    private static let contractCount = 48
    private static let valuesPerMessage = 60

    @Test func `values of random contracts are read and written as by google's library`() throws {
        let contracts = (0..<Self.contractCount).map { RandomCodecContract(number: $0) }
        let program = try compile(contracts)
        defer { program.remove() }
        let comparison = Comparison(
            messages: contracts.flatMap { contract in contract.messages.map { (name: $0, contract: contract.text) } },
            files: contracts.enumerated().map { "\"p\($0).proto\":\(jsonText($1.text))" }.joined(separator: ","))
        let values = try comparison.cases { index, name in "{\"message\":\"\(name)\",\"seed\":\(index),\"count\":\(Self.valuesPerMessage)}" }
        try #require(values.count == comparison.messages.count * Self.valuesPerMessage)
        #expect(values.count > 4_000)
        let told = try judge(values, by: program, comparison)
        let refused = values.count { $0.expected == "!" }
        #expect(refused > 100 && refused < values.count / 4, "\(refused) of \(values.count)")
        let exact = zip(values, told).count { $1 == "=" + $0.expected }
        #expect(exact > values.count / 3)

        let spoilt = spoil(values)
        let payloads = Dictionary(grouping: spoilt, by: \.message).mapValues { $0.map { "\"\($0.payload)\"" }.joined(separator: ",") }
        var cases = try comparison.cases { index, name in "{\"message\":\"\(name)\",\"payloads\":[\(payloads[index, default: ""])]}" }
        try #require(cases.count == spoilt.count)
        for index in cases.indices { cases[index].payload = spoilt[index].payload }
        #expect(cases.count > 16_000)
        _ = try judge(cases, by: program, comparison)
        let accepted = cases.count { $0.expected != "!" }
        #expect(accepted > cases.count / 10 && accepted < cases.count * 9 / 10, "\(accepted) of \(cases.count)")
    }

    /// - Returns: the program's answers. Differences are recorded, the shortest first.
    private func judge(_ cases: [Comparison.Case], by program: CompiledProgram, _ comparison: Comparison) throws -> [String] {
        let lines = try program.run(lines: cases.map { "\($0.message) \($0.payload.isEmpty ? "-" : $0.payload)" } + ["memory"])
        try #require(lines.count == cases.count + 1)
        let told = Array(lines.dropLast())
        // Of payloads that are some hundred bytes each; Foundation alone takes thirty.
        let megabytes = try #require(Int(lines.last ?? "")) / 1024
        #expect(megabytes < 96)
        let (differences, passed) = try comparison.differences(of: told, from: cases)
        for text in differences.sorted(by: { $0.utf8.count < $1.utf8.count }).prefix(5) { Issue.record("\(text)") }
        #expect(differences.count == 0, "of \(cases.count)")
        #expect(passed < cases.count / 200, "of \(cases.count)")
        return told
    }

    /// Bytes changed, cut, put together and made up.
    private func spoil(_ values: [Comparison.Case]) -> [Comparison.Case] {
        var generator = SeededGenerator(seed: 5)
        func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
        var spoilt: [Comparison.Case] = []
        for (index, one) in values.enumerated() {
            for _ in 0..<2 {
                var bytes = hexBytes(one.payload)
                for _ in 0...below(3) where !bytes.isEmpty {
                    switch below(6) {
                    case 0: bytes[below(bytes.count)] ^= 1 << UInt8(below(8))
                    case 1: bytes.remove(at: below(bytes.count))
                    case 2: bytes.insert(UInt8(below(256)), at: below(bytes.count))
                    case 3: bytes[below(bytes.count)] = [0xFF, 0x80, 0x7F, 0, 0x0B, 0x0C][below(6)]
                    case 4: bytes.removeLast(below(bytes.count))
                    default: bytes.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], at: below(bytes.count))
                    }
                }
                spoilt.append(Comparison.Case(message: one.message, payload: hexText(bytes), expected: ""))
            }
            let noise = (0...below(24)).map { _ in UInt8(below(256)) }
            spoilt.append(Comparison.Case(message: one.message, payload: hexText(noise), expected: ""))
            // A message after another is both in one: what the first lacked, the second may bring.
            guard index > 0, values[index - 1].message == one.message else { continue }
            spoilt.append(Comparison.Case(message: one.message, payload: values[index - 1].payload + one.payload, expected: ""))
        }
        // Grouped as Python is asked.
        return spoilt.sorted { $0.message < $1.message }
    }

    private func compile(_ contracts: [RandomCodecContract]) throws -> CompiledProgram {
        var options = CodegenOptions()
        options.namespaces = .flat
        let inputs = contracts.enumerated().map { number, contract in
            ContractInput(
                format: .protobuf, file: SourceFile(path: "p\(number).proto", text: contract.text), outputName: "Payload\(number)", options: options)
        }
        let (files, diagnostics) = generateSwift(inputs)
        try #require(
            !diagnostics.contains { $0.severity == .error },
            "\(diagnostics.filter { $0.severity == .error }.prefix(3))")
        var sources = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
        var cases = ""
        for (index, name) in contracts.flatMap(\.messages).enumerated() {
            cases += "    case \(index): return answer(\(name.replacing("p", with: "P").replacing(".", with: "")).self, bytes)\n"
        }
        sources["main.swift"] = Self.main.replacing("CASES", with: cases)
        return try CompiledProgram(sources: sources)
    }

    private static let main = """
        import Foundation
        import HeddleRuntime

        func answer<Value: ProtobufMessage>(_: Value.Type, _ bytes: [UInt8]) -> String {
            do throws(CodecError) {
                let value = try Value(decoding: bytes)
                func sorted(_ value: Value) throws(CodecError) -> [UInt8] {
                    var writer = ByteWriter(capacity: 16)
                    writer.sortsMaps = true
                    try value.encode(into: &writer)
                    return writer.copyBytes()
                }
                let written = try sorted(value)
                // In the order that maps have by chance.
                let again = try Value(decoding: try value.encoded())
                guard try sorted(again) == written else { return "?another value than \\(value)" }
                return "=" + written.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            } catch {
                return "!\\(error)"
            }
        }

        func answer(_ number: Int, _ bytes: [UInt8]) -> String {
            switch number {
        CASES    default: return "no such contract"
            }
        }

        while let line = readLine() {
            guard line != "memory" else {
                // The most that was ever taken, in kilobytes.
                let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
                print(status.split(separator: "\\n").first { $0.hasPrefix("VmHWM:") }.map { $0.filter { $0.isNumber } } ?? "")
                continue
            }
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
