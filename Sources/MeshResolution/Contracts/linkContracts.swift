import ContractModel
import Diagnostics
import MeshModel

/// The contracts whose schemas are well-formed, with every reference followed.
func linkContracts(_ index: MeshIndex, _ diagnostics: inout Findings) -> [String: Resource<ContractSpec>] {
    var linker = ContractLinker(index: index, diagnostics: diagnostics)
    for contract in index.loaded.contracts { linker.link(contract) }
    diagnostics = linker.diagnostics
    return linker.linked
}

/// Reads schemas in the order in which they lean on each other.
private struct ContractLinker {
    let index: MeshIndex
    private(set) var diagnostics: Findings
    private(set) var linked: [String: Resource<ContractSpec>] = [:]
    /// nil: in the works, or found wrong.
    private var schemas: [String: AvroSchema?] = [:]
    private var path: [String] = []

    init(index: MeshIndex, diagnostics: Findings) {
        self.index = index
        self.diagnostics = diagnostics
    }

    mutating func link(_ contract: Resource<ContractSpec>) {
        guard schemas[contract.name] == nil else { return }
        schemas[contract.name] = .some(nil)
        path.append(contract.name)
        defer { path.removeLast() }

        var known: [String: AvroNamedType] = [:]
        var isWhole = true
        for reference in contract.spec.references {
            guard let types = types(of: reference, from: contract) else {
                isWhole = false
                continue
            }
            known.merge(types) { first, _ in first }
        }
        checkReplacement(of: contract)
        guard contract.spec.format.value == .avro, let file = contract.spec.schema, isWhole else { return }
        let (schema, problems) = parseAvroSchema(file, known: known)
        diagnostics.append(contentsOf: contract.spec.isInline ? problems.map { locate($0, in: contract.spec) } : problems)
        guard let schema else { return }
        schemas[contract.name] = schema
        linked[contract.name] = contract
        diagnostics.append(contentsOf: checkClassification(of: contract, schema))
    }

    /// The named types that a reference makes known; nil, with what is wrong said, when it leads nowhere.
    private mutating func types(of reference: ContractSpec.Reference, from contract: Resource<ContractSpec>) -> [String:
        AvroNamedType]?
    {
        let name = reference.contract.value
        guard let target = index.contracts[name] else {
            diagnostics.appendUnknown(
                "Contract", reference.contract, code: "contract/unknown-reference", among: Array(index.contracts.keys),
                own: contract.name, gaps: index.loaded.gaps)
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
        guard path.count < 100 else {
            diagnostics.append(
                Diagnostic(
                    code: "contract/reference-cycle", "the references are more than 100 contracts deep",
                    at: reference.contract.range))
            return nil
        }
        link(target)
        guard let schema = schemas[name] ?? nil else { return nil }
        if schema.types[reference.name.value] == nil {
            let close = closestMatch(to: reference.name.value, among: schema.definedNames)
            diagnostics.append(
                Diagnostic(
                    code: "contract/unknown-reference-name", "the contract '\(name)' defines no type '\(reference.name.value)'",
                    at: reference.name.range,
                    notes: close == nil && !schema.definedNames.isEmpty
                        ? ["it defines " + schema.definedNames.joined(separator: ", ")] : [],
                    suggestion: close.map { "did you mean '\($0)'?" }))
            return nil
        }
        return schema.types
    }

    private mutating func checkReplacement(of contract: Resource<ContractSpec>) {
        guard let replacement = contract.spec.deprecation?.replacedBy, index.contracts[replacement.value] == nil else { return }
        diagnostics.appendUnknown(
            "Contract", replacement, code: "contract/unknown-replacement", among: Array(index.contracts.keys), own: contract.name,
            gaps: index.loaded.gaps)
    }
}
