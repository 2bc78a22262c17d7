import Diagnostics

/// A node of a YAML tree that knows where it was written.
///
/// Aliases and merge keys are already resolved: `range` is where the value itself stands, and `aliasRange` where the
/// alias that led to it does. A node that many aliases name is stored once.
package struct YAMLNode: Sendable {
    package enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }

    package var content: Content
    /// The value without its anchor and tag. Empty, right behind the `:` or `-`, for a value that was left out.
    package var range: SourceRange
    /// What few nodes have is kept apart, so that the others stay light.
    private var properties: YAMLProperties?

    package init(
        _ content: Content,
        range: SourceRange,
        aliasRange: SourceRange? = nil,
        tag: String? = nil,
        anchor: YAMLAnchor? = nil
    ) {
        self.content = content
        self.range = range
        if aliasRange != nil || tag != nil || anchor != nil {
            properties = YAMLProperties(aliasRange: aliasRange, tag: tag, anchor: anchor)
        }
    }

    /// Where the alias stands through which this value was reached; nil for a value that stands where it is used.
    package var aliasRange: SourceRange? {
        get { properties?.aliasRange }
        set { properties = YAMLProperties(aliasRange: newValue, tag: tag, anchor: anchor) }
    }

    /// The explicit tag, `!custom`, or `!!str` for those of YAML's own schema; nil where none was written.
    package var tag: String? {
        get { properties?.tag }
        set { properties = YAMLProperties(aliasRange: aliasRange, tag: newValue, anchor: anchor) }
    }

    /// The name that `&name` gave to this value.
    package var anchor: YAMLAnchor? { properties?.anchor }

    /// It has a tag or an anchor, or was reached through an alias.
    var hasProperties: Bool { properties != nil }

    /// Where `useRange` ends.
    var useEnd: SourcePosition { properties?.aliasRange?.end ?? range.end }

    /// Where a reader looks first: the alias if one was written, else the value.
    package var useRange: SourceRange { aliasRange ?? range }
}

/// `&name` before a value.
package struct YAMLAnchor: Sendable, Hashable {
    package var name: String
    /// With the `&`.
    package var range: SourceRange

    package init(name: String, range: SourceRange) {
        self.name = name
        self.range = range
    }
}

private final class YAMLProperties: Sendable {
    let aliasRange: SourceRange?
    let tag: String?
    let anchor: YAMLAnchor?

    init(aliasRange: SourceRange?, tag: String?, anchor: YAMLAnchor?) {
        self.aliasRange = aliasRange
        self.tag = tag
        self.anchor = anchor
    }
}

/// A key and its value, in the order written.
package struct YAMLEntry: Sendable {
    package var key: YAMLNode
    package var value: YAMLNode

    package init(key: YAMLNode, value: YAMLNode) {
        self.key = key
        self.value = value
    }
}

package struct YAMLScalar: Sendable, Hashable {
    package enum Style: Sendable, Hashable { case plain, singleQuoted, doubleQuoted, literal, folded }

    /// After unescaping and folding.
    package var text: String
    package var style: Style

    package init(text: String, style: Style) {
        self.text = text
        self.style = style
    }
}

/// One `---` document of a file.
package struct YAMLDocument: Sendable {
    package var root: YAMLNode
    /// False when an error was reported inside: a part that could not be read then reads as null, or as its first
    /// version, and what follows from that need not be reported again.
    package var isWhole: Bool

    package init(root: YAMLNode, isWhole: Bool = true) {
        self.root = root
        self.isWhole = isWhole
    }
}
