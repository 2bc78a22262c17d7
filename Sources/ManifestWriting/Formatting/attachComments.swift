/// Gives every comment to what it speaks of: the entry below it, the entry before it on its line, or the end of the
/// collection in whose column it stands.
func attach(_ comments: [LayoutComment], to layout: inout Layout) {
    if layout.documents.isEmpty, !comments.isEmpty { layout.documents.append(LayoutDocument(start: 0)) }
    let slots = layout.slots.indices.filter { layout.standsInBlock(layout.slots[$0].parent) }
        .sorted { (layout.slots[$0].start, $0) < (layout.slots[$1].start, $1) }
    var attacher = CommentAttacher(layout: layout, slots: slots)
    for comment in comments { attacher.attach(comment) }
    attacher.finish()
    layout = attacher.layout
}

private struct CommentAttacher {
    var layout: Layout
    /// Those that get lines of their own, in order of place.
    let slots: [Int]
    /// How many slots, and documents, begin before the comment in question.
    private var begun = 0
    private var document = 0
    /// No comment of a run stands deeper than those above it.
    private var runColumn = Int.max

    init(layout: Layout, slots: [Int]) {
        self.layout = layout
        self.slots = slots
    }

    mutating func attach(_ comment: LayoutComment) {
        while begun < slots.count, layout.slots[slots[begun]].start < comment.place {
            begun += 1
            runColumn = .max
        }
        let documentBefore = document
        while document + 1 < layout.documents.count,
            layout.documents[document + 1].start <= comment.place || layout.documents[document].end.map({ $0 <= comment.place }) ?? false
        {
            document += 1
        }
        if document != documentBefore { runColumn = .max }
        let previous = begun > 0 && isOfDocument(slots[begun - 1]) ? slots[begun - 1] : nil
        let next = begun < slots.count && isOfDocument(slots[begun]) ? slots[begun] : nil
        if comment.isAlone {
            attachAlone(comment, previous, next)
        } else {
            attachBehind(comment, previous)
        }
    }

    /// What stands before the first entry is about the document.
    mutating func finish() {
        for index in layout.documents.indices {
            guard let root = layout.documents[index].root, layout.standsInBlock(root), let first = layout.nodes[root].slots.first else { continue }
            layout.documents[index].head += layout.slots[first].leading
            layout.slots[first].leading = []
            layout.documents[index].hasGap = layout.slots[first].hasBlankBefore
            layout.slots[first].hasBlankBefore = false
        }
    }

    private func isOfDocument(_ slot: Int) -> Bool {
        let start = layout.slots[slot].start
        let next = document + 1 < layout.documents.count ? layout.documents[document + 1].start : Int.max
        return start >= layout.documents[document].start && start < next
    }

    private mutating func attachBehind(_ comment: LayoutComment, _ previous: Int?) {
        guard var slot = previous else {
            if let root = layout.documents[document].root, !layout.standsInBlock(root), layout.nodes[root].start < comment.place,
                layout.documents[document].remark == nil, layout.documents[document].end.map({ comment.place < $0 }) ?? true
            {
                layout.documents[document].remark = comment
            } else {
                addToDocument(comment)
            }
            return
        }
        var closed: Int?
        while layout.nodes[layout.slots[slot].parent].isFlow, layout.nodes[layout.slots[slot].parent].end <= comment.place {
            closed = layout.slots[slot].parent
            guard let owner = layout.nodes[layout.slots[slot].parent].owner else { break }
            slot = owner
        }
        if let closed {
            layout.nodes[closed].footer.append(comment)
            return
        }
        if let earlier = layout.slots[slot].remark { layout.slots[slot].leading.append(earlier.alone) }
        layout.slots[slot].remark = comment
    }

    private mutating func attachAlone(_ comment: LayoutComment, _ previous: Int?, _ next: Int?) {
        guard let previous else {
            if let next { layout.slots[next].leading.append(comment) } else { addToDocument(comment) }
            return
        }
        if let flow = openFlow(around: comment.place, from: previous) {
            if let next, layout.slots[next].start < layout.nodes[flow].end {
                layout.slots[next].leading.append(comment)
            } else {
                layout.nodes[flow].footer.append(comment)
            }
            return
        }
        let value = layout.slots[previous].value
        if !layout.standsInBlock(value), comment.place < layout.nodes[value].end, !isBlockScalar(value) {
            layout.slots[previous].leading.append(comment.alone)
            return
        }
        let column = min(layout.column(of: comment.place), runColumn)
        runColumn = column
        if let ended = endedCollection(from: previous, before: next, atColumn: column) {
            layout.nodes[ended].footer.append(comment)
        } else if let next {
            layout.slots[next].leading.append(comment)
        } else {
            layout.documents[document].footer.append(comment)
        }
    }

    /// Of a document without entries, or before them.
    private mutating func addToDocument(_ comment: LayoutComment) {
        let root = layout.documents[document].root
        let isBehind = root.map { !layout.standsInBlock($0) && layout.nodes[$0].start < comment.place && !isEmptyScalar($0) } ?? false
        if isBehind { layout.documents[document].footer.append(comment) } else { layout.documents[document].head.append(comment) }
    }

    private func isEmptyScalar(_ node: Int) -> Bool { layout.nodes[node].start == layout.nodes[node].end }

    private func isBlockScalar(_ node: Int) -> Bool {
        if case .scalar(let style) = layout.nodes[node].shape { style == .literal || style == .folded } else { false }
    }

    /// The innermost flow collection of several lines that is still open at a place.
    private func openFlow(around place: Int, from slot: Int) -> Int? {
        let value = layout.slots[slot].value
        if layout.nodes[value].isFlow, layout.standsInBlock(value), layout.nodes[value].contentStart < place, place < layout.nodes[value].end { return value }
        var slot = slot
        while true {
            let parent = layout.slots[slot].parent
            guard layout.nodes[parent].isFlow else { return nil }
            if place < layout.nodes[parent].end { return parent }
            guard let owner = layout.nodes[parent].owner else { return nil }
            slot = owner
        }
    }

    /// Of the block collections that end between two slots, the one in whose column a comment stands.
    private func endedCollection(from previous: Int, before next: Int?, atColumn column: Int) -> Int? {
        let stillOpen = next.map { Set(collections(around: $0)) } ?? []
        let ended = collections(around: previous).filter { !stillOpen.contains($0) && !layout.nodes[$0].isFlow }
        let least = next.map { layout.nodes[layout.slots[$0].parent].column + 1 } ?? 0
        var found: Int?
        for node in ended.reversed() where layout.nodes[node].column <= column && layout.nodes[node].column >= least {
            if let found, layout.nodes[found].column == layout.nodes[node].column { continue }
            found = node
        }
        return found
    }

    /// Innermost first.
    private func collections(around slot: Int) -> [Int] {
        var collections = [layout.slots[slot].parent]
        while let owner = layout.nodes[collections[collections.count - 1]].owner { collections.append(layout.slots[owner].parent) }
        return collections
    }
}

extension LayoutComment {
    /// Moved to a line of its own.
    fileprivate var alone: LayoutComment { LayoutComment(text: text, place: place, isAlone: true, hasBlankBefore: false) }
}
