import Diagnostics
import LocatedYAML

/// The layout of a file that `parseYAML` has found no error in; nil where libyaml does not get through it after all.
func readLayout(_ bytes: [UInt8]) -> Layout? {
    let text = normalised(bytes)
    let utf8 = Array(String(String.UnicodeScalarView(text)).utf8)
    var lines = [0]
    for (index, scalar) in text.enumerated() where scalar == "\n" { lines.append(index + 1) }
    var builder = LayoutBuilder(layout: Layout(text: text, lines: lines))
    let isWhole = utf8.withUnsafeBufferPointer { buffer -> Bool in
        guard !buffer.isEmpty, var reader = EventReader(buffer) else { return buffer.isEmpty }
        while let event = reader.next() {
            if event.kind == .streamEnd { return true }
            builder.accept(event)
        }
        return false
    }
    guard isWhole else { return nil }
    var layout = builder.layout
    let comments = findComments(in: layout)
    placeSlots(in: &layout, comments)
    attach(comments, to: &layout)
    return layout
}

/// Line breaks are all one to YAML (YAML 1.2.2, section 5.4), and so to what is written.
private func normalised(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        if scalar == "\n", scalars.last == "\r" {
            scalars[scalars.count - 1] = "\n"
        } else {
            if scalars.last == "\r" { scalars[scalars.count - 1] = "\n" }
            scalars.append(scalar)
        }
    }
    if scalars.last == "\r" { scalars[scalars.count - 1] = "\n" }
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    return scalars
}

/// Builds nodes and slots from events. Keeps its own stack, so that no input makes us recurse.
private struct LayoutBuilder {
    var layout: Layout
    private var open: [Int] = []
    private var pendingKeys: [Int?] = []

    init(layout: Layout) { self.layout = layout }

    mutating func accept(_ event: YAMLEvent) {
        switch event.kind {
        case .documentStart:
            var document = LayoutDocument(start: layout.documents.isEmpty ? 0 : event.start)
            if event.hasDirectives { document.directives = directives(from: event.start, to: event.end) }
            let line = layout.line(of: event.start)
            document.hasBlankBefore = line > 0 && layout.isBlank(line - 1)
            layout.documents.append(document)
        case .documentEnd:
            if !event.isImplicit, !layout.documents.isEmpty { layout.documents[layout.documents.count - 1].end = event.end }
        case .scalar:
            place(node(.scalar(event.style), event, value: String(decoding: event.bytes, as: UTF8.self)))
        case .alias: place(node(.alias, event, value: event.anchor ?? ""))
        case .sequenceStart, .mappingStart:
            var node = node(event.kind == .mappingStart ? .mapping : .sequence, event, value: "")
            node.isFlow = event.isFlow
            let id = place(node)
            open.append(id)
            pendingKeys.append(nil)
        case .sequenceEnd, .mappingEnd:
            guard let id = open.popLast() else { return }
            pendingKeys.removeLast()
            layout.nodes[id].end = event.end
        case .streamStart, .streamEnd: return
        }
    }

    @discardableResult
    private mutating func place(_ node: LayoutNode) -> Int {
        let id = layout.nodes.count
        layout.nodes.append(node)
        guard let parent = open.last else {
            if !layout.documents.isEmpty { layout.documents[layout.documents.count - 1].root = id }
            return id
        }
        let slot = layout.slots.count
        if case .sequence = layout.nodes[parent].shape {
            layout.slots.append(LayoutSlot(parent: parent, value: id, start: node.start))
            layout.nodes[parent].slots.append(slot)
            layout.nodes[id].owner = slot
        } else if let key = pendingKeys[pendingKeys.count - 1] {
            layout.slots[key].value = id
            layout.nodes[id].owner = key
            pendingKeys[pendingKeys.count - 1] = nil
        } else {
            layout.slots.append(LayoutSlot(parent: parent, key: id, value: id, start: node.start))
            layout.nodes[parent].slots.append(slot)
            layout.nodes[id].owner = slot
            pendingKeys[pendingKeys.count - 1] = slot
        }
        return id
    }

    private func node(_ shape: LayoutNode.Shape, _ event: YAMLEvent, value: String) -> LayoutNode {
        let isAlias = event.kind == .alias
        var words: [String] = []
        var cursor = event.start
        var missing = isAlias ? 0 : (event.anchor == nil ? 0 : 1) + (event.tag == nil ? 0 : 1)
        while missing > 0, cursor < layout.text.count {
            let end = endOfProperty(from: cursor)
            guard end > cursor else { break }
            words.append(layout.string(cursor..<end))
            cursor = endOfBlank(from: end)
            missing -= 1
        }
        let isEmpty = event.kind == .scalar && event.style == .plain && event.bytes.isEmpty
        return LayoutNode(
            shape: shape, start: event.start, contentStart: isEmpty ? event.end : max(cursor, event.start), end: event.end,
            properties: words.joined(separator: " "), hasTag: !isAlias && event.tag != nil, value: value)
    }

    private func endOfProperty(from start: Int) -> Int {
        let text = layout.text
        guard text[start] == "&" || text[start] == "!" else { return start }
        var end = start + 1
        if text[start] == "!", end < text.count, text[end] == "<" {
            while end < text.count, text[end] != ">" { end += 1 }
            return min(end + 1, text.count)
        }
        while end < text.count, text[end].value > 0x20, !",[]{}".unicodeScalars.contains(text[end]) { end += 1 }
        return end
    }

    private func endOfBlank(from start: Int) -> Int {
        var end = start
        while end < layout.text.count {
            if layout.text[end].value <= 0x20 {
                end += 1
            } else if layout.text[end] == "#", end > start {
                while end < layout.text.count, layout.text[end] != "\n" { end += 1 }
            } else {
                break
            }
        }
        return end
    }

    private func directives(from start: Int, to end: Int) -> [String] {
        let lines = layout.line(of: start)...layout.line(of: max(start, end - 1))
        return lines.compactMap { line in
            let text = layout.lineText(line)
            guard text.first == "%" else { return nil }
            let directive = text.indices.first { text[$0] == "#" && $0 > text.startIndex && isBlankScalar(text[$0 - 1]) }.map { text[..<$0] } ?? text
            return String(String.UnicodeScalarView(directive)).trimmingBlanksAtEnd()
        }
    }
}

extension String {
    func trimmingBlanksAtEnd() -> String {
        var text = self[...]
        while let last = text.unicodeScalars.last, isBlankScalar(last) { text.unicodeScalars.removeLast() }
        return String(text)
    }
}
