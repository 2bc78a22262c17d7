import ContractModel

/// What differs between two schemas, field by field; empty where they mean the same.
///
///     fields.couponCode      (absent) → union null|string, default null        Avro
///     #/properties/total     {"type":"integer"} → {"type":"number"}            JSON Schema
///     Order.total            int32 total = 3 → int64 total = 3                 Protobuf
///
/// Where one of them cannot be read, all that is told is that they differ.
package func describeSchemaChange(_ format: ContractFormat, old: SchemaText, new: SchemaText) -> [FieldChange] {
    guard canonicalSchema(format, old) != canonicalSchema(format, new) else { return [] }
    var book = SchemaDifferences()
    if format == .protobuf {
        if let old = protobufModel(old), let new = protobufModel(new) {
            book.compareProtobuf(ProtobufOutline(old.schema, old.file), ProtobufOutline(new.schema, new.file))
        }
    } else if format == .avro {
        if let old = avroTree(old.text), let new = avroTree(new.text) { book.compareAvro(old, new, at: "") }
    } else if let old = jsonTree(old.text), let new = jsonTree(new.text) {
        book.compareJSON(old, new, at: "#")
    }
    return book.finished()
}

/// Differences as they are found: bounded, since two schemas may have nothing in common.
struct SchemaDifferences {
    static let most = 100
    private static let longest = 100

    private var fields: [FieldChange] = []
    private var omitted = 0

    mutating func add(_ path: String, _ old: String?, _ new: String?) {
        guard fields.count < Self.most else { return omitted += 1 }
        fields.append(FieldChange(path, from: old.map(Self.short), to: new.map(Self.short)))
    }

    /// Never empty: it is asked of schemas that differ.
    func finished() -> [FieldChange] {
        if fields.isEmpty { return [FieldChange("schema", from: nil, to: "changed")] }
        return omitted == 0 ? fields : fields + [FieldChange("schema", from: nil, to: "\(omitted) further changes")]
    }

    private static func short(_ text: String) -> String {
        // A line each; schemas may hold documentation with line ends.
        let line = text.contains(where: \.isNewline) ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
        return line.count <= longest ? line : line.prefix(longest - 1) + "…"
    }
}
