/// Whether two spellings of a config value mean the same: `604800000` and `0604800000`, `TRUE` and `true`,
/// `compact,delete` and `delete, compact`.
package func configValuesEqual(_ key: String, _ left: String, _ right: String) -> Bool {
    if left == right { return true }
    return canonicalConfigValue(key, left) == canonicalConfigValue(key, right)
}

private func canonicalConfigValue(_ key: String, _ value: String) -> String {
    let trimmed = value.trimmingSpaces()
    if listValuedConfigKeys.contains(key) {
        let members = Set(trimmed.split(separator: ",").map { String($0).trimmingSpaces() }.filter { !$0.isEmpty })
        return members.sorted().joined(separator: ",")
    }
    // The subjects of Heddle's own keys are names, which may look like numbers.
    if key.hasPrefix("heddle.") { return trimmed }
    if let number = Int64(trimmed) { return String(number) }
    if let number = Double(trimmed), number.isFinite { return Int64(exactly: number).map(String.init) ?? String(number) }
    switch trimmed.lowercased() {
    case "true": return "true"
    case "false": return "false"
    default: return trimmed
    }
}

/// Keys whose value is a set: the order of its members says nothing.
private let listValuedConfigKeys: Set<String> = [
    "cleanup.policy", "leader.replication.throttled.replicas", "follower.replication.throttled.replicas",
]

extension String {
    fileprivate func trimmingSpaces() -> String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
