import ContractModel
import Diagnostics
import LocatedJSON
import MeshModel

/// A schema as text, with the texts of those that it refers to by name.
package struct SchemaText: Sendable, Equatable {
    package var text: String
    package var referenced: [String: String]

    package init(_ text: String, referenced: [String: String] = [:]) {
        self.text = text
        self.referenced = referenced
    }
}

/// One text for all schemas that a registry should take for one: whatever is written differently and means the same is
/// written alike. What cannot be read stays as it is.
package func canonicalSchema(_ format: ContractFormat, _ schema: SchemaText) -> String {
    if format == .protobuf { return canonicalProtobuf(schema) }
    let tree = format == .avro ? avroTree(schema.text) : jsonTree(schema.text)
    return tree?.canonicalText ?? schema.text
}

func avroTree(_ text: String) -> JSONNode? {
    // As deep as contracts may be, and safe to walk.
    jsonTree(text, depth: 200).map { normaliseAvro($0) }
}

func jsonTree(_ text: String, depth: Int = 512) -> JSONNode? {
    let (root, problems) = parseJSON(SourceFile(path: "", text: text), limits: JSONLimits(maximumBytes: 16 << 20, maximumDepth: depth))
    return problems.isEmpty ? root : nil
}

/// nil where it, or something that it imports, cannot be read.
func protobufModel(_ schema: SchemaText) -> (schema: ProtobufSchema, file: ProtobufFile)? {
    let result = loadProtobuf([rootPath]) { path in
        path == rootPath ? SourceFile(path: path, text: schema.text) : schema.referenced[path].map { SourceFile(path: path, text: $0) }
    }
    guard !result.hasErrors, let file = result.schema.file(at: rootPath) else { return nil }
    return (result.schema, file)
}

private let rootPath = "contract-under-plan.proto"

private func canonicalProtobuf(_ schema: SchemaText) -> String {
    guard let (model, file) = protobufModel(schema) else { return schema.text }
    return model.canonicalText(of: file)
}

/// What the ledger keeps of a schema: enough to see that it was changed, not to prove that it was not.
///
/// FNV-1a, 128 bits wide, as 32 hexadecimal digits (draft-eastlake-fnv).
func fingerprint(_ text: String) -> String {
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
}

/// What a schema means under a subject: its canonical form, and which subjects it refers to.
struct SchemaModel: Equatable {
    var format: ContractFormat
    var canonical: String
    /// Name → subject.
    var references: [String: String]

    var fingerprint: String {
        let names = references.sorted { $0.key < $1.key }.map { "\($0.key)\n\($0.value)" }
        return MeshPlanning.fingerprint(([format.rawValue, canonical] + names).joined(separator: "\n"))
    }
}
