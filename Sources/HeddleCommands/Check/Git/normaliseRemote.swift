/// A repository's address in one spelling, without credentials, scheme, port, `.git` and the case of its host:
///
///     https://token@GitHub.com/acme/mesh.git   →  github.com/acme/mesh
///     git@github.com:acme/mesh.git             →  github.com/acme/mesh
///     ssh://git@github.com:22/acme/mesh        →  github.com/acme/mesh
///     /srv/git/mesh.git                        →  /srv/git/mesh
///
/// nil for what names nothing.
func normaliseRemote(_ remote: String) -> String? {
    var text = remote.split(whereSeparator: \.isWhitespace).joined()[...]
    if let query = text.firstIndex(where: { $0 == "?" || $0 == "#" }) { text = text[..<query] }
    var host: Substring?
    if let scheme = text.firstRange(of: "://") {
        let isFile = text[..<scheme.lowerBound].lowercased() == "file"
        text = text[scheme.upperBound...]
        if !isFile { host = text.prefix { $0 != "/" } }
    } else if let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") {
        // As scp has it: host, colon, path.
        host = text[..<colon]
        text = text[text.index(after: colon)...]
        return spelled(host, path: text)
    }
    guard let host else { return spelled(nil, path: text) }
    return spelled(host, path: text.dropFirst(host.count))
}

private func spelled(_ authority: Substring?, path: Substring) -> String? {
    var segments = path.split(separator: "/").filter { $0 != "." }
    if var last = segments.popLast() {
        if last.lowercased().hasSuffix(".git") { last = last.dropLast(4) }
        if !last.isEmpty { segments.append(last) }
    }
    let joined = segments.joined(separator: "/")
    guard let authority else { return joined.isEmpty ? nil : (path.hasPrefix("/") ? "/" : "") + joined }
    // Whoever logs in, and through which port, is no part of what is meant.
    var host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]"), host[host.index(after: colon)...].allSatisfy(\.isNumber) {
        host = host[..<colon]
    }
    guard !host.isEmpty, !joined.isEmpty else { return nil }
    return "\(host.lowercased())/\(joined)"
}
