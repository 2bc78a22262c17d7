import ArgumentParser
import ContractCompatibility
import ContractModel
import ContractSampling
import Diagnostics
import Foundation

struct ContractSampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Random payloads that a schema allows.",
        discussion: """
            EXAMPLE
              heddle contract sample order.avsc
              heddle contract sample order.proto --message shop.Order --count 3 --seed 7
              heddle contract sample order.avsc --binary > order.bin

            Prints a payload a line: JSON in the format's own JSON encoding, for XSD a document. The same seed gives the same
            payloads. Each has been held against the schema before it is printed.
            """)

    @Argument(help: ArgumentHelp("The schema.", valueName: "schema")) var schema: String
    @Option(help: "How many.") var count = 1
    @Option(help: "Another seed gives other payloads.") var seed: UInt64 = 0
    @Option(help: "Of a Protobuf schema: the full name of the message; the first when left out.") var message: String?
    @Flag(help: "One payload as it stands in a record: Avro's or Protobuf's binary form.") var binary = false
    @OptionGroup var references: ReferenceOption
    @OptionGroup var schemas: SchemaFormatOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        guard count > 0, !binary || count == 1 else { throw CommandFailure(.usage, "--binary prints one payload, and --count is at least 1") }
        let format = try schemas.format(of: schema)
        let text = ContractText(try common.file(schema), references: try references.files(common))
        for index in 0..<count {
            switch samplePayload(format, text, message: message, seed: seed &+ UInt64(index)) {
            case .success(let sample):
                if binary {
                    try FileHandle.standardOutput.write(contentsOf: Data(sample.bytes))
                } else {
                    common.console.print(format == .xsd ? String(decoding: sample.bytes, as: UTF8.self) : sample.json.compactText)
                }
            case .failure(let failure):
                let found = try readContract(format, text)
                common.console.show(found.filter { $0.severity == .error })
                guard !found.contains(where: { $0.severity == .error }) else { throw ExitStatus.usage.code }
                throw CommandFailure(.no, "there is no payload to show: \(failure.reason)")
            }
        }
    }

    private func readContract(_ format: ContractFormat, _ text: ContractText) throws -> [Diagnostic] {
        compareContracts(format, old: text, new: text, mode: .none).unreadable
    }
}

/// Files that a schema refers to.
struct ReferenceOption: ParsableArguments {
    @Option(
        name: .customLong("reference"),
        help: ArgumentHelp(
            "A schema that this one refers to, by the name that it uses: a type, a URI, an import's path; may be repeated.",
            valueName: "name=file"))
    var references: [String] = []

    func files(_ common: CommonOptions) throws -> [String: SourceFile] {
        var files: [String: SourceFile] = [:]
        for text in references {
            guard let separator = text.lastIndex(of: "=") else {
                throw CommandFailure(.usage, "'--reference \(text)' is not understood", remedy: "say --reference NAME=FILE")
            }
            files[String(text[..<separator])] = try common.file(String(text[text.index(after: separator)...]))
        }
        return files
    }
}
