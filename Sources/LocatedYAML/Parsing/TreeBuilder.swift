import Diagnostics

/// Builds trees from events: (event) → what to do next. Keeps its own stack, so that no input makes us recurse.
struct TreeBuilder: ~Copyable {
    enum Step {
        case readOn
        case end
        /// The document cannot be read; look for the next from this byte offset on.
        case abandonDocument(at: Int)
    }

    private let file: SourceFile
    private let limits: YAMLLimits
    private var marks: MarkReader
    private var documents: [YAMLDocument] = []
    private var log: DiagnosticLog

    // Of the current document.
    private var open: [OpenCollection] = []
    private var pendingNodes = PendingStack<YAMLNode>()
    private var pendingEntries = PendingStack<YAMLEntry>()
    private var keyMarks = KeyMarks()
    private var anchors: [String: Anchored] = [:]
    private var root: YAMLNode?
    private var errorsBefore = 0
    /// A document came before that no `...` ended.
    private var endedImplicitly = false

    /// Nodes of this file so far.
    private var nodes = 0
    /// Nodes that the aliases of this file came to so far.
    private var aliasedNodes = 0
    /// Nothing more is to be read from this file.
    private(set) var isExhausted = false

    init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, positions: TextPositions, limits: YAMLLimits) {
        self.file = file
        self.limits = limits
        marks = MarkReader(file: file, bytes: bytes, positions: positions)
        log = DiagnosticLog(limit: limits.maximumDiagnostics)
    }

    /// Events from now on count their marks from the byte `offset`.
    mutating func beginSection(at offset: Int) {
        marks.beginSection(at: offset)
        endedImplicitly = false
        beginDocument()
    }

    mutating func accept(_ event: YAMLEvent) -> Step {
        switch event.kind {
        case .scalar: return acceptScalar(event)
        case .mappingStart: return acceptStart(event, isMapping: true)
        case .sequenceStart: return acceptStart(event, isMapping: false)
        case .mappingEnd, .sequenceEnd: closeCollection(event)
        case .alias: return acceptAlias(event)
        case .documentStart: return acceptDocumentStart(event)
        case .documentEnd:
            endedImplicitly = event.isImplicit
            if let root { documents.append(YAMLDocument(root: root, isWhole: log.count == errorsBefore)) }
        case .streamStart: break
        case .streamEnd: return .end
        }
        return .readOn
    }

    /// Notes why libyaml stopped; answers from where to look for the next document.
    mutating func fail(_ problem: LibYAMLProblem) -> Int {
        let (diagnostic, offset) = marks.diagnose(problem, in: open)
        log.append(diagnostic)
        isExhausted = isExhausted || log.isFull
        return offset
    }

    consuming func finish() -> (documents: [YAMLDocument], diagnostics: [Diagnostic]) {
        (documents, log.finish(in: file))
    }
}

// MARK: - Events

extension TreeBuilder {
    private mutating func beginDocument() {
        open.removeAll(keepingCapacity: true)
        pendingNodes.removeAll()
        pendingEntries.removeAll()
        keyMarks.removeAll()
        anchors.removeAll(keepingCapacity: true)
        root = nil
        errorsBefore = log.count
    }

    private mutating func acceptDocumentStart(_ event: YAMLEvent) -> Step {
        beginDocument()
        if event.hasDirectives, endedImplicitly { log.append(marks.directiveInsideDocument(event)) }
        endedImplicitly = true
        guard documents.count < limits.maximumDocuments else {
            return giveUp(tooManyDocuments(at: marks.point(event.start), limits))
        }
        return .readOn
    }

    private mutating func acceptScalar(_ event: YAMLEvent) -> Step {
        nodes += 1
        guard nodes <= limits.maximumNodes else { return giveUp(tooManyNodes(at: marks.point(event.start), limits)) }
        let (range, properties) = marks.scalarRange(event, after: open.isEmpty ? nil : open[open.count - 1].pendingKeyEnd)
        let bytes = event.bytes
        guard bytes.count <= limits.maximumScalarBytes else {
            log.append(tooLongScalar(at: range, bytes: bytes.count, limits))
            return .abandonDocument(at: Int(range.end.offset))
        }
        if let diagnostic = marks.strictness(of: event.style, bytes, at: range) { log.append(diagnostic) }
        if !open.isEmpty, open[open.count - 1].awaitsKey, keyMarks.mayRepeat(bytes, since: open[open.count - 1].firstKeyMark) {
            open[open.count - 1].mayRepeatKeys = true
        }
        let scalar = YAMLScalar(text: String(decoding: bytes, as: UTF8.self), style: event.style)
        place(
            YAMLNode(.scalar(scalar), range: range, tag: properties?.tag, anchor: properties?.anchor), Extent(nodes: 1, height: 0))
        return .readOn
    }

    private mutating func acceptStart(_ event: YAMLEvent, isMapping: Bool) -> Step {
        let (start, properties) = marks.collectionStart(event)
        nodes += 1
        guard nodes <= limits.maximumNodes else { return giveUp(tooManyNodes(at: marks.point(start), limits)) }
        guard open.count < limits.maximumDepth else {
            let place = marks.point(start)
            log.append(tooDeep(at: place, limits))
            return .abandonDocument(at: Int(place.end.offset))
        }
        if let anchor = properties?.anchor { anchors[anchor.name] = .open(anchor.range) }
        open.append(
            OpenCollection(
                isMapping: isMapping, start: start, properties: properties,
                firstChild: isMapping ? pendingEntries.count : pendingNodes.count, firstKeyMark: keyMarks.count))
        return .readOn
    }

    private mutating func acceptAlias(_ event: YAMLEvent) -> Step {
        let range = marks.range(event)
        let name = event.anchor ?? ""
        switch anchors[name] {
        case .closed(var node, let extent):
            aliasedNodes += extent.nodes
            guard aliasedNodes <= limits.maximumAliasedNodes else {
                return giveUp(tooManyAliases(at: range, limits))
            }
            guard open.count + extent.height <= limits.maximumDepth else {
                log.append(tooDeep(at: range, limits))
                return .abandonDocument(at: Int(range.end.offset))
            }
            node.aliasRange = range
            if !open.isEmpty, open[open.count - 1].awaitsKey { open[open.count - 1].mayRepeatKeys = true }
            place(node, extent)
        case .open(let anchorRange):
            log.append(aliasCycle(name, at: range, anchor: anchorRange))
            place(.null(at: range), Extent(nodes: 1, height: 0))
        case nil:
            log.append(unknownAnchor(name, at: range, known: anchors.keys))
            place(.null(at: range), Extent(nodes: 1, height: 0))
        }
        return .readOn
    }

    private mutating func closeCollection(_ event: YAMLEvent) {
        guard let collection = open.popLast() else { return }
        let range = marks.collectionRange(collection, end: event)
        if event.end > event.start, let diagnostic = marks.commentTooNear(Int(range.end.offset)) {
            log.append(diagnostic)
        }
        let content: YAMLNode.Content
        if collection.isMapping {
            content = .mapping(entries(of: collection))
        } else {
            content = .sequence(pendingNodes.pop(downTo: collection.firstChild))
        }
        place(
            YAMLNode(content, range: range, tag: collection.properties?.tag, anchor: collection.properties?.anchor),
            Extent(nodes: collection.extent.nodes + 1, height: collection.extent.height + 1))
    }

    private mutating func entries(of collection: OpenCollection) -> [YAMLEntry] {
        keyMarks.removeAll(since: collection.firstKeyMark)
        var entries = pendingEntries.pop(downTo: collection.firstChild)
        if collection.mayMerge { entries = mergeKeys(in: entries, reporting: &log) }
        return collection.mayMerge || collection.mayRepeatKeys ? withoutDuplicates(entries, reporting: &log) : entries
    }

    /// A finished node becomes an element, a key, a value or the root.
    private mutating func place(_ node: consuming YAMLNode, _ extent: Extent) {
        if node.hasProperties, node.aliasRange == nil, let anchor = node.anchor {
            anchors[anchor.name] = .closed(node, extent)
        }
        let top = open.count - 1
        guard top >= 0 else {
            root = consume node
            return
        }
        let end = node.useEnd
        let isMerge = isMergeKey(node)
        if open[top].awaitsKey {
            open[top].setKey(consume node, extent, end: end, isMerge: isMerge)
        } else if let key = open[top].takeKey(extent, end: end) {
            pendingEntries.push(YAMLEntry(key: key, value: consume node))
        } else {
            pendingNodes.push(consume node)
        }
    }

    private mutating func giveUp(_ diagnostic: Diagnostic) -> Step {
        log.append(diagnostic)
        isExhausted = true
        return .abandonDocument(at: Int(diagnostic.range?.end.offset ?? 0))
    }
}

extension YAMLNode {
    fileprivate static func null(at range: SourceRange) -> YAMLNode {
        YAMLNode(.scalar(YAMLScalar(text: "", style: .plain)), range: range)
    }
}
