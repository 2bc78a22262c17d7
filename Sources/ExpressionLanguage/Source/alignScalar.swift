import Diagnostics

/// For each byte of a scalar's text, and for its end, the offset in the file; nil where the two cannot be brought together,
/// as after an escape such as `\u0041`.
///
/// The file has what the text has, in the same order, and more: quotes, indentation, a second quote, backslashes, the header
/// of a block. So both are walked at once, and what only the file has is passed over.
func alignScalar(_ text: [UInt8], within range: SourceRange) -> [UInt32]? {
    let bytes = range.file.bytes
    var place = Int(range.start.offset)
    let end = min(Int(range.end.offset), bytes.count)
    guard place < end || text.isEmpty, place <= end else { return nil }
    let first = place < end ? bytes[place] : 0
    let isDoubleQuoted = first == UInt8(ascii: "\"")
    let isQuoted = isDoubleQuoted || first == UInt8(ascii: "'")
    if isQuoted {
        place += 1
    } else if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
        while place < end, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        place += 1
    }
    var offsets: [UInt32] = []
    offsets.reserveCapacity(text.count + 1)
    for byte in text {
        if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
            // A folded line break, or the line break that a block's indentation follows.
            if place >= end { return offsets.isEmpty ? nil : closed(offsets, count: text.count, end: end) }
            if bytes[place] == byte || isBlank(bytes[place]) {
                offsets.append(UInt32(place))
                place += 1
                continue
            }
        }
        while place < end, bytes[place] != byte {
            let isPassedOver = isBlank(bytes[place]) || isQuoted && bytes[place] == first || isDoubleQuoted && bytes[place] == UInt8(ascii: "\\")
            guard isPassedOver else { return nil }
            place += 1
        }
        guard place < end else { return nil }
        offsets.append(UInt32(place))
        place += 1
    }
    offsets.append(UInt32(min(place, end)))
    return offsets
}

/// A block ends its text with a line break that the file's range may leave out.
private func closed(_ offsets: [UInt32], count: Int, end: Int) -> [UInt32] {
    offsets + Array(repeating: UInt32(end), count: count + 1 - offsets.count)
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
}
