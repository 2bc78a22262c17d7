import ContractCompatibility
import ContractModel
import ContractPayloads
import Diagnostics
import LocatedJSON
import XSDModel

/// A schema that payloads are held against.
enum PayloadCheck {
    case avro(AvroSchema)
    case jsonSchema(JSONSchema)
    case protobuf(ProtobufSchema, ProtobufMessage)
    case xsd(XSDSchema)

    /// - Throws: the diagnostics of a schema that cannot be read.
    init(
        _ format: ContractFormat, _ text: ContractText, message: String? = nil, options: JSONSchemaOptions = .init()
    ) throws(UnreadableContract) {
        let found: [Diagnostic]
        switch format {
        case .avro:
            let (schema, diagnostics) = text.readAvro()
            if let schema, !diagnostics.hasErrors { self = .avro(schema); return }
            found = diagnostics
        case .jsonSchema:
            let (schema, diagnostics) = text.readJSONSchema(options: options)
            if let schema, !diagnostics.hasErrors { self = .jsonSchema(schema); return }
            found = diagnostics
        case .protobuf:
            let (schema, diagnostics) = text.readProtobuf()
            if let schema, !diagnostics.hasErrors {
                guard let event = message.map({ schema.message(named: $0) }) ?? schema.firstMessage else {
                    throw UnreadableContract(diagnostics: [], message: message.map { "the schema has no message '\($0)'" } ?? "the schema has no message")
                }
                self = .protobuf(schema, event)
                return
            }
            found = diagnostics
        case .xsd:
            let (schema, diagnostics) = loadXSD(file: text.file, references: text.references)
            if let schema { self = .xsd(schema); return }
            found = diagnostics
        }
        throw UnreadableContract(
            diagnostics: found, message: "the schema cannot be read: \(found.first { $0.severity == .error }?.message ?? "it has errors")")
    }

    /// Empty when the payload is valid.
    ///
    /// - Parameter file: JSON, or for XSD a document; binary where `isBinary`.
    func problems(in file: SourceFile, isBinary: Bool) -> [Diagnostic] {
        switch self {
        case .avro(let schema) where isBinary:
            AvroPayloadValidator(schema).validate(file.bytes).map { [mismatch($0.message, $0.path)] } ?? []
        case .protobuf(let schema, let message) where isBinary:
            schema.validate(file.bytes, as: message).map { mismatch($0.message, $0.path) }
        case .xsd(let schema): schema.validate(file.bytes, path: file.path)
        case .avro, .jsonSchema, .protobuf:
            switch parsed(file) {
            case .success(let node): problems(in: node)
            case .failure(let unreadable): unreadable.diagnostics
            }
        }
    }

    /// The same for a value: JSON in the format's own encoding, or a document as a string.
    func problems(in value: JSONNode) -> [Diagnostic] {
        switch self {
        case .avro(let schema): return schema.validateJSON(value).map { mismatch($0.message, $0.path, at: $0.range) }
        case .jsonSchema(let schema): return schema.validate(value).diagnostics
        case .protobuf(let schema, let message):
            do {
                _ = try protobufBinary(value, message: message, in: schema)
                return []
            } catch {
                return [mismatch(error.message, "", at: value.range)]
            }
        case .xsd(let schema):
            guard let document = value.string else { return [mismatch("a document is wanted, as a string", "")] }
            return schema.validate(Array(document.utf8))
        }
    }

    private func parsed(_ file: SourceFile) -> Result<JSONNode, UnreadableContract> {
        let (root, found) = parseJSON(file)
        guard let root, found.isEmpty else { return .failure(UnreadableContract(diagnostics: found, message: "the payload is not JSON")) }
        return .success(root)
    }

    private func mismatch(_ message: String, _ path: String, at range: SourceRange? = nil) -> Diagnostic {
        Diagnostic(code: "payload/not-of-schema", path.isEmpty ? message : "\(message), at \(path)", at: range)
    }
}

struct UnreadableContract: Error {
    var diagnostics: [Diagnostic]
    var message: String
}

extension [Diagnostic] {
    fileprivate var hasErrors: Bool { contains { $0.severity == .error } }
}

extension ProtobufSchema {
    /// Of the contract's own file.
    fileprivate var firstMessage: ProtobufMessage? {
        file(at: ContractText.protobufPath).flatMap { $0.messages.first }.map { self[$0] }
    }
}
