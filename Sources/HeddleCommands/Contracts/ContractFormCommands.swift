import ArgumentParser
import ContractModel
import Diagnostics
import LocatedJSON

struct ContractCanonicalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canonical", abstract: "A schema in its canonical form, by which two spellings of one schema are equal.",
        discussion: """
            EXAMPLE
              heddle contract canonical order.avsc

            Avro: the Parsing Canonical Form of the specification. JSON Schema: keys sorted, no white space. Protobuf: definitions
            with full names, options sorted.
            """)

    @Argument(help: ArgumentHelp("The schema.", valueName: "schema")) var schema: String
    @OptionGroup var schemas: SchemaFormatOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        common.console.print(try canonicalForm(of: try common.file(schema), as: try schemas.format(of: schema), common.console))
    }
}

struct ContractFingerprintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fingerprint", abstract: "An Avro schema's CRC-64-AVRO fingerprint, as single-object encoding carries it.",
        discussion: "EXAMPLE\n  heddle contract fingerprint order.avsc")

    @Argument(help: ArgumentHelp("The schema.", valueName: "schema")) var schema: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (parsed, diagnostics) = parseAvroSchema(try common.file(schema))
        guard let parsed, !diagnostics.contains(where: { $0.severity == .error }) else {
            common.console.show(diagnostics)
            throw ExitStatus.usage.code
        }
        let digits = String(parsed.fingerprint, radix: 16)
        common.console.print(String(repeating: "0", count: 16 - digits.count) + digits)
    }
}

private func canonicalForm(of file: SourceFile, as format: ContractFormat, _ console: Console) throws -> String {
    let diagnostics: [Diagnostic]
    switch format {
    case .avro:
        let (schema, found) = parseAvroSchema(file)
        if let schema, !found.contains(where: { $0.severity == .error }) { return schema.parsingCanonicalForm }
        diagnostics = found
    case .jsonSchema:
        let (root, found) = parseJSON(file)
        if let root, found.isEmpty { return root.canonicalText }
        diagnostics = found
    case .protobuf:
        let result = loadProtobuf(file)
        if !result.hasErrors, let linked = result.schema.files.first(where: { $0.path == file.path }) {
            return result.schema.canonicalText(of: linked)
        }
        diagnostics = result.diagnostics
    }
    console.show(diagnostics)
    throw ExitStatus.usage.code
}
