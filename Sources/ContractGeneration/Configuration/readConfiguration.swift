import ContractCodegen
import Diagnostics
import LocatedYAML

/// A `heddle-codegen.yaml` as a value, with every mistake in it.
///
///     let (configuration, diagnostics) = readConfiguration(SourceFile(path: "heddle-codegen.yaml", bytes: bytes))
///
/// - Returns: what could be understood; not to be used where a diagnostic is an error.
package func readConfiguration(_ file: SourceFile) -> (configuration: CodegenConfiguration, diagnostics: [Diagnostic]) {
    let (documents, diagnostics) = parseYAML(file)
    guard diagnostics.isEmpty else { return (CodegenConfiguration(), diagnostics) }
    if let second = documents.dropFirst().first {
        return (
            CodegenConfiguration(),
            [Diagnostic(code: "codegen/not-a-document", "a \(codegenConfigurationName) is one document", at: second.root.range, label: "a second one begins here")]
        )
    }
    // An empty file says what a missing one says.
    guard let root = documents.first?.root, !root.isNull else { return (CodegenConfiguration(), []) }
    var reader = ConfigurationReader()
    let configuration = reader.configuration(root)
    return (configuration, reader.diagnostics)
}

extension ConfigurationReader {
    mutating func configuration(_ root: YAMLNode) -> CodegenConfiguration {
        var configuration = CodegenConfiguration()
        guard let entries = mapping(root, "the file", keys: CodegenKey.ofFile) else { return configuration }
        configuration.options = options(entries, over: CodegenOptions())
        for (key, value) in entries {
            switch CodegenKey(rawValue: key) {
            case .contracts:
                guard let nodes = list(value, key) else { continue }
                configuration.contracts = nodes.compactMap { contract($0, over: configuration.options) }
            case .protoPath: configuration.protoPath = texts(value, key)
            case .references: configuration.references = texts(value, key)
            default: continue
            }
        }
        return configuration
    }

    /// A path alone, or a mapping with `file`.
    private mutating func contract(_ node: YAMLNode, over options: CodegenOptions) -> CodegenConfiguration.Entry? {
        if node.scalar != nil {
            return text(node, "contracts").map { CodegenConfiguration.Entry(path: $0, options: options) }
        }
        guard let entries = mapping(node, "a contract", keys: CodegenKey.ofContract) else { return nil }
        guard let file = entries.first(where: { $0.key == "file" }) else {
            report("missing-file", "a contract without 'file'", at: node.mapping?.first?.key.range ?? node.range, suggestion: "add file: orders/created.avsc")
            return nil
        }
        guard let path = text(file.value, "file") else { return nil }
        var entry = CodegenConfiguration.Entry(path: path, options: self.options(entries, over: options))
        for (key, value) in entries {
            if key == "format" { entry.format = choice(value, key) }
        }
        return entry
    }

    private mutating func options(_ entries: [(key: String, value: YAMLNode)], over base: CodegenOptions) -> CodegenOptions {
        var options = base
        for (key, value) in entries {
            switch CodegenKey(rawValue: key) {
            case .accessModifier: options.access = choice(value, key) ?? base.access
            case .additionalImports: options.imports = modules(value, key)
            case .additionalFileComments: options.comments = texts(value, key).flatMap { commentLines($0.value) }
            case .names: options.names.merge(names(value, key)) { _, new in new }
            case .namespaces: options.namespaces = choice(value, key) ?? base.namespaces
            case .dates: options.dates = choice(value, key) ?? base.dates
            case .enums: options.enums = choice(value, key) ?? base.enums
            case .maps: options.maps = choice(value, key) ?? base.maps
            case .codable: options.codable = boolean(value, key) ?? base.codable
            case .views: options.views = boolean(value, key) ?? base.views
            case .unknownFields: options.unknownFields = boolean(value, key) ?? base.unknownFields
            case .constraints: options.constraints = boolean(value, key) ?? base.constraints
            case .contracts, .protoPath, .references, nil: continue
            }
        }
        return options
    }
}
