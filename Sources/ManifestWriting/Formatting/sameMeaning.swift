import LocatedYAML

/// Whether two files say the same: the same documents with the same values, tags and anchors, whatever the order of keys.
func sameMeaning(_ left: [YAMLDocument], _ right: [YAMLDocument]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { sameMeaning($0.root, $1.root) }
}

/// As deep as the parser lets trees be.
private func sameMeaning(_ left: YAMLNode, _ right: YAMLNode) -> Bool {
    guard left.tag == right.tag, left.anchor?.name == right.anchor?.name, (left.aliasRange == nil) == (right.aliasRange == nil) else { return false }
    switch (left.content, right.content) {
    case (.scalar(let scalar), .scalar(let other)):
        // Numbers and the like by their spelling: 0x10 and 16 are two texts where a field wants text.
        return scalar.text == other.text && left.isString == right.isString
    case (.sequence(let items), .sequence(let others)):
        return items.count == others.count && zip(items, others).allSatisfy { sameMeaning($0, $1) }
    case (.mapping(let entries), .mapping(let others)): return sameEntries(entries, others)
    default: return false
    }
}

private func sameEntries(_ entries: [YAMLEntry], _ others: [YAMLEntry]) -> Bool {
    guard entries.count == others.count else { return false }
    let isComplex: (YAMLEntry) -> Bool = { $0.key.scalar == nil }
    let complex = entries.filter(isComplex)
    let otherComplex = others.filter(isComplex)
    guard complex.count == otherComplex.count,
        zip(complex, otherComplex).allSatisfy({ sameMeaning($0.key, $1.key) && sameMeaning($0.value, $1.value) })
    else { return false }
    var byKey: [String: YAMLEntry] = [:]
    for entry in others { if let key = entry.key.scalar?.text { byKey[key] = entry } }
    return entries.allSatisfy { entry in
        guard let key = entry.key.scalar?.text else { return true }
        guard let other = byKey[key] else { return false }
        return sameMeaning(entry.key, other.key) && sameMeaning(entry.value, other.value)
    }
}

extension YAMLNode {
    fileprivate var isString: Bool { asString != nil }
}
