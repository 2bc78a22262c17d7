import Diagnostics

// What is wrong with a tree whose syntax is right.

func duplicateKey(_ key: YAMLNode, first: YAMLNode) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.duplicateKey.rawValue,
        "the key '\(shown(key.scalar?.text ?? ""))' is given twice in the same mapping",
        at: key.useRange,
        secondary: [.init("first given here", at: first.useRange)],
        suggestion: "remove one of the two")
}

func unknownAnchor(_ name: String, at range: SourceRange, known: some Collection<String>) -> Diagnostic {
    let near = closestMatch(to: name, among: known)
    return Diagnostic(
        code: YAMLCode.unknownAnchor.rawValue,
        "no anchor '&\(shown(name))' comes before this alias in its document",
        at: range,
        notes: near == nil ? ["an anchor is seen only inside its own document, and only after it was written"] : [],
        suggestion: near.map { "did you mean '*\($0)'?" }
            ?? "put '&\(shown(name))' before the value to repeat, or quote the text if it just begins with '*'",
        fixIts: near.map { [TextEdit(replace: range, with: "*\($0)")] } ?? [])
}

func aliasCycle(_ name: String, at range: SourceRange, anchor: SourceRange) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.aliasCycle.rawValue,
        "the alias '*\(shown(name))' stands inside the value that it repeats",
        at: range,
        secondary: [.init("the value begins here", at: anchor)],
        suggestion: "a value cannot contain itself: write out the part that is meant")
}

func tooManyAliases(at range: SourceRange, _ limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.tooManyAliases.rawValue,
        "written out, the aliases of this file come to more than \(limits.maximumAliasedNodes) values",
        at: range,
        notes: ["nothing after this place was read"],
        suggestion: "repeat less: aliases of values that hold aliases multiply")
}

func tooDeep(at range: SourceRange, _ limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.tooDeep.rawValue,
        "lists and mappings nest more than \(limits.maximumDepth) deep here",
        at: range,
        notes: ["the rest of this document was not read"])
}

func tooLongScalar(at range: SourceRange, bytes: Int, _ limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.tooLarge.rawValue,
        "this value has \(bytes) bytes; at most \(limits.maximumScalarBytes) are read",
        at: SourceRange(file: range.file, start: range.start, end: range.start),
        notes: ["the rest of this document was not read"],
        suggestion: "put the text into a file of its own")
}

func tooManyDocuments(at range: SourceRange, _ limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.tooLarge.rawValue,
        "more than \(limits.maximumDocuments) documents in one file",
        at: range,
        notes: ["nothing after this place was read"],
        suggestion: "split it into several files")
}

func tooManyNodes(at range: SourceRange, _ limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.tooLarge.rawValue,
        "more than \(limits.maximumNodes) keys and values in one file",
        at: range,
        notes: ["nothing after this place was read"],
        suggestion: "split it into several files")
}

func mergeNotAMapping(_ node: YAMLNode, key: YAMLNode) -> Diagnostic {
    Diagnostic(
        code: YAMLCode.mergeNotAMapping.rawValue,
        "'<<' merges mappings, and this is \(node.kindDescription)",
        at: node.useRange,
        secondary: [.init("merged by this key", at: key.useRange)],
        suggestion: "give the alias of a mapping, or a list of such aliases; quote '<<' to mean the text")
}

/// A name short enough for a message.
func shown(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))) + "…"
}
