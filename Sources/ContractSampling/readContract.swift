import ContractCompatibility
import ContractModel
import Diagnostics
import LocatedJSON

/// The name under which a contract's own file is loaded.
let rootName = "contract-under-sampling.proto"

/// Nil where the contract has an error.
func readAvro(_ text: ContractText) -> AvroSchema? {
    var known: [String: AvroNamedType] = [:]
    // References may build on each other: what is not known yet is tried again once more is.
    var open = text.references.sorted { $0.key < $1.key }.map(\.value)
    while !open.isEmpty {
        let rest = open.filter { file in
            guard let schema = parseAvroSchema(file, known: known).schema else { return true }
            for name in schema.definedNames { known[name] = schema.types[name] }
            return false
        }
        if rest.count == open.count { return nil }
        open = rest
    }
    return parseAvroSchema(text.file, known: known).schema
}

/// Nil where the contract has an error.
func readJSONSchema(_ text: ContractText, options: JSONSchemaOptions = .init()) -> JSONSchema? {
    var references: [String: JSONNode] = [:]
    for (name, file) in text.references { references[name] = parseJSON(file).root }
    return compileJSONSchema(text.file, references: references, options: options).schema
}

/// Nil where the contract has an error.
func readProtobuf(_ text: ContractText) -> ProtobufSchema? {
    let result = loadProtobuf([rootName]) { $0 == rootName ? text.file : text.references[$0] }
    return result.hasErrors ? nil : result.schema
}

extension ProtobufSchema {
    /// Messages that someone may send: those of the contract's own file, with those written in them.
    var ownMessages: [ProtobufMessage] {
        guard let file = file(at: rootName) else { return [] }
        return messages.filter { $0.file == file.id && $0.kind == .written }
    }
}
