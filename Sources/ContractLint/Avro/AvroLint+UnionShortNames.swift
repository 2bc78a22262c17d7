import ContractModel
import Diagnostics

extension AvroLint {
    /// Readers find the branch of a union by the name without its namespace, so that two of one name are mistaken.
    mutating func checkUnionNames(in type: AvroType, at range: SourceRange) {
        switch type {
        case .array(let inner), .map(let inner): checkUnionNames(in: inner, at: range)
        case .union(let branches):
            var names: [String: String] = [:]
            for branch in branches {
                checkUnionNames(in: branch, at: range)
                guard case .named(let name) = branch else { continue }
                let short = name.split(separator: ".").last.map(String.init) ?? name
                guard let other = names.updateValue(name, forKey: short) else { continue }
                findings.add(
                    .avroUnionShortNames, "the union has '\(other)' and '\(name)', which have the same name but for the namespace",
                    at: range, suggestion: "name one of them otherwise: readers tell the branches of a union by '\(short)' alone")
            }
        case .primitive, .named: break
        }
    }
}
