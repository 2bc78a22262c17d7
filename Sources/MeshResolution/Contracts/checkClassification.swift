import ContractModel
import Diagnostics
import MeshModel

/// Each classified path must lead to a field of the schema.
func checkClassification(of contract: Resource<ContractSpec>, _ schema: AvroSchema) -> [Diagnostic] {
    contract.spec.classification.keys.sorted().compactMap { path in
        let range = contract.spec.classificationKeys[path]
        var types = schema.records(in: schema.root)
        for name in path.split(separator: ".", omittingEmptySubsequences: false) {
            let fields = types.flatMap { $0.fields ?? [] }
            let found = fields.filter { $0.name == name }
            if found.isEmpty {
                let close = closestMatch(to: String(name), among: fields.map(\.name))
                let place =
                    types.isEmpty ? "what is before it has no fields" : "there is no field '\(name)' in '\(types[0].fullName)'"
                return Diagnostic(
                    code: "contract/unknown-field", "'\(path)' leads to no field of the schema: \(place)", at: range,
                    suggestion: close.map { "did you mean '\($0)'?" })
            }
            types = found.flatMap { schema.records(in: $0.type) }
        }
        return nil
    }
}

extension AvroSchema {
    /// The records that a value of this type may be, or hold as an item or a value.
    fileprivate func records(in type: AvroType) -> [AvroNamedType] {
        switch type {
        case .primitive: []
        case .array(let item), .map(let item): records(in: item)
        case .union(let branches): branches.flatMap { records(in: $0) }
        case .named(let name): types[name].map { $0.fields == nil ? [] : [$0] } ?? []
        }
    }
}
