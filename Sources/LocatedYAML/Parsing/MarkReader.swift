import Diagnostics

/// Turns the marks of events into exact ranges.
///
/// libyaml's marks are tokens' ends: a block collection ends for it where the next token begins, comments and blank
/// lines included; anchors and tags belong to the node; and a value left out stands at whatever comes next. Here a node is
/// what a person would underline.
struct MarkReader {
    let file: SourceFile
    let bytes: UnsafeBufferPointer<UInt8>
    var positions: TextPositions
    /// The scalar with which the section began that libyaml reads: its marks count from there.
    private var sectionStart = 0

    init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, positions: TextPositions) {
        self.file = file
        self.bytes = bytes
        self.positions = positions
    }

    mutating func beginSection(at offset: Int) { sectionStart = positions.scalar(atByte: offset) }

    mutating func position(_ mark: Int) -> SourcePosition { positions.position(ofScalar: sectionStart + mark) }

    mutating func range(_ event: YAMLEvent) -> SourceRange {
        SourceRange(file: file, start: position(event.start), end: position(event.end))
    }

    mutating func point(_ mark: Int) -> SourceRange { point(position(mark)) }

    /// The one character at a position; empty at the end of a line.
    mutating func point(_ start: SourcePosition) -> SourceRange {
        let offset = Int(start.offset)
        guard offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D else {
            return SourceRange(file: file, start: start, end: start)
        }
        var end = offset + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let after = SourcePosition(offset: end, line: Int(start.line), column: Int(start.column) + 1)
        return SourceRange(file: file, start: start, end: after)
    }

    /// - Parameter key: where the key ends whose value this is.
    mutating func scalarRange(_ event: YAMLEvent, after key: SourcePosition?) -> (SourceRange, NodeProperties?) {
        var range = range(event)
        let properties = event.hasProperties ? readProperties(event, from: range.start, to: range.end) : nil
        if let properties {
            range.start = properties.end
        } else if range.length == 0, let key, event.style == .plain {
            range.start = leftOut(after: key, notBehind: range.start)
            range.end = range.start
        }
        switch event.style {
        case .literal, .folded: range.end = trimmed(range.end, notBefore: range.start)
        default: break
        }
        return (range, properties?.properties)
    }

    mutating func collectionStart(_ event: YAMLEvent) -> (SourcePosition, NodeProperties?) {
        let start = position(event.start)
        guard event.hasProperties else { return (start, nil) }
        let limit = SourcePosition(offset: bytes.count, line: 0, column: 0)
        guard let properties = readProperties(event, from: start, to: limit) else { return (start, nil) }
        return (properties.end, properties.properties)
    }

    mutating func collectionRange(_ collection: OpenCollection, end event: YAMLEvent) -> SourceRange {
        let opening = Int(collection.start.offset)
        let isFlow =
            opening < bytes.count && event.end > event.start
            && bytes[opening] == UInt8(ascii: collection.isMapping ? "{" : "[")
        let end = isFlow ? position(event.end) : collection.lastEnd ?? collection.start
        return SourceRange(file: file, start: collection.start, end: max(end, collection.start))
    }

    /// The place of a value that is not there: behind the colon, or behind the key where that was left out too, as in
    /// `{ key, … }` and `? key`.
    private mutating func leftOut(after key: SourcePosition, notBehind limit: SourcePosition) -> SourcePosition {
        let limitOffset = Int(limit.offset)
        if limitOffset > 0, bytes[limitOffset - 1] == UInt8(ascii: ":") { return limit }
        let next = endOfBlank(from: Int(key.offset), to: limitOffset)
        guard next < limitOffset, bytes[next] == UInt8(ascii: ":") else { return min(key, limit) }
        return positions.position(ofByte: next + 1)
    }

    /// Reads past `&anchor` and `!tag`, in either order; nil where the node has neither.
    private mutating func readProperties(
        _ event: YAMLEvent,
        from start: SourcePosition,
        to limit: SourcePosition
    ) -> (properties: NodeProperties, end: SourcePosition)? {
        let name = event.anchor
        let tag = event.tag
        var anchor: YAMLAnchor?
        var cursor = Int(start.offset)
        let limit = Int(limit.offset)
        while cursor < limit {
            let begin = cursor
            switch bytes[cursor] {
            case UInt8(ascii: "&") where anchor == nil && name != nil:
                cursor = endOfProperty(from: cursor, to: limit)
                let range = SourceRange(
                    file: file,
                    start: positions.position(ofByte: begin), end: positions.position(ofByte: cursor))
                anchor = name.map { YAMLAnchor(name: $0, range: range) }
            case UInt8(ascii: "!"): cursor = endOfProperty(from: cursor, to: limit)
            default: break
            }
            let isProperty = cursor > begin
            cursor = endOfBlank(from: cursor, to: limit)
            if !isProperty { break }
        }
        let properties = NodeProperties(tag: tag.map(shortTag), anchor: anchor)
        return (properties, positions.position(ofByte: min(cursor, limit)))
    }

    private func endOfProperty(from start: Int, to limit: Int) -> Int {
        var end = start + 1
        if end < limit, bytes[start] == UInt8(ascii: "!"), bytes[end] == UInt8(ascii: "<") {
            while end < limit, bytes[end] != UInt8(ascii: ">") { end += 1 }
            return min(end + 1, limit)
        }
        while end < limit, bytes[end] > 0x20, !flowIndicators.contains(bytes[end]) { end += 1 }
        return end
    }

    /// Past spaces, line breaks and comments.
    private func endOfBlank(from start: Int, to limit: Int) -> Int {
        var end = start
        while end < limit {
            if bytes[end] <= 0x20 {
                end += 1
            } else if bytes[end] == UInt8(ascii: "#"), end > start {
                while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            } else {
                break
            }
        }
        return end
    }

    /// A block scalar's end without the line breaks and blank lines behind it.
    private mutating func trimmed(_ end: SourcePosition, notBefore start: SourcePosition) -> SourcePosition {
        var offset = Int(end.offset)
        while offset > Int(start.offset), bytes[offset - 1] <= 0x20 { offset -= 1 }
        return offset == Int(end.offset) ? end : positions.position(ofByte: offset)
    }
}

private let flowIndicators: [UInt8] = Array(",[]{}".utf8)

private func shortTag(_ tag: String) -> String {
    let core = "tag:yaml.org,2002:"
    return tag.hasPrefix(core) ? "!!" + tag.dropFirst(core.count) : tag
}
