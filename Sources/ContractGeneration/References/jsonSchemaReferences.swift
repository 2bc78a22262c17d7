import Diagnostics
import LocatedJSON
import PathPatterns

/// The documents that a schema's `$ref`s lead to, and theirs in turn: by the URI that the reference comes to, and as it is written.
///
/// A reference is the `$id` of one of the candidates, or a path from the file in which it stands.
func jsonSchemaReferences(of file: SourceFile, among candidates: [SourceFile], in folder: inout ContractFolder) -> [String: SourceFile] {
    var byIdentifier: [String: SourceFile] = [:]
    for candidate in candidates {
        guard let identifier = parseJSON(candidate).root.flatMap(identifier) else { continue }
        byIdentifier[withoutFragment(identifier)] = byIdentifier[withoutFragment(identifier)] ?? candidate
    }
    var files: [String: SourceFile] = [:]
    var open: [(file: SourceFile, base: String)] = [(file, "")]
    var seen: Set<String> = [file.path]
    while let (document, base) = open.popLast() {
        guard let root = parseJSON(document).root else { continue }
        var written: [(text: String, base: String)] = []
        collect(root, base: base, into: &written)
        for (text, base) in written {
            let plain = withoutFragment(text)
            let uri = resolve(plain, against: base)
            guard !plain.isEmpty, files[uri] == nil else { continue }
            let beside = isAbsolute(plain) ? nil : try? folder.read(resolvePath(plain, beside: document.path))
            guard let found = byIdentifier[uri] ?? beside, found.path != file.path else { continue }
            files[uri] = found
            // Some readers know a document by the text of the reference, or without the dots that lead out of the first one's folder.
            for name in [plain, uri.split(separator: "/").drop { $0 == ".." }.joined(separator: "/")] where !isAbsolute(name) && files[name] == nil {
                files[name] = found
            }
            if seen.insert(found.path).inserted { open.append((found, uri)) }
        }
    }
    return files
}

/// Each `$ref` with the base that holds where it stands. Values that only look like one do no harm: they lead nowhere.
private func collect(_ node: JSONNode, base: String, into written: inout [(text: String, base: String)]) {
    for item in node.array ?? [] { collect(item, base: base, into: &written) }
    guard let members = node.object else { return }
    let base = identifier(of: node).map { resolve(withoutFragment($0), against: base) } ?? base
    for member in members {
        if ["$ref", "$dynamicRef", "$schema"].contains(member.key), let text = member.value.string {
            written.append((text, base))
        } else {
            collect(member.value, base: base, into: &written)
        }
    }
}

private func identifier(of node: JSONNode) -> String? { node["$id"]?.string ?? node["id"]?.string }

private func withoutFragment(_ uri: String) -> String { String(uri.prefix { $0 != "#" }) }

/// With a scheme: `https://…`, `urn:…`.
private func isAbsolute(_ uri: String) -> Bool {
    guard let colon = uri.firstIndex(of: ":") else { return false }
    return !uri[..<colon].contains("/")
}

/// RFC 3986, 5.2, of a reference without a fragment.
private func resolve(_ reference: String, against base: String) -> String {
    if isAbsolute(reference) || base.isEmpty { return isAbsolute(reference) ? reference : resolvePath(reference, beside: "") }
    if reference.isEmpty { return base }
    guard isAbsolute(base) else { return resolvePath(reference, beside: base) }
    // The scheme and the host stay as they are.
    let path = base.firstRange(of: "//").map { start in base[start.upperBound...].firstIndex(of: "/") ?? base.endIndex } ?? base.firstIndex(of: ":")
    guard let path, path < base.endIndex else { return "\(base)/\(reference)" }
    if reference.hasPrefix("/") { return base[..<path] + reference }
    return base[...path] + resolvePath(reference, beside: String(base[base.index(after: path)...]))
}
