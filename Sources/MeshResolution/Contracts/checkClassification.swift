import ContractModel
import Diagnostics
import MeshModel

/// Each classified path must lead to a field of the schema.
func checkClassification(of contract: Resource<ContractSpec>, _ schema: ParsedContract) -> [Diagnostic] {
    guard !contract.spec.classification.isEmpty else { return [] }
    let root = ContractFields(of: schema)
    return contract.spec.classification.keys.sorted().compactMap { path in
        var fields = root
        for name in path.split(separator: ".", omittingEmptySubsequences: false) {
            guard let next = fields.step(name) else {
                let close = closestMatch(to: String(name), among: fields.names)
                let place =
                    fields.names.isEmpty
                    ? "what is before it has no fields"
                    : "there is no field '\(name)'" + (fields.owner.map { " in '\($0)'" } ?? "")
                return Diagnostic(
                    code: "contract/unknown-field", "'\(path)' leads to no field of the schema: \(place)",
                    at: contract.spec.classificationKeys[path], suggestion: close.map { "did you mean '\($0)'?" })
            }
            fields = next
        }
        return nil
    }
}
