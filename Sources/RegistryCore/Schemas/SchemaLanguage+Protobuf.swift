import ContractCompatibility
import ContractModel
import Diagnostics

extension SchemaLanguage {
    /// Kept as it is written, but what came as a serialized descriptor is kept as the text of that. The same schema is what has
    /// the same canonical text.
    static let protobuf = SchemaLanguage(
        type: "PROTOBUF", format: .protobuf,
        read: { schema, isNormalized throws(SchemaProblem) in
            var schema = schema
            if let bytes = Base64.decode(schema.text), !bytes.isEmpty {
                do throws(ProtobufDescriptorProblem) {
                    schema.text = try protobufText(ofDescriptor: bytes) { schema.references[$0] }
                } catch {
                    throw SchemaProblem(error.message)
                }
            }
            let loaded = load(schema)
            guard !loaded.hasErrors, let root = loaded.schema.file(at: rootPath) else { throw SchemaProblem(loaded.diagnostics) }
            return isNormalized ? loaded.schema.canonicalText(of: root) : schema.text
        },
        outline: { text in
            let schema = load(SchemaText(text)).schema
            guard let root = schema.file(at: rootPath) else { return text }
            let messages = root.messages.map { id in
                schema[id].name + schema.fields(of: schema[id]).map { " \($0.number)=\($0.name)" }.sorted().joined()
            }
            let enums = root.enums.map { id in schema[id].name }
            return ([root.package] + messages.sorted() + enums.sorted()).joined(separator: "\n")
        },
        isSame: { left, right in
            guard let left = canonicalText(left), let right = canonicalText(right) else { return false }
            return left == right
        },
        isBreakingHere: { difference, old in
            // Readers find the message by its place in the file, so a file is judged by each message that it begins with.
            guard difference.rule == ProtobufRule.messageDeleted.rawValue else { return false }
            let schema = load(old).schema
            guard let root = schema.file(at: rootPath) else { return false }
            return root.messages.contains { schema[$0].fullName == difference.path }
        },
        rendering: { schema, format in
            guard format == "serialized" else { return nil }
            let loaded = load(schema).schema
            return loaded.file(at: rootPath).map { Base64.encode(loaded.descriptor(of: $0)) }
        })

    private static let rootPath = "schema.proto"

    private static func load(_ schema: SchemaText) -> ProtobufResult {
        let root = SourceFile(path: SchemaText.fileName, text: schema.text)
        return loadProtobuf([rootPath]) { $0 == rootPath ? root : schema.references[$0] }
    }

    private static func canonicalText(_ schema: SchemaText) -> String? {
        let loaded = load(schema)
        guard !loaded.hasErrors, let root = loaded.schema.file(at: rootPath) else { return nil }
        return loaded.schema.canonicalText(of: root)
    }
}
