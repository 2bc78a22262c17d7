import ContractModel
import Diagnostics

/// A .proto file → Swift: its messages and enums, and those of imported files that they need and that are no contracts of their own.
///
/// The types of google/protobuf that HeddleRuntime has are named, not generated. Services are passed over; extensions are unknown fields.
func translateProtobuf(_ input: ContractInput, into module: inout GeneratedModule) {
    let inputs = module.protobufInputs
    let result = loadProtobuf([input.importPath]) { path in
        path == input.importPath ? input.file : input.references[path] ?? inputs[path]
    }
    guard !result.hasErrors, let file = result.schema.file(at: input.importPath) else {
        module.diagnostics += result.diagnostics.filter { $0.severity == .error }
        return
    }
    var translation = ProtobufTranslation(schema: result.schema, file: file, input: input)
    module.diagnostics += translation.types.diagnostics
    var output = SwiftFile()
    output.header = fileHeader(of: input, [])
    var declared: [ProtobufDeclared] = []
    for type in translation.neededTypes(besides: Set(inputs.keys)) {
        let (name, owner, span) = translation.identity(of: type)
        let range = owner.source.range(span)
        switch module.names.claim(translation.types.path(of: type).joined(separator: "."), for: name, definition: owner.path + "\n" + owner.source.text(owner.whole), at: range) {
        case .new: declared.append(type)
        case .same: break
        case .clash(let diagnostic): module.diagnostics.append(diagnostic)
        }
    }
    output.imports = ["HeddleRuntime"] + (translation.needsFoundation(declared) ? ["Foundation"] : []) + input.options.imports
    output.declarations = translation.declarations(of: declared, in: &module)
    module.diagnostics += translation.diagnostics
    module.files.append((input.outputName, output))
}

/// A type that is declared in Swift.
enum ProtobufDeclared: Hashable {
    case message(ProtobufID<ProtobufMessage>)
    case enumeration(ProtobufID<ProtobufEnum>)
    /// The enum that stands for a oneof.
    case oneof(ProtobufID<ProtobufOneof>)
}

extension ProtobufFile {
    var whole: ProtobufSpan { ProtobufSpan(start: 0, end: UInt32(source.file.bytes.count)) }
}
