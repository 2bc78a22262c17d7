import LocatedYAML

/// YAML that is yet to be written: a tree of values, with comments and wishes about how it should look.
///
///     let topic: YAMLDraft = .mapping([("partitions", .integer(6)), ("retention", .mapping([("time", .string("7d"))]))])
///     writeYAML(topic)    // "partitions: 6\nretention: { time: 7d }\n"
package struct YAMLDraft: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case value(YAMLValue)
        /// A string in double quotes, though it may not need them.
        case quoted(String)
        /// A number, a boolean or a null in the spelling of whoever wrote it first; quoted where it would mean a string.
        case plain(String)
        case sequence([YAMLDraft])
        case mapping([Entry])
    }

    package struct Entry: Sendable, Hashable {
        package var key: String
        package var value: YAMLDraft

        package init(_ key: String, _ value: YAMLDraft) {
            self.key = key
            self.value = value
        }
    }

    package enum Layout: Sendable, Hashable {
        /// In brackets or braces where it is small and fits on the line.
        case automatic
        case block
        /// In brackets or braces however long, unless comments stand inside.
        case flow
    }

    package var content: Content
    /// Means nothing for scalars.
    package var layout: Layout
    /// Lines above the entry or item that this is, without their `#`.
    package var comments: [String]
    /// Behind the value, or behind the key where the value takes further lines. Without its `#`.
    package var remark: String?

    package init(_ content: Content, layout: Layout = .automatic, comments: [String] = [], remark: String? = nil) {
        self.content = content
        self.layout = layout
        self.comments = comments
        self.remark = remark
    }

    package static let null = YAMLDraft(.value(.null))

    package static func string(_ text: String) -> YAMLDraft { YAMLDraft(.value(.string(text))) }

    package static func integer(_ value: Int) -> YAMLDraft { YAMLDraft(.value(.integer(Int64(value)))) }

    package static func boolean(_ value: Bool) -> YAMLDraft { YAMLDraft(.value(.boolean(value))) }

    package static func sequence(_ items: [YAMLDraft], layout: Layout = .automatic) -> YAMLDraft {
        YAMLDraft(.sequence(items), layout: layout)
    }

    package static func mapping(_ entries: [(String, YAMLDraft)], layout: Layout = .automatic) -> YAMLDraft {
        YAMLDraft(.mapping(entries.map { Entry($0.0, $0.1) }), layout: layout)
    }

    package func commented(_ lines: String...) -> YAMLDraft {
        var draft = self
        draft.comments += lines
        return draft
    }

    package func remarked(_ text: String?) -> YAMLDraft {
        var draft = self
        draft.remark = text
        return draft
    }
}

extension YAMLDraft {
    var isEmptyCollection: Bool {
        switch content {
        case .sequence(let items): items.isEmpty
        case .mapping(let entries): entries.isEmpty
        default: false
        }
    }

    var isScalar: Bool {
        switch content {
        case .value, .quoted, .plain: true
        case .sequence, .mapping: false
        }
    }
}
