import CompiledCodecs
import ContractCodegen
import Diagnostics
import Testing

/// Generated codecs of many schemas in one program. It is asked `NUMBER HEX`, the payload of a contract, and says `=HEX`, the same
/// value written again, `!` and the error, or `?` and what is wrong with the codec itself.
struct JSONCodecProgram {
    private let program: CompiledProgram

    /// - Parameter contracts: texts of schemas; the root type of the first is `S0`.
    init(_ contracts: [String]) throws {
        let inputs = contracts.enumerated().map { number, text in
            ContractInput(
                format: .jsonSchema, file: SourceFile(path: "schema\(number).json", text: text), outputName: "S\(number)", options: Self.options(number))
        }
        let (files, diagnostics) = generateSwift(inputs)
        try #require(!diagnostics.contains { $0.severity == .error }, "\(diagnostics.filter { $0.severity == .error }.map(\.message).prefix(3))")
        try #require(files.count == contracts.count)
        var sources = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
        let cases = contracts.indices.map { "    case \($0): answer(S\($0).self, bytes)\n" }.joined()
        sources["main.swift"] = Self.main.replacing("CASES", with: cases)
        program = try CompiledProgram(sources: sources)
    }

    /// Every option is on for some.
    private static func options(_ number: Int) -> CodegenOptions {
        var options = CodegenOptions()
        options.namespaces = .flat
        options.constraints = number % 2 == 0
        options.extraMembers = number % 3 == 0
        options.enums = number % 4 < 2 ? .closed : .open
        options.maps = number % 5 < 2 ? .pairs : .dictionary
        options.codable = number % 7 == 0
        options.access = number % 8 == 0 ? .public : .internal
        return options
    }

    /// Whether what the schema forbids is looked for.
    static func isStrict(_ number: Int) -> Bool { options(number).constraints && options(number).enums == .closed }

    func ask(_ questions: [(number: Int, payload: String)]) throws -> [String] {
        let told = try program.run(lines: questions.map { "\($0.number) \($0.payload.isEmpty ? "-" : $0.payload)" })
        try #require(told.count == questions.count)
        return told
    }

    func remove() { program.remove() }

    static let main = """
        import HeddleRuntime

        func answer<Value: ContractCodable>(_: Value.Type, _ bytes: [UInt8]) -> String {
            do throws(CodecError) {
                let value = try Value(decoding: bytes)
                let written: [UInt8]
                do throws(CodecError) { written = try value.encoded() } catch { return "?not written: \\(error)" }
                do throws(CodecError) {
                    guard try Value(decoding: written) == value else { return "?another value than \\(value)" }
                } catch {
                    return "?not read again: \\(error) of \\(String(decoding: written, as: UTF8.self))"
                }
                return "=" + written.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            } catch {
                return "!\\(error)".replacing("\\n", with: " ")
            }
        }

        func answer(_ number: Int, _ bytes: [UInt8]) -> String {
            switch number {
        CASES    default: "no such contract"
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

func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.utf8.map { $0 < 58 ? $0 - 48 : $0 - 87 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

/// As Swift writes it where a test says what it saw.
func shown(_ hex: String) -> String { String(decoding: bytes(hex), as: UTF8.self) }
