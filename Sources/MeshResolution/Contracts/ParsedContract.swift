import ContractModel
import Diagnostics
import LocatedJSON
import MeshModel
import XSDModel

/// A contract's schema in its own language.
enum ParsedContract {
    case avro(AvroSchema)
    case jsonSchema(JSONSchema, root: JSONNode, references: [String: JSONNode])
    case protobuf(ProtobufSchema, event: ProtobufMessage?)
    case xsd(XSDSchema)

    /// What the event is called; see `LinkedContract.recordName`.
    var recordName: String? {
        switch self {
        case .avro(let schema): if case .named(let name) = schema.root { name } else { nil }
        case .jsonSchema(_, let root, _): root["title"]?.string
        case .protobuf(_, let event): event?.fullName
        case .xsd(let schema): schema.firstElement?.name.local
        }
    }
}

/// Reads the schema of a contract whose references have been read.
///
/// - Parameters:
///   - references: the parsed schemas of the contract's own references.
///   - sources: the texts of these, and of what they lean on, by name.
func parseContract(
    _ spec: ContractSpec, _ file: SourceFile, named name: String, references: [(name: String, contract: ParsedContract)],
    sources: [String: SourceFile]
) -> (contract: ParsedContract?, diagnostics: [Diagnostic]) {
    switch spec.format.value {
    case .avro:
        var known: [String: AvroNamedType] = [:]
        for case (_, .avro(let schema)) in references { known.merge(schema.types) { first, _ in first } }
        let (schema, diagnostics) = parseAvroSchema(file, known: known)
        return (schema.map(ParsedContract.avro), diagnostics)
    case .jsonSchema:
        let (root, diagnostics) = parseJSON(file)
        guard let root, diagnostics.isEmpty else { return (nil, diagnostics) }
        var nodes: [String: JSONNode] = [:]
        for case (let name, .jsonSchema(_, let node, let inner)) in references {
            nodes.merge(inner) { first, _ in first }
            nodes[name] = node
        }
        let (schema, found) = compileJSONSchema(root, references: nodes)
        return (schema.map { .jsonSchema($0, root: root, references: nodes) }, found.filter { $0.range?.file === file || $0.range == nil })
    case .protobuf:
        let path = "\(name).proto"
        let result = loadProtobuf([path]) { $0 == path ? file : sources[$0] }
        // What is wrong within an imported contract is told where that is read.
        var diagnostics = result.diagnostics.filter { $0.range?.file === file || $0.range == nil }
        guard !result.hasErrors else { return (nil, diagnostics) }
        let schema = result.schema
        var event = schema.file(at: path)?.messages.first.map { schema[$0] }
        if let wanted = spec.message {
            event = schema.message(named: wanted.value)
            if event == nil {
                let names = schema.file(at: path)?.messages.map { schema[$0].fullName } ?? []
                let close = closestMatch(to: wanted.value, among: names)
                diagnostics.append(
                    Diagnostic(
                        code: "contract/unknown-message", "the schema defines no message '\(wanted.value)'", at: wanted.range,
                        notes: close == nil && !names.isEmpty ? ["it defines " + names.joined(separator: ", ")] : [],
                        suggestion: close.map { "did you mean '\($0)'?" }))
                return (nil, diagnostics)
            }
        }
        return (.protobuf(schema, event: event), diagnostics)
    case .xsd:
        let (schema, diagnostics) = loadXSD(file: file, references: sources)
        return (schema.map(ParsedContract.xsd), diagnostics.filter { $0.range?.file === file || $0.range == nil })
    }
}

extension XSDSchema {
    /// Of the global elements, the one that is declared first: documents begin with it.
    var firstElement: XSDElement? { globalElements.values.min { $0.index < $1.index }.map { self[$0] } }
}
