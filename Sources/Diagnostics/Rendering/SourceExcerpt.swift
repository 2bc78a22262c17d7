/// One line of a source as it is shown, and the columns under which its labels go.
struct SourceExcerpt {
    private(set) var text = ""
    /// Display columns, from 0, of what is underlined; never empty.
    private(set) var underlines: [Range<Int>] = []

    /// A line from its start to its end, or a window round the first place of interest where the line is long.
    ///
    /// - Parameters:
    ///   - places: byte ranges within the line that are to be underlined, the most important first.
    ///   - width: of the window, in columns.
    init(of bytes: [UInt8], underlining places: [Range<Int>], width: Int) {
        let focus = min(places.first?.lowerBound ?? 0, bytes.count)
        let (line, cutStart, cutEnd) = lineBounds(of: bytes, around: focus)
        var cells = cells(of: bytes, in: line)

        // Columns at which bytes stand, before any window is cut.
        func column(_ offset: Int) -> Int { cells.first { $0.offset >= offset }?.column ?? cells.last?.end ?? 0 }
        var ranges = places.map { place -> Range<Int> in
            let low = column(place.lowerBound)
            return low..<max(low + 1, column(place.upperBound))
        }

        var isCutStart = cutStart
        var isCutEnd = cutEnd
        let end = cells.last?.end ?? 0
        if end > width, let target = ranges.first {
            // Some context before the underline, and as much of it and what follows as there is room for.
            let before = max(10, min(width / 2, width - target.count - 10))
            let wanted = max(0, target.lowerBound - before)
            let low = min(wanted, max(0, end - width))
            isCutStart = isCutStart || low > 0
            isCutEnd = isCutEnd || low + width < end
            cells.removeAll { $0.column < low || $0.end > low + width }
        }
        let low = cells.first?.column ?? 0
        let high = cells.last?.end ?? 0
        let shift = (isCutStart ? 1 : 0) - low
        text = (isCutStart ? "…" : "") + cells.map(\.text).joined() + (isCutEnd ? "…" : "")
        ranges = ranges.map { range in
            let start = min(max(range.lowerBound, low), max(high, low))
            return (start + shift)..<(max(start + 1, min(range.upperBound, max(high, start + 1))) + shift)
        }
        underlines = ranges
    }
}

/// A scalar as shown.
private struct Cell {
    var offset: Int
    var column: Int
    var width: Int
    var text: String
    var end: Int { column + width }
}

/// Lines are looked at no further than this from the place of interest: a file may be one line of many megabytes.
private let reach = 4_096

private func lineBounds(of bytes: [UInt8], around focus: Int) -> (Range<Int>, cutStart: Bool, cutEnd: Bool) {
    func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    var start = focus
    while start > 0, focus - start < reach, !isBreak(bytes[start - 1]) { start -= 1 }
    var end = focus
    while end < bytes.count, end - focus < reach, !isBreak(bytes[end]) { end += 1 }
    let cutStart = start > 0 && !isBreak(bytes[start - 1])
    let cutEnd = end < bytes.count && !isBreak(bytes[end])
    // Not from the middle of a scalar.
    while cutStart, start < focus, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while cutEnd, end > focus, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return (start..<end, cutStart, cutEnd)
}

private func cells(of bytes: [UInt8], in line: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var offset = line.lowerBound
    var column = 0
    if offset == 0, bytes[line].starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < line.upperBound {
        var end = offset + 1
        while end < line.upperBound, bytes[end] & 0xC0 == 0x80, end - offset < 4 { end += 1 }
        let scalar = String(decoding: bytes[offset..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        let cell: Cell
        if scalar == "\t" {
            let width = 4 - column % 4
            cell = Cell(offset: offset, column: column, width: width, text: String(repeating: " ", count: width))
        } else if isHarmful(scalar) {
            cell = Cell(offset: offset, column: column, width: 1, text: "\u{FFFD}")
        } else {
            cell = Cell(offset: offset, column: column, width: displayWidth(scalar), text: String(scalar))
        }
        cells.append(cell)
        column = cell.end
        offset = end
    }
    return cells
}
