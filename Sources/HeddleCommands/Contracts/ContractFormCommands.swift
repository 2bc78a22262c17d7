import ArgumentParser
import ContractFingerprints
import ContractModel
import Determinism
import Diagnostics
import LocatedJSON
import XSDModel

struct ContractCanonicalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "canonical", abstract: "A schema in its canonical form, by which two spellings of one schema are equal.",
        discussion: """
            EXAMPLE
              heddle contract canonical order.avsc

            Avro: the Parsing Canonical Form of the specification. JSON Schema: keys sorted, no white space. Protobuf: definitions
            with full names, options sorted. XSD: comments and annotations left out, prefixes and attributes in one order.
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
        commandName: "fingerprint", abstract: "A schema's canonical form in a few bytes, as hexadecimal digits.",
        discussion: """
            EXAMPLE
              heddle contract fingerprint order.avsc
              heddle contract fingerprint order.proto --algorithm sha-256

            Two spellings of one schema have the same fingerprint; `heddle contract canonical` prints what it is of. Left out, the
            algorithm is crc-64-avro for Avro, as single-object encoding carries it, and sha-256 for the other formats.
            """)

    @Argument(help: ArgumentHelp("The schema.", valueName: "schema")) var schema: String
    @Option(help: "crc-64-avro (for Avro only), md5 or sha-256.") var algorithm: FingerprintAlgorithm?
    @OptionGroup var schemas: SchemaFormatOption
    @OptionGroup var common: CommonOptions

    func run() throws {
        let format = try schemas.format(of: schema)
        let algorithm = algorithm ?? (format == .avro ? .crc64Avro : .sha256)
        guard algorithm != .crc64Avro || format == .avro else {
            throw CommandFailure(.usage, "crc-64-avro is a fingerprint of Avro schemas", remedy: "say --algorithm sha-256 or md5")
        }
        let form = try canonicalForm(of: try common.file(schema), as: format, common.console)
        common.console.print(hexadecimal(fingerprint(of: form, by: algorithm)))
    }
}

extension FingerprintAlgorithm: ExpressibleByArgument {}

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
    case .xsd:
        let (schema, found) = loadXSD(file: file)
        if let schema { return schema.canonicalText }
        diagnostics = found
    }
    console.show(diagnostics)
    throw ExitStatus.usage.code
}
