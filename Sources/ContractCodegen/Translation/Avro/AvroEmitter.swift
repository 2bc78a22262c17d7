import ContractModel
import HeddleRuntime

/// Writes the model as Swift, an aspect a file: +Types, +Encoding, +Decoding, +View.
struct AvroEmitter {
    let model: AvroSwiftModel
    let options: CodegenOptions

    static let reader = "HeddleRuntime.ByteReader"
    static let writer = "HeddleRuntime.ByteWriter"
    static let error = "HeddleRuntime.CodecError"

    func declarations(of type: AvroSwiftType) -> [SwiftDeclaration] {
        var declarations = [placed(.type(typeDeclaration(type)), in: type.namespace)]
        declarations.append(.extension(encoding(of: type)))
        declarations.append(.extension(decoding(of: type)))
        for union in type.unions {
            declarations.append(.extension(encoding(of: union)))
            declarations.append(.extension(decoding(of: union)))
        }
        return declarations
    }

    var needsFoundation: Bool { model.types.contains { $0.fields.contains { Self.needsFoundation($0.shape) } } }

    private static func needsFoundation(_ shape: AvroShape) -> Bool {
        switch shape {
        case .value(let value): value.needsFoundation
        case .array(let inner, _), .map(let inner, _), .optional(let inner, _), .only(let inner): needsFoundation(inner)
        case .union(let union): union.branches.contains { needsFoundation($0.shape) }
        default: false
        }
    }

    /// That the contract's root can be a payload, and of which schema.
    func contract(of schema: AvroSchema, _ input: ContractInput) -> SwiftDeclaration {
        let canonical = schema.parsingCanonicalForm
        var arguments = [
            "format: .avro", "name: \(swiftLiteral(model.root.fullName))", "schema: \(swiftLiteral(String(decoding: input.file.bytes, as: UTF8.self)))",
        ]
        if !input.references.isEmpty {
            let references = input.references.sorted { $0.key < $1.key }.map {
                ".init(name: \(swiftLiteral($0.key)), schema: \(swiftLiteral(String(decoding: $0.value.bytes, as: UTF8.self))))"
            }
            arguments.append("references: [\(references.joined(separator: ", "))]")
        }
        arguments.append("fingerprint: 0x\(String(schema.fingerprint, radix: 16))")
        arguments.append("digest: \"\(sha256Text(Array(canonical.utf8)))\"")
        var part = SwiftExtension(of: model.root.swiftName)
        part.conformances = ["HeddleRuntime.ContractCodable"]
        var property = SwiftProperty(
            "static let contract = HeddleRuntime.ContractIdentity(\(arguments.joined(separator: ", ")))", access: options.access)
        property.documentation = ["The schema, as its author wrote it, and what tells it from others."]
        part.members = [.property(property)]
        return .extension(part)
    }

    /// As fields, elements and payloads have it.
    func swiftType(_ shape: AvroShape) -> String {
        switch shape {
        case .null: "HeddleRuntime.NullValue"
        case .boolean: "Swift.Bool"
        case .int: "Swift.Int32"
        case .long: "Swift.Int64"
        case .float: "Swift.Float"
        case .double: "Swift.Double"
        case .bytes: "[Swift.UInt8]"
        case .string: "Swift.String"
        case .value(let value): value.swiftType
        case .record(let reference), .enumeration(let reference), .fixed(let reference): reference.swiftName
        case .array(let item, _): "[\(swiftType(item))]"
        case .map(let value, _):
            options.maps == .pairs ? "[HeddleRuntime.MapEntry<\(swiftType(value))>]" : "[Swift.String: \(swiftType(value))]"
        case .optional(let inner, _): swiftType(inner) + "?"
        case .only(let inner): swiftType(inner)
        case .union(let union): union.swiftName
        }
    }
}
