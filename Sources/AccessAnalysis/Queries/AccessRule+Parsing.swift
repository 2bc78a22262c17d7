import MeshModel

extension AccessRule {
    /// Reads what `addressName` writes, and a star behind a name for a prefix: `User:checkout/topic:orders.*/deny-write@10.0.0.7`.
    /// nil where it is none.
    package init?(parsing text: String) {
        guard let last = text.lastIndex(of: "/") else { return nil }
        let deed = text[text.index(after: last)...].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let verb = deed.first else { return nil }
        let host = deed.count > 1 ? String(deed[1]) : "*"
        let isDenial = verb.hasPrefix("deny-")
        guard !host.isEmpty, let operation = Operation(rawValue: String(isDenial ? verb.dropFirst(5) : verb)) else { return nil }
        // A principal's name may hold slashes, a certificate's does; the type after it may not.
        let front = text[..<last]
        for slash in front.indices where front[slash] == "/" {
            let rest = front[front.index(after: slash)...]
            guard let colon = rest.firstIndex(of: ":") else { continue }
            var word = rest[..<colon]
            var name = rest[rest.index(after: colon)...]
            let isPrefix = word.hasSuffix("-prefix")
            if isPrefix { word.removeLast(7) }
            guard let type = ResourceType(rawValue: String(word)), !name.isEmpty else { continue }
            let principal = String(front[..<slash])
            guard let kind = principal.firstIndex(of: ":"), kind != principal.startIndex, principal.index(after: kind) != principal.endIndex else { return nil }
            let pattern: Pattern
            if isPrefix {
                pattern = .prefix(String(name))
            } else if name == "*" {
                pattern = .any
            } else if name.hasSuffix("*") {
                name.removeLast()
                pattern = .prefix(String(name))
            } else {
                pattern = .literal(String(name))
            }
            self.init(
                resourceType: type, pattern: pattern, principal: principal, host: host, operation: operation,
                permission: isDenial ? .deny : .allow)
            return
        }
        return nil
    }
}
