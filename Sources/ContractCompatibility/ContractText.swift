import ContractModel
import Diagnostics
import LocatedJSON

/// A contract as text, with what it refers to.
package struct ContractText: Sendable {
    package var file: SourceFile
    /// By the name that the contract uses: a full name in Avro, a URI in JSON Schema, an import path in Protobuf, a
    /// `schemaLocation` in XSD.
    package var references: [String: SourceFile]

    package init(_ file: SourceFile, references: [String: SourceFile] = [:]) {
        self.file = file
        self.references = references
    }
}

extension ContractText {
    /// The path under which a Protobuf contract's own file is loaded: two versions are compared under one name.
    package static let protobufPath = "contract-under-comparison.proto"

    package func readAvro() -> (schema: AvroSchema?, diagnostics: [Diagnostic]) {
        parseAvroSchema(file, references: Array(references.values))
    }

    package func readJSONSchema(options: JSONSchemaOptions = .init()) -> (schema: JSONSchema?, diagnostics: [Diagnostic]) {
        var nodes: [String: JSONNode] = [:]
        var diagnostics: [Diagnostic] = []
        for (name, file) in references {
            let (root, found) = parseJSON(file)
            nodes[name] = root
            diagnostics += found
        }
        let (schema, found) = compileJSONSchema(file, references: nodes, options: options)
        return (schema, diagnostics + found)
    }

    package func readProtobuf() -> (schema: ProtobufSchema?, diagnostics: [Diagnostic]) {
        let result = loadProtobuf([Self.protobufPath]) { $0 == Self.protobufPath ? file : references[$0] }
        return (result.schema, result.diagnostics)
    }
}
