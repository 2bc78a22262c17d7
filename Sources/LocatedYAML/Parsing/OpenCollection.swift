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

/// A collection whose end has not been read yet.
struct OpenCollection {
    let isMapping: Bool
    let start: SourcePosition
    let properties: NodeProperties?

    private(set) var nodes: [YAMLNode] = []
    private(set) var entries: [YAMLEntry] = []
    private var pendingKey: YAMLNode?
    /// Of all children together.
    private(set) var extent = Extent(nodes: 0, height: 0)
    /// A key `<<` was seen.
    private(set) var mayMerge = false

    init(isMapping: Bool, start: SourcePosition, properties: NodeProperties?) {
        self.isMapping = isMapping
        self.start = start
        self.properties = properties
    }

    /// Where the last child ends, as written here.
    var lastEnd: SourcePosition? { (isMapping ? entries.last?.value : nodes.last)?.useRange.end }

    /// Where the key ends whose value comes next.
    var pendingKeyEnd: SourcePosition? { pendingKey?.useRange.end }

    mutating func append(_ node: consuming YAMLNode, _ childExtent: Extent) {
        extent.nodes += childExtent.nodes
        extent.height = max(extent.height, childExtent.height)
        if !isMapping {
            nodes.append(node)
        } else if let key = pendingKey.take() {
            entries.append(YAMLEntry(key: key, value: node))
        } else {
            mayMerge = mayMerge || isMergeKey(node)
            pendingKey = node
        }
    }
}
