import ContractModel
import Diagnostics
import KafkaWire

/// A schema as a registry holds it: one id, which never means another text, under one subject or several.
package struct RegisteredSchema: Sendable {
    package var id: Int32
    /// The same in every registry that has the text, where the registry gives one.
    package var guid: KafkaUUID?
    package var format: ContractFormat
    /// The path is for messages alone.
    package var text: SourceFile
    /// By the name that the schema uses: a full name in Avro, a URI in JSON Schema, an import path in Protobuf. All that are
    /// needed, those of references included.
    package var references: [String: SourceFile]
    package var subjects: Set<String>

    package init(
        id: Int32, guid: KafkaUUID? = nil, format: ContractFormat, text: SourceFile, references: [String: SourceFile] = [:],
        subjects: Set<String>
    ) {
        self.id = id
        self.guid = guid
        self.format = format
        self.text = text
        self.references = references
        self.subjects = subjects
    }

    /// Whether the other one reads payloads alike.
    func hasSameText(as other: RegisteredSchema) -> Bool {
        func same(_ left: SourceFile, _ right: SourceFile) -> Bool { left === right || left.bytes == right.bytes }
        guard format == other.format, same(text, other.text), references.count == other.references.count else { return false }
        return references.allSatisfy { name, file in other.references[name].map { same(file, $0) } ?? false }
    }

    var sizeInBytes: Int { references.values.reduce(text.bytes.count) { $0 + $1.bytes.count } }
}
