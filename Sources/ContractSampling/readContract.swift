import ContractCompatibility
import ContractModel
import Diagnostics

/// Nil where the contract has an error.
func readAvro(_ text: ContractText) -> AvroSchema? { faultless(text.readAvro()) }

/// Nil where the contract has an error.
func readJSONSchema(_ text: ContractText, options: JSONSchemaOptions = .init()) -> JSONSchema? { faultless(text.readJSONSchema(options: options)) }

/// Nil where the contract has an error.
func readProtobuf(_ text: ContractText) -> ProtobufSchema? { faultless(text.readProtobuf()) }

private func faultless<Schema>(_ read: (schema: Schema?, diagnostics: [Diagnostic])) -> Schema? {
    read.diagnostics.contains { $0.severity == .error } ? nil : read.schema
}

extension ProtobufSchema {
    /// Messages that someone may send: those of the contract's own file, with those written in them.
    var ownMessages: [ProtobufMessage] {
        guard let file = file(at: ContractText.protobufPath) else { return [] }
        return messages.filter { $0.file == file.id && $0.kind == .written }
    }
}
