/// Every comment of a file, in order. A `#` begins one where it is outside of scalars and follows a blank or a line break.
func findComments(in layout: Layout) -> [LayoutComment] {
    var isScalar = [Bool](repeating: false, count: layout.text.count)
    for node in layout.nodes {
        switch node.shape {
        case .scalar(let style):
            let isBlock = style == .literal || style == .folded
            // What follows the header on its line may be a comment.
            let start = isBlock ? endOfLine(layout, from: node.contentStart) : node.contentStart
            for place in start..<max(start, node.end) { isScalar[place] = true }
        case .alias, .sequence, .mapping: continue
        }
    }
    let kept = linesOfKeptBreaks(layout)
    var comments: [LayoutComment] = []
    var place = 0
    while place < layout.text.count {
        guard layout.text[place] == "#", !isScalar[place], place == 0 || layout.text[place - 1].value <= 0x20 else {
            place += 1
            continue
        }
        let end = endOfLine(layout, from: place)
        let line = layout.line(of: place)
        comments.append(
            LayoutComment(
                text: layout.string(place..<end).trimmingBlanksAtEnd(), place: place, isAlone: layout.isFirstOnLine(place),
                hasBlankBefore: line > 0 && layout.isBlank(line - 1) && !kept.contains(line - 1)))
        place = end
    }
    return comments
}

/// Finds where items and entries begin, and the blank lines above them.
func placeSlots(in layout: inout Layout, _ comments: [LayoutComment]) {
    var commentStarts: [Int: Int] = [:]
    for comment in comments { commentStarts[endOfLine(layout, from: comment.place)] = comment.place }
    let kept = linesOfKeptBreaks(layout)
    for index in layout.slots.indices {
        let slot = layout.slots[index]
        let parent = layout.nodes[slot.parent]
        if !parent.isFlow {
            let indicator: Unicode.Scalar = slot.key == nil ? "-" : "?"
            let before = lastVisible(before: slot.start, in: layout, commentStarts)
            if let before, layout.text[before] == indicator, before + 1 >= layout.text.count || layout.text[before + 1].value <= 0x20 {
                layout.slots[index].start = before
            }
        }
        let start = layout.slots[index].start
        let line = layout.line(of: start)
        layout.slots[index].hasBlankBefore =
            line > 0 && layout.isFirstOnLine(start) && layout.isBlank(line - 1) && !kept.contains(line - 1)
        if parent.slots.first == index { layout.nodes[slot.parent].column = layout.column(of: start) }
    }
    for index in layout.documents.indices where layout.documents[index].hasBlankBefore {
        let line = layout.line(of: layout.documents[index].start)
        if kept.contains(line - 1) { layout.documents[index].hasBlankBefore = false }
    }
}

/// The last character before a place that is neither blank, line break nor comment.
private func lastVisible(before start: Int, in layout: Layout, _ commentStarts: [Int: Int]) -> Int? {
    var place = start
    while place > 0 {
        if let comment = commentStarts[place], comment < place {
            place = comment
        } else if layout.text[place - 1].value <= 0x20 {
            place -= 1
        } else {
            return place - 1
        }
    }
    return nil
}

func endOfLine(_ layout: Layout, from place: Int) -> Int {
    var end = place
    while end < layout.text.count, layout.text[end] != "\n" { end += 1 }
    return end
}

/// Blank lines that belong to a block scalar with `+`, and so mean something.
private func linesOfKeptBreaks(_ layout: Layout) -> Set<Int> {
    var lines: Set<Int> = []
    for node in layout.nodes {
        guard case .scalar(let style) = node.shape, style == .literal || style == .folded else { continue }
        guard BlockHeader(layout, node).chomping == "+" else { continue }
        var line = layout.line(of: node.contentStart) + 1
        while line < layout.lines.count, layout.lines[line] < node.end {
            lines.insert(line)
            line += 1
        }
    }
    return lines
}
