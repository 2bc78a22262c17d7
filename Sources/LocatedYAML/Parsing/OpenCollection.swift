import Diagnostics

/// How much a node comes to when its aliases are written out.
struct Extent {
    var nodes: Int
    /// Collections inside collections: 0 for a scalar.
    var height: Int
}

/// What `&name` stands for at some point of a document.
enum Anchored {
    /// The anchored collection has not ended: an alias to it would contain itself.
    case open(SourceRange)
    case closed(YAMLNode, Extent)
}

/// Tag and anchor, written before a node.
struct NodeProperties {
    var tag: String?
    var anchor: YAMLAnchor?
}

/// A collection whose end has not been read yet. Its finished children wait in the builder's stacks.
struct OpenCollection {
    let isMapping: Bool
    let start: SourcePosition
    let properties: NodeProperties?
    /// How high the builder's stacks were when it began: of entries for a mapping, of nodes for a list.
    let firstChild: Int
    let firstKeyMark: Int

    private(set) var pendingKey: YAMLNode?
    /// Where the key ends whose value comes next.
    private(set) var pendingKeyEnd: SourcePosition?
    /// Where the last child ends, as written here.
    private(set) var lastEnd: SourcePosition?
    /// Of all children together.
    private(set) var extent = Extent(nodes: 0, height: 0)
    /// A key `<<` was seen.
    private(set) var mayMerge = false
    /// Two keys may be alike.
    var mayRepeatKeys = false

    init(isMapping: Bool, start: SourcePosition, properties: NodeProperties?, firstChild: Int, firstKeyMark: Int) {
        self.isMapping = isMapping
        self.start = start
        self.properties = properties
        self.firstChild = firstChild
        self.firstKeyMark = firstKeyMark
    }

    /// The next child is a key.
    var awaitsKey: Bool { isMapping && pendingKeyEnd == nil }

    mutating func setKey(_ key: consuming YAMLNode, _ keyExtent: Extent, end: SourcePosition, isMerge: Bool) {
        count(keyExtent)
        mayMerge = mayMerge || isMerge
        pendingKey = key
        pendingKeyEnd = end
    }

    /// - Returns: the key whose value the child is; nil in a list.
    mutating func takeKey(_ childExtent: Extent, end: SourcePosition) -> YAMLNode? {
        count(childExtent)
        lastEnd = end
        pendingKeyEnd = nil
        return pendingKey.take()
    }

    private mutating func count(_ childExtent: Extent) {
        extent.nodes += childExtent.nodes
        extent.height = max(extent.height, childExtent.height)
    }
}
