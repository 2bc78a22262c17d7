/// A tree as text: two spaces to a level, small leaves in braces, texts of several lines as blocks. Reading the text again
/// gives the same values. Ends with a line break.
package func writeYAML(_ draft: YAMLDraft) -> String {
    var writer = BlockWriter()
    writer.document(draft)
    return writer.text
}

private struct BlockWriter {
    var text = ""

    mutating func document(_ draft: YAMLDraft) {
        comments(draft.comments, indent: 0)
        let wantsBlock = draft.layout != .flow || flowText(draft) == nil
        switch draft.content {
        case .mapping(let entries) where !entries.isEmpty && wantsBlock:
            if let remark = draft.remark { comments([remark], indent: 0) }
            mapping(entries, indent: 0)
        case .sequence(let items) where !items.isEmpty && wantsBlock:
            if let remark = draft.remark { comments([remark], indent: 0) }
            sequence(items, indent: 0)
        default: inline(draft, indent: -2)
        }
    }

    /// - Parameter isContinuing: the line of the first entry has been begun.
    private mutating func mapping(_ entries: [YAMLDraft.Entry], indent: Int, isContinuing: Bool = false) {
        for (index, entry) in entries.enumerated() {
            if index > 0 || !isContinuing {
                comments(entry.value.comments, indent: indent)
                margin(indent)
            }
            let key = keyText(entry.key)
            if needsQuestionMark(key) {
                text += "? \(key)\n"
                margin(indent)
                text += ":"
            } else {
                text += "\(key):"
            }
            value(entry.value, indent: indent)
        }
    }

    private mutating func sequence(_ items: [YAMLDraft], indent: Int, isContinuing: Bool = false) {
        for (index, item) in items.enumerated() {
            if index > 0 || !isContinuing {
                comments(item.comments, indent: indent)
                margin(indent)
            }
            text += "-"
            self.item(item, indent: indent)
        }
    }

    /// Behind `key:`, whose column is `indent`.
    private mutating func value(_ draft: YAMLDraft, indent: Int) {
        if let flow = fitting(draft) { return end(" " + flow, draft.remark) }
        switch draft.content {
        case .mapping(let entries):
            end("", draft.remark)
            mapping(entries, indent: indent + 2)
        case .sequence(let items):
            end("", draft.remark)
            sequence(items, indent: indent + 2)
        default:
            text += " "
            inline(draft, indent: indent)
        }
    }

    /// Behind `-`, whose column is `indent`.
    private mutating func item(_ draft: YAMLDraft, indent: Int) {
        if let flow = fitting(draft) { return end(" " + flow, draft.remark) }
        let first: YAMLDraft? =
            switch draft.content {
            case .mapping(let entries): entries.first?.value
            case .sequence(let items): items.first
            default: nil
            }
        let isContinuing = draft.remark == nil && first?.comments.isEmpty ?? true
        if first != nil {
            if isContinuing { text += " " } else { end("", draft.remark) }
        }
        switch draft.content {
        case .mapping(let entries): mapping(entries, indent: indent + 2, isContinuing: isContinuing)
        case .sequence(let items): sequence(items, indent: indent + 2, isContinuing: isContinuing)
        default:
            text += " "
            inline(draft, indent: indent)
        }
    }

    /// A collection in flow style where that is wanted and fits on the line that has been begun.
    private func fitting(_ draft: YAMLDraft) -> String? {
        guard !draft.isScalar, let flow = flowText(draft) else { return nil }
        if draft.layout == .flow || draft.isEmptyCollection { return flow }
        let begun = text.utf8.reversed().prefix { $0 != 0x0A }.count
        return begun + 1 + flow.utf8.count <= lineWidth ? flow : nil
    }

    /// A scalar, or a collection in flow style, on the line that has been begun.
    private mutating func inline(_ draft: YAMLDraft, indent: Int) {
        guard draft.isScalar else { return end(flowText(draft, depth: .max) ?? "", draft.remark) }
        guard let block = literalBlock(draft.content) else { return end(scalarText(draft.content, in: .block), draft.remark) }
        end(block.header, draft.remark)
        for line in block.lines {
            if !line.isEmpty { margin(max(indent, 0) + 2) }
            text += "\(line)\n"
        }
    }

    private mutating func end(_ rest: String, _ remark: String?) {
        text += rest
        if let remark { text += " # " + commentText(remark[...]) }
        text += "\n"
    }

    private mutating func comments(_ lines: [String], indent: Int) {
        for line in lines.flatMap({ $0.split(separator: "\n", omittingEmptySubsequences: false) }) {
            margin(indent)
            text += line.isEmpty ? "#\n" : "# \(commentText(line))\n"
        }
    }

    private mutating func margin(_ indent: Int) { text += String(repeating: " ", count: max(indent, 0)) }
}

/// A comment ends where the line does, and holds nothing that a reader would refuse.
private func commentText(_ text: Substring) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                let isBreak = (0x0A...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
                let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                return isBreak || isControl || [0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value) ? " " : scalar
            }))
}
