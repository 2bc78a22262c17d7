import ContractModel
import Diagnostics
import PathPatterns

/// What contracts of one run refer to, found by what is written in them.
struct ReferenceLibrary {
    private let contracts: [SelectedContract]
    private let furthers: [Located<String>]
    private let protoPath: [String]
    private var others: [ContractFormat: [SourceFile]]?

    init(_ contracts: [SelectedContract], furthers: [Located<String>], protoPath: [String]) {
        self.contracts = contracts
        self.furthers = furthers
        self.protoPath = protoPath.map { resolvePath($0, beside: "") }
    }

    /// By the names that the schema uses, and for Protobuf the path under which others import the file. What is not found is left to
    /// the schema's own reader to tell, which knows where it is missing.
    mutating func references(
        of file: SourceFile, _ format: ContractFormat, in folder: inout ContractFolder, diagnostics: inout [Diagnostic]
    ) -> (files: [String: SourceFile], importPath: String?) {
        switch format {
        case .avro: (avroReferences(of: file, among: candidates(.avro, &folder, &diagnostics)), nil)
        case .jsonSchema: (jsonSchemaReferences(of: file, among: candidates(.jsonSchema, &folder, &diagnostics), in: &folder), nil)
        case .xsd: (xsdReferences(of: file, among: candidates(.xsd, &folder, &diagnostics), in: &folder), nil)
        case .protobuf: protobufReferences(of: file, protoPath: protoPath, in: &folder)
        }
    }

    /// The other contracts, and what stands under `references`.
    private mutating func candidates(_ format: ContractFormat, _ folder: inout ContractFolder, _ diagnostics: inout [Diagnostic]) -> [SourceFile] {
        if let others { return others[format] ?? [] }
        var paths = contracts.map { ($0.path, $0.format) }
        for text in furthers {
            for (path, isNamed) in expand(text, in: folder, diagnostics: &diagnostics) {
                guard let format = contractFormat(of: path, isNamed: isNamed), !paths.contains(where: { $0.0 == path }) else { continue }
                paths.append((path, format))
            }
        }
        var found: [ContractFormat: [SourceFile]] = [:]
        // What cannot be read is told where it is a contract itself.
        for (path, format) in paths { if let file = try? folder.read(path) { found[format, default: []].append(file) } }
        others = found
        return found[format] ?? []
    }
}
