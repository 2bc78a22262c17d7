import ManifestWriting

/// A string as a manifest has it: what looks like a variable stands for itself.
func text(_ value: String) -> YAMLDraft { .string(escapedVariables(value)) }

func escapedVariables(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "$")) else { return value }
    var escaped = ""
    var rest = value[...]
    while let dollar = rest.firstIndex(of: "$") {
        escaped += rest[..<dollar]
        rest = rest[rest.index(after: dollar)...]
        escaped += rest.first == "(" ? "$$" : "$"
    }
    return escaped + rest
}

/// Metadata of what is there and is to be taken over.
///
/// - Parameter isProtected: Heddle owns it, and has promised not to delete it.
func adoptedMetadata(_ name: String, owner: String?, isProtected: Bool = false) -> YAMLDraft {
    var entries: [(String, YAMLDraft)] = [("name", text(name))]
    if let owner { entries.append(("owner", text(owner))) }
    let protection = isProtected ? [("heddle.dev/protect", YAMLDraft.string("true"))] : []
    entries.append(("annotations", .mapping([("heddle.dev/adopt", .string("true"))] + protection)))
    return .mapping(entries)
}
