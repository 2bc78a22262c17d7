import LocatedYAML

extension Layout {
    /// A scalar, an alias or a collection in flow style, on one line but for scalars of several lines, whose further lines
    /// begin with a line break and `margin`.
    func inlineText(_ id: Int, in place: PlainPlace, margin: Int, order: FieldOrder = FieldOrder(nil)) -> String {
        let node = nodes[id]
        let content: String
        switch node.shape {
        case .alias: content = "*\(node.value)"
        case .scalar(let style): content = scalarText(node, style, in: place, margin: margin)
        case .sequence:
            let items = node.slots.map { slot in
                let value = slots[slot].value
                return inlineText(value, in: .flow, margin: margin, order: order.item(nodes[value].sort))
            }
            content = "[\(items.joined(separator: ", "))]"
        case .mapping:
            let entries = sorted(node.slots, by: order).map { pair(slots[$0], margin: margin, order: order) }
            content = entries.isEmpty ? "{}" : "{ \(entries.joined(separator: ", ")) }"
        }
        return [node.properties, content].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// `key: value` inside braces; a key alone where no value was written.
    private func pair(_ slot: LayoutSlot, margin: Int, order: FieldOrder) -> String {
        let key = slot.key.map { inlineText($0, in: .key, margin: margin) } ?? ""
        let below = slot.key.map { order.below(nodes[$0].value, nodes[slot.value].sort) } ?? FieldOrder(nil)
        let value = inlineText(slot.value, in: .flow, margin: margin, order: below)
        let mark = needsQuestionMark(key) ? "? " : ""
        if value.isEmpty, !key.isEmpty { return mark + key }
        return "\(mark)\(key)\(needsSpaceBeforeColon(slot.key) || !mark.isEmpty ? " " : ""):" + (value.isEmpty ? "" : " \(value)")
    }

    /// The slots of a collection in the order in which they are written. What a merge brings in comes first.
    func sorted(_ slots: [Int], by order: FieldOrder) -> [Int] {
        let keys = slots.map { self.slots[$0].key.map { nodes[$0].value } }
        guard keys.contains(where: { $0.map { order.rank(of: $0) != nil } ?? false }) else { return slots }
        let places = order.sorted(keys)
        return (places.filter { keys[$0] == "<<" } + places.filter { keys[$0] != "<<" }).map { slots[$0] }
    }

    /// An alias, an anchor or a tag would take the colon for a part of itself.
    func needsSpaceBeforeColon(_ key: Int?) -> Bool {
        guard let key else { return false }
        if case .alias = nodes[key].shape { return true }
        return !nodes[key].properties.isEmpty && nodes[key].contentStart == nodes[key].end
    }

    private func scalarText(_ node: LayoutNode, _ style: YAMLScalar.Style, in place: PlainPlace, margin: Int) -> String {
        let raw = string(node.contentStart..<max(node.contentStart, node.end))
        switch style {
        case .singleQuoted, .doubleQuoted:
            guard !raw.utf8.contains(0x0A) else { return moved(raw, to: margin) }
            if !node.hasTag, canBePlain(node.value, in: place) { return node.value }
            if style == .doubleQuoted { return raw }
            let double = doubleQuoted(node.value)
            return double == "\"\(node.value)\"" ? double : raw
        case .plain: return raw.utf8.contains(0x0A) ? moved(raw, to: margin) : raw
        case .literal, .folded: return raw
        }
    }

    /// Blanks at the start of a further line of a plain or quoted scalar mean nothing.
    private func moved(_ raw: String, to margin: Int) -> String {
        let lines = raw.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        let indentation = String(repeating: " ", count: margin)
        return lines.enumerated().map { index, line in
            if index == 0 { return String(line) }
            let text = line.drop(while: isBlankScalar)
            return text.isEmpty ? "" : indentation + String(text)
        }.joined(separator: "\n")
    }
}
