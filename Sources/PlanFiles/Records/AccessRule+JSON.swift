import LocatedJSON
import MeshModel

extension AccessRule {
    /// `{"principal": "User:a", "permission": "allow", "operation": "read", "resource": "topic", "literal": "orders"}`
    var json: JSONValue {
        let pattern: (String, JSONValue) =
            switch pattern {
            case .literal(let name): ("literal", .string(name))
            case .prefix(let prefix): ("prefix", .string(prefix))
            case .any: ("any", .bool(true))
            }
        return .record(
            ("principal", .string(principal)), ("permission", .string(permission.rawValue)), ("operation", .string(operation.rawValue)),
            ("resource", .string(resourceType.rawValue)), pattern, ("host", host == "*" ? nil : .string(host)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "principal", "permission", "operation", "resource", "literal", "prefix", "any", "host")
        let pattern: Pattern
        switch (try record.optionalString("literal"), try record.optionalString("prefix"), try record.flag("any")) {
        case (let name?, nil, false): pattern = .literal(name)
        case (nil, let prefix?, false): pattern = .prefix(prefix)
        case (nil, nil, true): pattern = .any
        default: throw FileProblem("a rule has one of 'literal', 'prefix' and 'any'", at: node)
        }
        self.init(
            resourceType: try record.word("resource"), pattern: pattern, principal: try record.string("principal"),
            host: try record.optionalString("host") ?? "*", operation: try record.word("operation"), permission: try record.word("permission"))
    }
}
