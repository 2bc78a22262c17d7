import LocatedJSON

extension SchemaDifferences {
    /// Two JSON values at a JSON Pointer in a URI's fragment (RFC 6901).
    mutating func compareJSON(_ old: JSONNode, _ new: JSONNode, at path: String) {
        guard old != new else { return }
        switch (old.content, new.content) {
        case (.object(let oldMembers), .object(let newMembers)):
            for member in oldMembers {
                let place = "\(path)/\(escaped(member.key))"
                if let after = new[member.key] {
                    compareJSON(member.value, after, at: place)
                } else {
                    add(place, member.value.compactText, nil)
                }
            }
            for member in newMembers where old[member.key] == nil {
                add("\(path)/\(escaped(member.key))", nil, member.value.compactText)
            }
        case (.array(let oldItems), .array(let newItems)) where oldItems.count == newItems.count && oldItems.contains(where: isComposed):
            for (index, item) in oldItems.enumerated() { compareJSON(item, newItems[index], at: "\(path)/\(index)") }
        default:
            add(path, old.string ?? old.compactText, new.string ?? new.compactText)
        }
    }

    private func isComposed(_ node: JSONNode) -> Bool { node.object != nil || node.array != nil }

    private func escaped(_ key: String) -> String {
        key.contains { $0 == "~" || $0 == "/" }
            ? key.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
                .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1") : key
    }
}
