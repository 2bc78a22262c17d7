import ArgumentParser
import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import MeshHosting

struct ContractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract", abstract: "Event contracts: compare two versions, lint one, validate payloads, make samples, print the canonical form.",
        discussion: """
            EXAMPLE
              heddle contract compare old.avsc new.avsc --mode backward
              heddle contract validate order.schema.json order.json
            """,
        subcommands: [
            ContractCompareCommand.self, ContractLintCommand.self, ContractValidateCommand.self, ContractSampleCommand.self, ContractCanonicalCommand.self,
            ContractFingerprintCommand.self,
        ])
}

/// Which language a schema is in: said, or by the file's ending.
struct SchemaFormatOption: ParsableArguments {
    @Option(name: .customLong("schema-format"), help: "avro, json-schema, protobuf or xsd; by the file's ending when left out.")
    var schemaFormat: ContractFormat?

    func format(of path: String) throws -> ContractFormat {
        if let schemaFormat { return schemaFormat }
        switch (path as NSString).pathExtension {
        case "avsc": return .avro
        case "json": return .jsonSchema
        case "proto": return .protobuf
        case "xsd": return .xsd
        default:
            throw CommandFailure(
                .usage, "the ending of '\(path)' does not tell the schema's format", remedy: "say --schema-format avro, json-schema, protobuf or xsd")
        }
    }
}

extension ContractFormat: ExpressibleByArgument {}
extension CompatibilityMode: ExpressibleByArgument {}
extension ProtobufLevel: ExpressibleByArgument {}

extension CommonOptions {
    /// A file that a command was given, or the end of the command.
    func file(_ path: String) throws -> SourceFile {
        let url = URL(fileURLWithPath: path, relativeTo: startingFolder)
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw CommandFailure(.usage, "there is no file '\(path)'")
        }
        do {
            return SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: url)))
        } catch {
            throw CommandFailure(.usage, "'\(path)' cannot be read: \(systemReason(error))")
        }
    }
}
