import LocatedJSON

/// A schema as a client sends it.
struct SchemaSubmission: Sendable {
    /// The text may be empty: that of the version before is then meant.
    var content: SchemaContent
    /// Given where schemas are brought over from another registry.
    var version: Int?
    var id: Int?

    init(_ body: JSONNode) throws(RegistryError) {
        let schema = body["schema"]
        guard schema == nil || schema?.isNull == true || schema?.string != nil else {
            throw .invalidSchema("'schema' is to be the schema's text, as a string")
        }
        let type = body["schemaType"]?.string ?? ""
        content = SchemaContent(type: type.isEmpty ? "AVRO" : type, text: schema?.string ?? "")
        for reference in body["references"]?.array ?? [] {
            guard let read = SchemaReference(reference) else {
                throw .invalidSchema("a reference has a name, a subject, and a version from 1, or -1 for the latest")
            }
            content.references.append(read)
        }
        content.metadata = body["metadata"]?.writtenObject
        content.ruleSet = body["ruleSet"]?.writtenObject
        version = try Self.number(body["version"], "version").flatMap { $0 > 0 ? $0 : nil }
        id = try Self.number(body["id"], "id").flatMap { $0 >= 0 ? $0 : nil }
    }

    private static func number(_ node: JSONNode?, _ name: String) throws(RegistryError) -> Int? {
        guard let node, !node.isNull else { return nil }
        guard let number = node.int64.flatMap(Int32.init(exactly:)) else { throw .badRequest("'\(name)' is to be a whole number") }
        return Int(number)
    }
}

extension SchemaContent {
    var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

    /// The properties of the metadata.
    var metadataProperties: [String: String] {
        var properties: [String: String] = [:]
        for member in parsed(metadata)?["properties"]?.object ?? [] { properties[member.key] = member.value.string }
        return properties
    }

    /// Whether metadata and rules say the same.
    func hasSameContract(as other: SchemaContent) -> Bool {
        parsed(metadata) == parsed(other.metadata) && parsed(ruleSet) == parsed(other.ruleSet)
    }

    private func parsed(_ json: String?) -> JSONNode? { json.flatMap { try? parseJSONPayload(Array($0.utf8)) } }
}
