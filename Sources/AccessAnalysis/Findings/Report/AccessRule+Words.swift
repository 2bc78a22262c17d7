import MeshModel

extension AccessRule {
    /// `topic:orders.created`, `topic-prefix:orders.`, `topic:*`.
    package var resourceText: String {
        switch pattern {
        case .literal(let name): "\(resourceType.rawValue):\(name)"
        case .prefix(let prefix): "\(resourceType.rawValue)-prefix:\(prefix)"
        case .any: "\(resourceType.rawValue):*"
        }
    }

    /// `topic 'orders.created'`, `every topic beginning with 'orders.'`, `every topic`.
    var resourceWords: String {
        if resourceType == .cluster { return "the cluster" }
        let noun = resourceType.rawValue.replacing("-", with: " ")
        return switch pattern {
        case .literal(let name): "\(noun) '\(name)'"
        case .prefix(let prefix): "every \(noun) that begins with '\(prefix)'"
        case .any: "every \(noun)"
        }
    }

    /// `allow 'User:analytics' read on every topic that begins with 'orders.'`
    package var sentence: String {
        "\(permission.rawValue) '\(principal)' \(operation.rawValue) on \(resourceWords)" + (host == "*" ? "" : " from \(host)")
    }
}

/// "1 topic", "3 topics".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Names in single quotes, a few of them.
func quoted(_ names: [String], most: Int = 3) -> String {
    names.prefix(most).map { "'\($0)'" }.joined(separator: ", ") + (names.count > most ? ", …" : "")
}
