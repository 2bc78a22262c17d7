import ContractModel
import Diagnostics
import HeddleRuntime

/// An Avro contract as a file of Swift: the model first, then each aspect of it.
func translateAvro(_ input: ContractInput, into module: inout GeneratedModule) {
    let (schema, diagnostics) = parseAvroSchema(input.file, references: Array(input.references.values))
    module.diagnostics += diagnostics
    guard let schema else { return }
    var builder = AvroModelBuilder(schema, input.options)
    let model = builder.model(outputName: input.outputName)
    module.diagnostics += builder.diagnostics
    let emitter = AvroEmitter(model: model, options: input.options)
    var file = SwiftFile()
    file.header = fileHeader(
        of: input, ["Avro schema of \(model.root.fullName), fingerprint \(hexadecimal(schema.fingerprint)) (CRC-64-AVRO)."])
    file.imports = ["HeddleRuntime"] + (emitter.needsFoundation ? ["Foundation"] : []) + input.options.imports
    for type in model.types {
        file.declarations += claimNamespaces(of: type, input, &module)
        switch module.names.claim(type.swiftName, for: type.fullName, definition: type.definition, at: type.range) {
        case .new: file.declarations += emitter.declarations(of: type)
        case .same: break
        case .clash(let diagnostic): module.diagnostics.append(diagnostic)
        }
    }
    file.declarations.append(emitter.contract(of: schema, input))
    module.files.append((input.outputName, file))
}

/// Caseless enums, each written by the first contract that needs it.
private func claimNamespaces(
    of type: AvroSwiftType, _ input: ContractInput, _ module: inout GeneratedModule
) -> [SwiftDeclaration] {
    var declarations: [SwiftDeclaration] = []
    if let outermost = type.namespace.first, (type.namespace.dropFirst() + [type.localName]).contains(outermost) {
        module.diagnostics.append(
            Diagnostic(
                code: "codegen/name-clash",
                "'\(type.fullName)' would be the Swift type '\(type.swiftName)', whose inner '\(outermost)' hides the outer one", at: type.range,
                suggestion: "name it under 'names', or set 'namespaces: flat'"))
    }
    for depth in type.namespace.indices {
        let path = type.namespace[...depth].joined(separator: ".")
        let wireName = type.fullName.split(separator: ".").prefix(depth + 1).joined(separator: ".")
        let definition = "namespace \(input.options.access)"
        switch module.names.claim(path, for: "the namespace \(wireName)", definition: definition, at: type.range) {
        case .new:
            let space = SwiftDeclaration.type(SwiftType(.enumeration, type.namespace[depth], access: input.options.access))
            declarations.append(placed(space, in: Array(type.namespace[..<depth])))
        case .same: break
        case .clash(let diagnostic): module.diagnostics.append(diagnostic)
        }
    }
    return declarations
}

func placed(_ declaration: SwiftDeclaration, in namespace: [String]) -> SwiftDeclaration {
    guard !namespace.isEmpty else { return declaration }
    var part = SwiftExtension(of: namespace.joined(separator: "."))
    part.members = [declaration]
    return .extension(part)
}

private func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
