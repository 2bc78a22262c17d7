import ContractModel

/// The format that a file's ending tells.
///
/// - Parameter isNamed: somebody named the very file, or a pattern with its ending: then `.json` is enough for a JSON Schema.
package func contractFormat(of path: String, isNamed: Bool) -> ContractFormat? {
    if path.hasSuffix(".avsc") { return .avro }
    if path.hasSuffix(".proto") { return .protobuf }
    if path.hasSuffix(".xsd") { return .xsd }
    return path.hasSuffix(isNamed ? ".json" : ".schema.json") ? .jsonSchema : nil
}
