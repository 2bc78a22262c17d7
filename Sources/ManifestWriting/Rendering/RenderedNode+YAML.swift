extension RenderedDocument {
    /// As one would write it, fields in the table's order; with origins, each behind its value.
    package func yaml(withOrigins: Bool) -> String {
        var draft = withOrigins ? root.remarkedDraft.draft : root.draft
        if case .mapping(var entries) = draft.content {
            for index in entries.indices where entries[index].key == "spec" && !withOrigins { entries[index].value.layout = .block }
            draft.content = .mapping(entries)
        }
        draft.layout = .block
        draft.remark = nil
        return writeYAML(draft.ordered(by: FieldOrder(document: kind)))
    }
}

extension RenderedNode {
    /// Without origins.
    var draft: YAMLDraft {
        switch content {
        case .scalar(let text, let isPlain): YAMLDraft(isPlain ? .plain(text) : .value(.string(escapingVariables(text))))
        case .sequence(let items): YAMLDraft(.sequence(items.map(\.draft)))
        case .mapping(let entries): YAMLDraft(.mapping(entries.map { .init($0.key, $0.value.draft) }))
        }
    }

    /// With its origins as remarks; and the one remark that says it for all of it, where there is one.
    var remarkedDraft: (draft: YAMLDraft, remark: String?) {
        let children: [(draft: YAMLDraft, remark: String?)]
        switch content {
        case .scalar: return (draft.remarked(origin?.description), origin?.description)
        case .sequence(let items): children = items.map(\.remarkedDraft)
        case .mapping(let entries): children = entries.map(\.value.remarkedDraft)
        }
        guard let first = children.first else { return (draft.remarked(origin?.description), origin?.description) }
        if let remark = first.remark, children.allSatisfy({ $0.remark == remark }), flowText(draft) != nil {
            return (draft.remarked(remark), remark)
        }
        switch content {
        case .mapping(let entries): return (YAMLDraft(.mapping(zip(entries, children).map { .init($0.key, $1.draft) }), layout: .block), nil)
        default: return (YAMLDraft(.sequence(children.map(\.draft)), layout: .block), nil)
        }
    }
}

/// What is written is read with variables again, and a text that looks like one must not become one.
private func escapingVariables(_ text: String) -> String { text.replacing("$(", with: "$$(") }
