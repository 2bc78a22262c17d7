import Diagnostics
import LocatedJSON

/// Avro 1.12, "Records", on `default`: the JSON that each type's default is written as.
extension AvroParser {
    mutating func checkDefaults() {
        for (node, type, field) in pendingDefaults {
            var check = DefaultCheck(types: types, failedNames: failedNames)
            if let problem = check.problem(with: node, as: type) {
                report(
                    "avro/invalid-default", "the default of '\(field)' does not fit its type: \(problem.message)",
                    at: problem.range)
            } else if case .union(let branches) = type, let first = branches.first, check.problem(with: node, as: first) != nil {
                warn(
                    "avro/default-not-first-branch",
                    "the default of '\(field)' is not of the union's first type, '\(first.branchName)'",
                    at: node.range, suggestion: "readers before Avro 1.12 refuse that: put the default's type first")
            }
        }
    }
}

private struct DefaultCheck {
    let types: [String: AvroNamedType]
    let failedNames: Set<String>
    /// Unions of records that hold unions can be compared in a great many ways; beyond this a default passes.
    private var stepsLeft = 100_000

    struct Problem {
        var message: String
        var range: SourceRange
    }

    init(types: [String: AvroNamedType], failedNames: Set<String>) {
        self.types = types
        self.failedNames = failedNames
    }

    mutating func problem(with node: JSONNode, as type: AvroType) -> Problem? {
        stepsLeft -= 1
        guard stepsLeft > 0 else { return nil }
        switch type {
        case .primitive(let primitive, _):
            return AvroJSONForm.fits(node, primitive)
                ? nil : Problem(message: "\(node.kind.description) is no \(primitive.rawValue)", range: node.range)
        case .array(let item):
            guard let items = node.array else {
                return Problem(message: "\(node.kind.description) is no array", range: node.range)
            }
            return firstProblem(items, item)
        case .map(let value):
            guard let members = node.object else {
                return Problem(message: "\(node.kind.description) is no map", range: node.range)
            }
            return firstProblem(members.map(\.value), value)
        case .union(let branches):
            for branch in branches where problem(with: node, as: branch) == nil { return nil }
            return Problem(message: "\(node.kind.description) fits none of the union's types", range: node.range)
        case .named(let name):
            guard let named = types[name], !failedNames.contains(name) else { return nil }
            return problem(with: node, as: named)
        }
    }

    private mutating func firstProblem(_ nodes: [JSONNode], _ type: AvroType) -> Problem? {
        for node in nodes {
            if let problem = problem(with: node, as: type) { return problem }
        }
        return nil
    }

    private mutating func problem(with node: JSONNode, as type: AvroNamedType) -> Problem? {
        switch type.content {
        case .record(let fields):
            guard node.object != nil else { return Problem(message: "\(node.kind.description) is no record", range: node.range) }
            for field in fields {
                if let value = node[field.name] {
                    if let problem = problem(with: value, as: field.type) { return problem }
                } else if field.fallback == nil {
                    return Problem(
                        message: "the field '\(field.name)' of '\(type.fullName)' is missing, and has no default",
                        range: node.range)
                }
            }
            return nil
        case .enumeration(let symbols, _):
            guard let text = node.string else {
                return Problem(message: "\(node.kind.description) is no symbol", range: node.range)
            }
            return symbols.contains(text)
                ? nil : Problem(message: "'\(text)' is no symbol of '\(type.fullName)'", range: node.range)
        case .fixed(let size, _):
            guard let bytes = AvroJSONForm.byteCount(node) else {
                return Problem(message: "it must be a string of the characters U+0000 to U+00FF", range: node.range)
            }
            return bytes == size
                ? nil : Problem(message: "it has \(bytes) bytes, and '\(type.fullName)' has \(size)", range: node.range)
        }
    }
}
