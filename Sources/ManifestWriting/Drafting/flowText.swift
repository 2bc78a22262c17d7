/// A value in one line, `{ time: 7d, size: 10GiB }`; nil where it has to, or had better, take several.
///
/// - Parameter depth: how many collections may stand inside of each other.
func flowText(_ draft: YAMLDraft, depth: Int = 2) -> String? {
    switch draft.content {
    case .value, .quoted, .plain:
        if draft.layout != .flow, literalBlock(draft.content) != nil { return nil }
        return scalarText(draft.content, in: .flow)
    case .sequence(let items):
        if items.isEmpty { return "[]" }
        guard draft.layout != .block, draft.layout == .flow || items.allSatisfy(\.isScalar) else { return nil }
        guard let parts = flowParts(items, of: draft, depth: depth) else { return nil }
        return "[\(parts.joined(separator: ", "))]"
    case .mapping(let entries):
        if entries.isEmpty { return "{}" }
        guard draft.layout != .block, draft.layout == .flow || entries.count <= 5 else { return nil }
        guard let parts = flowParts(entries.map(\.value), of: draft, depth: depth) else { return nil }
        return "{ \(zip(entries, parts).map { "\(flowKey($0.key)): \($1)" }.joined(separator: ", ")) }"
    }
}

private func flowKey(_ key: String) -> String {
    let text = keyText(key)
    return needsQuestionMark(text) ? "? \(text) " : text
}

private func flowParts(_ values: [YAMLDraft], of draft: YAMLDraft, depth: Int) -> [String]? {
    guard depth > 0 || draft.layout == .flow else { return nil }
    var parts: [String] = []
    parts.reserveCapacity(values.count)
    for var value in values {
        guard value.comments.isEmpty, value.remark == nil else { return nil }
        if draft.layout == .flow { value.layout = .flow }
        guard let part = flowText(value, depth: depth - 1) else { return nil }
        parts.append(part)
        // Nothing that is longer than a line is going to fit on one.
        if draft.layout != .flow, part.utf8.count > lineWidth { return nil }
    }
    return parts
}

/// What is wider is written over several lines, where it can be.
let lineWidth = 100
