import Determinism

/// Where a registry is: `http://127.0.0.1:8181`, `https://registry.example.com/apis/ccompat/v7`.
package struct RegistryAddress: Sendable, Hashable, CustomStringConvertible {
    /// Without a slash at the end.
    private let base: String

    /// nil for what is no http or https URL of a host and a path. User names and passwords do not belong into it, because an
    /// address is printed.
    package init?(parsing text: String) {
        guard let scheme = ["http://", "https://"].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
        var rest = text.dropFirst(scheme.count)
        while rest.last == "/" { rest.removeLast() }
        let authority = rest.prefix { $0 != "/" }
        let isPlain = rest.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0.value != 0x7F && !"?#@\\\"<>^`{|}".unicodeScalars.contains($0) }
        guard !authority.isEmpty, isPlain, Self.isAuthority(authority) else { return nil }
        base = scheme + rest
    }

    package init(host: String, port: Int) {
        base = host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
    }

    private static func isAuthority(_ text: Substring) -> Bool {
        let host: Substring
        let rest: Substring
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return false }
            (host, rest) = (text[text.index(after: text.startIndex)..<end], text[text.index(after: end)...])
        } else {
            host = text.prefix { $0 != ":" }
            rest = text.dropFirst(host.count)
        }
        guard !host.isEmpty else { return false }
        return rest.isEmpty || (rest.hasPrefix(":") && UInt16(rest.dropFirst()).map { $0 > 0 } == true)
    }

    package var description: String { base }

    /// The URL of a path below it. Each part is escaped: subjects may hold slashes.
    func url(_ parts: [String], query: String = "") -> String {
        base + parts.map { "/" + Self.escaped($0) }.joined() + (query.isEmpty ? "" : "?" + query)
    }

    /// All but the unreserved characters of RFC 3986, 2.3.
    private static func escaped(_ part: String) -> String {
        // Alone, these would be steps in a path (RFC 3986, 3.3).
        if part == "." { return "%2E" }
        if part == ".." { return "%2E%2E" }
        return percentEncoded(part)
    }
}
