import Diagnostics
import LocatedJSON

extension AvroParser {
    /// A union has no union directly in it, and each type but the named ones once (Avro 1.12, "Unions").
    mutating func parseUnion(_ branches: [JSONNode], namespace: String?) -> AvroType? {
        var types: [AvroType] = []
        var seen: [String: SourceRange] = [:]
        var isWhole = true
        for branch in branches {
            guard let type = parse(branch, namespace: namespace) else {
                isWhole = false
                continue
            }
            if case .union = type {
                report(
                    "avro/invalid-union", "a union cannot stand directly in a union", at: branch.range,
                    suggestion: "put its types into the outer one")
                isWhole = false
                continue
            }
            if let first = seen.updateValue(branch.range, forKey: type.branchName) {
                report(
                    "avro/invalid-union", "the union has '\(type.branchName)' twice", at: branch.range,
                    secondary: [.init("first here", at: first)],
                    suggestion: "only records, enums and fixed of different names may share a union")
                isWhole = false
                continue
            }
            types.append(type)
        }
        return isWhole ? .union(types) : nil
    }
}

extension AvroType {
    /// What tells a union's branches apart, and names them in the JSON encoding: a named type's full name, else the type.
    package var branchName: String {
        switch self {
        case .primitive(let primitive, _): primitive.rawValue
        case .array: "array"
        case .map: "map"
        case .union: "union"
        case .named(let name): name
        }
    }
}
