import LocatedYAML

/// Writes a layout in the one way in which manifests are written: two spaces to a level, items below their key, fields in the
/// order of the table. Comments go where what they speak of goes.
struct LayoutPrinter {
    let layout: Layout
    /// Of a document, by its index.
    let order: (Int) -> FieldOrder
    private(set) var text = ""

    init(_ layout: Layout, order: @escaping (Int) -> FieldOrder) {
        self.layout = layout
        self.order = order
    }

    mutating func printAll() {
        for (index, document) in layout.documents.enumerated() { print(document, at: index) }
    }

    private mutating func print(_ document: LayoutDocument, at index: Int) {
        let isEmpty = document.root.map { layout.nodes[$0].start == layout.nodes[$0].end } ?? false
        if index > 0 {
            if document.hasBlankBefore { text += "\n" }
            if !document.directives.isEmpty { text += "...\n" }
        }
        for directive in document.directives { text += "\(directive)\n" }
        if index > 0 || isEmpty || !document.directives.isEmpty { text += "---" + (isEmpty ? remarkText(document.remark) : "") + "\n" }
        comments(document.head, indent: 0, isFirst: true)
        if document.hasGap, !document.head.isEmpty { text += "\n" }
        if let root = document.root, !isEmpty {
            if layout.standsInBlock(root) {
                if !layout.nodes[root].properties.isEmpty { text += "\(layout.nodes[root].properties)\n" }
                collection(root, indent: 0, order: order(index), isContinuing: false)
            } else {
                inline(root, indent: -2, remark: document.remark, order: order(index))
            }
        }
        comments(document.footer, indent: 0, isFirst: false)
    }

    /// - Parameter isContinuing: the first entry goes on the line that has been begun.
    private mutating func collection(_ id: Int, indent: Int, order: FieldOrder, isContinuing: Bool) {
        let node = layout.nodes[id]
        for (place, index) in layout.sorted(node.slots, by: order).enumerated() {
            let slot = layout.slots[index]
            if place > 0 || !isContinuing {
                let lead = self.lead(slot, order)
                comments(lead.comments, indent: indent, isFirst: place == 0)
                if lead.hasGap, place > 0 || !lead.comments.isEmpty { text += "\n" }
                margin(indent)
            }
            self.slot(slot, indent: indent, order: order)
        }
        comments(node.footer, indent: indent, isFirst: false)
    }

    private mutating func slot(_ slot: LayoutSlot, indent: Int, order: FieldOrder) {
        guard let key = slot.key else {
            return behind("-", slot.value, remark: slot.remark, indent: indent, order: order.item(layout.nodes[slot.value].sort))
        }
        let order = order.below(layout.nodes[key].value, layout.nodes[slot.value].sort)
        let keyText = simpleKey(key)
        guard let keyText else {
            behind("?", key, remark: slot.remark, indent: indent, order: FieldOrder(nil))
            margin(indent)
            return behind(":", slot.value, remark: nil, indent: indent, order: order)
        }
        text += keyText + (layout.needsSpaceBeforeColon(key) ? " :" : ":")
        guard layout.standsInBlock(slot.value) else { return inline(slot.value, indent: indent, remark: slot.remark, order: order) }
        let properties = layout.nodes[slot.value].properties
        text += (properties.isEmpty ? "" : " \(properties)") + remarkText(slot.remark) + "\n"
        collection(slot.value, indent: indent + 2, order: order, isContinuing: false)
    }

    /// `-`, `?` or `:` in the column `indent`, and what it marks.
    private mutating func behind(_ mark: String, _ value: Int, remark: LayoutComment?, indent: Int, order: FieldOrder) {
        text += mark
        guard layout.standsInBlock(value) else { return inline(value, indent: indent, remark: remark, order: order) }
        let properties = layout.nodes[value].properties
        if properties.isEmpty, canContinueLine(mark, value, remark: remark, order: order) {
            text += " "
            collection(value, indent: indent + 2, order: order, isContinuing: true)
        } else {
            text += (properties.isEmpty ? "" : " \(properties)") + remarkText(remark) + "\n"
            collection(value, indent: indent + 2, order: order, isContinuing: false)
        }
    }

    /// A scalar, an alias or a collection in flow style, behind `key:` or `-`.
    private mutating func inline(_ id: Int, indent: Int, remark: LayoutComment?, order: FieldOrder) {
        let node = layout.nodes[id]
        var isBlockScalar = false
        if case .scalar(let style) = node.shape { isBlockScalar = style == .literal || style == .folded }
        guard isBlockScalar else {
            let value = layout.inlineText(id, in: .block, margin: max(indent, 0) + 2, order: order)
            text += (value.isEmpty || indent < 0 ? "" : " ") + value + remarkText(remark) + "\n"
            return
        }
        let parent = node.owner.map { layout.nodes[layout.slots[$0].parent].column } ?? -1
        let block = layout.blockScalar(node, parentColumn: parent)
        text += [indent < 0 ? "" : " ", node.properties, node.properties.isEmpty ? "" : " ", block.header].joined() + remarkText(remark) + "\n"
        for line in block.lines {
            if !line.isEmpty { margin(max(indent, 0) + 2) }
            text += "\(line)\n"
        }
    }
}

// MARK: - Order and comments

extension LayoutPrinter {
    /// What stands above a slot. Comments that would break up `- key: value` stand above the dash.
    private func lead(_ slot: LayoutSlot, _ order: FieldOrder) -> (comments: [LayoutComment], hasGap: Bool) {
        var comments = slot.leading
        var hasGap = slot.hasBlankBefore
        var value = slot.value
        var remark = slot.remark
        var order = order.item(layout.nodes[value].sort)
        guard slot.key == nil else { return (comments, hasGap) }
        while layout.standsInBlock(value), layout.nodes[value].properties.isEmpty,
            let first = layout.sorted(layout.nodes[value].slots, by: order).first
        {
            for var comment in [remark].compactMap({ $0 }) + layout.slots[first].leading {
                comment.hasBlankBefore = hasGap || comment.hasBlankBefore
                comments.append(comment)
                hasGap = false
            }
            guard layout.slots[first].key == nil else { break }
            value = layout.slots[first].value
            remark = layout.slots[first].remark
            order = order.item(layout.nodes[value].sort)
        }
        return (comments, hasGap)
    }

    /// Whether the first entry can follow a mark on its line. Behind `-` its comments have been put above; behind `?` and `:`
    /// there is no place for them.
    private func canContinueLine(_ mark: String, _ value: Int, remark: LayoutComment?, order: FieldOrder) -> Bool {
        if mark == "-" { return true }
        guard remark == nil, let first = layout.sorted(layout.nodes[value].slots, by: order).first else { return false }
        return lead(layout.slots[first], order).comments.isEmpty
    }

    /// nil where a key needs a `?`.
    private func simpleKey(_ key: Int) -> String? {
        let node = layout.nodes[key]
        if case .scalar(let style) = node.shape, style == .literal || style == .folded { return nil }
        if layout.standsInBlock(key) || node.start == node.end { return nil }
        let text = layout.inlineText(key, in: .key, margin: 0)
        return text.utf8.contains(0x0A) || needsQuestionMark(text) ? nil : text
    }

    private func remarkText(_ comment: LayoutComment?) -> String { comment.map { " \($0.text)" } ?? "" }

    private mutating func comments(_ comments: [LayoutComment], indent: Int, isFirst: Bool) {
        for (index, comment) in comments.enumerated() {
            if comment.hasBlankBefore, index > 0 || !isFirst { text += "\n" }
            margin(indent)
            text += "\(comment.text)\n"
        }
    }

    private mutating func margin(_ indent: Int) { text += String(repeating: " ", count: max(indent, 0)) }
}
