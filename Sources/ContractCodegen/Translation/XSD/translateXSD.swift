import Diagnostics
import XMLText
import XSDModel

/// Swift for an XML Schema: a type for each type, choice and substitution group, and a payload for each global element.
///
/// docs/guides/codecs-xml.md tells the rules. What no Swift type can say is kept as raw XML, with the warning `codegen/untyped`.
func translateXSD(_ input: ContractInput, into module: inout GeneratedModule) {
    let (schema, diagnostics) = loadXSD(file: input.file, references: input.references)
    module.diagnostics += diagnostics
    guard let schema else { return }
    var translation = XSDTranslation(schema, input)
    translation.run()
    module.diagnostics += translation.diagnostics
    var file = SwiftFile()
    file.header = fileHeader(of: input, [])
    file.imports = ["HeddleRuntime", "HeddleXML"] + input.options.imports
    file.declarations = translation.declarations(claiming: &module)
    if !file.declarations.isEmpty { file.declarations += identityConstants(input) }
    module.files.append((input.outputName, file))
}

/// The texts that all payloads of the file have in common.
private func identityConstants(_ input: ContractInput) -> [SwiftDeclaration] {
    let references = input.references.sorted { $0.key < $1.key }.map { name, file in
        "HeddleRuntime.ContractIdentity.Reference(name: \(swiftLiteral(name)), schema: \(swiftLiteral(String(decoding: file.bytes, as: UTF8.self))))"
    }
    return [
        .property(SwiftProperty("private let contractSchema = \(swiftLiteral(String(decoding: input.file.bytes, as: UTF8.self)))", access: nil)),
        .property(
            SwiftProperty(
                "private let contractReferences: [HeddleRuntime.ContractIdentity.Reference] = [\(references.joined(separator: ", "))]", access: nil)),
    ]
}
