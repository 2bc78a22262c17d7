import ContractModel
import Diagnostics
import MeshModel

/// The contracts whose schemas are well-formed, with every reference followed.
func linkContracts(_ index: MeshIndex, _ diagnostics: inout Findings) -> [String: LinkedContract] {
    var linker = ContractLinker(index: index, diagnostics: diagnostics)
    for contract in index.loaded.contracts { linker.link(contract) }
    diagnostics = linker.diagnostics
    return linker.linked
}

/// The same for contracts alone, whatever mesh they are of.
///
/// - Returns: those that are well-formed by name, and what is wrong with the others.
package func linkContracts(_ contracts: [Resource<ContractSpec>], limits: ResolutionLimits = .init()) -> (
    linked: [String: LinkedContract], diagnostics: [Diagnostic]
) {
    var diagnostics = Findings(maximum: limits.maximumDiagnostics)
    let mesh = Resource(metadata: Metadata(name: Located("")), spec: MeshSpec(), range: SourceRange(file: SourceFile(path: "", text: ""), start: .start, end: .start))
    let linked = linkContracts(MeshIndex(LoadedMesh(mesh: mesh, contracts: contracts)), &diagnostics)
    return (linked, diagnostics.finished())
}

private let maximumDepth = 100
private let maximumSources = 1_000_000

/// Reads schemas in the order in which they lean on each other.
private struct ContractLinker {
    let index: MeshIndex
    private(set) var diagnostics: Findings
    private(set) var linked: [String: LinkedContract] = [:]
    /// nil: in the works, or found wrong.
    private var schemas: [String: ParsedContract?] = [:]
    private var path: [String] = []
    /// Of what has been read: how many contracts the longest way through its references leads through.
    private var heights: [String: Int] = [:]
    /// How many sources the contracts have, all together.
    private var sourceCount = 0

    init(index: MeshIndex, diagnostics: Findings) {
        self.index = index
        self.diagnostics = diagnostics
    }

    mutating func link(_ contract: Resource<ContractSpec>) {
        guard schemas[contract.name] == nil else { return }
        schemas[contract.name] = .some(nil)
        path.append(contract.name)
        defer { path.removeLast() }

        var references: [(name: String, contract: ParsedContract)] = []
        var sources: [String: SourceFile] = [:]
        var isWhole = true
        var height = 1
        for reference in contract.spec.references {
            guard let target = follow(reference, from: contract) else {
                isWhole = false
                continue
            }
            references.append((reference.name.value, target))
            height = max(height, 1 + (heights[reference.contract.value] ?? 0))
            guard let there = linked[reference.contract.value] else { continue }
            let known = there.sources.merging([reference.name.value: there.schema]) { _, named in named }
            for (name, source) in known where sources.updateValue(source, forKey: name).map({ $0 !== source }) ?? false {
                diagnostics.append(
                    Diagnostic(
                        code: "contract/conflicting-references",
                        "the references of '\(contract.name)', and theirs, mean two schemas by one name, '\(name)'",
                        at: reference.name.range, suggestion: "let every contract speak of them by one name each"))
                isWhole = false
            }
        }
        checkReplacement(of: contract)
        guard let file = contract.spec.schema, isWhole, spend(sources.count, on: contract) else { return }
        let (schema, problems) = parseContract(contract.spec, file, named: contract.name, references: references, sources: sources)
        diagnostics.append(contentsOf: contract.spec.isInline ? problems.map { locate($0, in: contract.spec) } : problems)
        guard let schema else { return }
        schemas[contract.name] = schema
        heights[contract.name] = height
        linked[contract.name] = LinkedContract(resource: contract, schema: file, sources: sources, recordName: schema.recordName)
        diagnostics.append(contentsOf: checkClassification(of: contract, schema))
    }

    /// The schema that a reference makes known; nil, with what is wrong said, when it leads nowhere.
    private mutating func follow(_ reference: ContractSpec.Reference, from contract: Resource<ContractSpec>) -> ParsedContract? {
        let name = reference.contract.value
        guard let target = index.contracts[name] else {
            diagnostics.appendUnknown(
                "Contract", reference.contract, code: "contract/unknown-reference", among: Array(index.contracts.keys),
                own: contract.name, gaps: index.loaded.gaps)
            return nil
        }
        guard target.spec.format.value == contract.spec.format.value else {
            diagnostics.append(
                Diagnostic(
                    code: "contract/reference-of-another-format",
                    "'\(contract.name)' is \(contract.spec.format.value.rawValue), and '\(name)' is \(target.spec.format.value.rawValue)",
                    at: reference.contract.range, suggestion: "refer to contracts of the same format"))
            return nil
        }
        if path.contains(name) {
            diagnostics.append(
                Diagnostic(
                    code: "contract/reference-cycle",
                    "the references lead in a circle: " + (path.drop { $0 != name } + [name]).joined(separator: " → "),
                    at: reference.contract.range, suggestion: "put the types that need each other into one contract"))
            return nil
        }
        guard path.count < maximumDepth else { return tooDeep(reference) }
        link(target)
        // From whichever end they are read: what was read before may be deep already.
        if let height = heights[name], height >= maximumDepth { return tooDeep(reference) }
        guard let schema = schemas[name] ?? nil else { return nil }
        if case .avro(let avro) = schema, avro.types[reference.name.value] == nil {
            let close = closestMatch(to: reference.name.value, among: avro.definedNames)
            diagnostics.append(
                Diagnostic(
                    code: "contract/unknown-reference-name", "the contract '\(name)' defines no type '\(reference.name.value)'",
                    at: reference.name.range,
                    notes: close == nil && !avro.definedNames.isEmpty
                        ? ["it defines " + avro.definedNames.joined(separator: ", ")] : [],
                    suggestion: close.map { "did you mean '\($0)'?" }))
            return nil
        }
        return schema
    }

    private mutating func tooDeep(_ reference: ContractSpec.Reference) -> ParsedContract? {
        diagnostics.append(
            Diagnostic(
                code: "contract/reference-cycle", "the references are more than \(maximumDepth) contracts deep",
                at: reference.contract.range))
        return nil
    }

    /// False where the schemas that contracts lean on would fill the memory: each keeps a table of all of its own.
    private mutating func spend(_ count: Int, on contract: Resource<ContractSpec>) -> Bool {
        sourceCount += count
        if sourceCount <= maximumSources { return true }
        if sourceCount - count <= maximumSources {
            diagnostics.append(
                Diagnostic(
                    code: "manifest/too-large",
                    "what the contracts refer to, and that in turn, comes to more than \(maximumSources) schemas",
                    at: contract.metadata.name.range, suggestion: "let contracts refer to fewer others"))
        }
        return false
    }

    private mutating func checkReplacement(of contract: Resource<ContractSpec>) {
        guard let replacement = contract.spec.deprecation?.replacedBy, index.contracts[replacement.value] == nil else { return }
        diagnostics.appendUnknown(
            "Contract", replacement, code: "contract/unknown-replacement", among: Array(index.contracts.keys), own: contract.name,
            gaps: index.loaded.gaps)
    }
}
