import Diagnostics

/// Where the lines of a text begin, in bytes and in Unicode scalars: turns libyaml's marks, which count scalars, into
/// positions. Lines end as editors have it, at `\n`, `\r\n` or `\r`.
struct TextPositions {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lineBytes: [UInt32]
    /// Empty for a text that is ASCII throughout, where scalars are bytes.
    private let lineScalars: [UInt32]
    /// Where the first scalar stands: behind the byte order mark, if there is one.
    let textStart: Int
    /// The line of the last answer; the next one is mostly near.
    private var line = 0
    /// A scalar and the byte at which it begins, of a line that is not all ASCII: the last answer, from which the next one is
    /// reached. From the line's start it would take longer with each, and a file may be one long line.
    private var landmark = (scalar: 0, offset: 0)

    init(bytes: UnsafeBufferPointer<UInt8>, textStart: Int, lineBytes: [UInt32], lineScalars: [UInt32]) {
        self.bytes = bytes
        self.textStart = textStart
        self.lineBytes = lineBytes
        self.lineScalars = lineScalars
    }

    var lineCount: Int { lineBytes.count }

    /// Byte offset of a line's start; lines count from 0 here.
    func start(ofLine line: Int) -> Int { Int(lineBytes[line]) }

    /// `scalar` counts from the start of the text.
    mutating func position(ofScalar scalar: Int) -> SourcePosition {
        if lineScalars.isEmpty { return position(ofByte: scalar + textStart) }
        line = Self.line(of: scalar, in: lineScalars, near: line)
        var offset = Int(lineBytes[line])
        let column = scalar - Int(lineScalars[line])
        if isASCII(line) {
            offset += column
        } else {
            offset = walk(to: scalar, in: line)
        }
        return SourcePosition(offset: min(offset, bytes.count), line: line + 1, column: column + 1)
    }

    mutating func position(ofByte offset: Int) -> SourcePosition {
        line = Self.line(of: offset, in: lineBytes, near: line)
        return SourcePosition(offset: offset, line: line + 1, column: countScalars(in: line, upTo: offset) + 1)
    }

    /// Index of the scalar that stands at a byte offset.
    mutating func scalar(atByte offset: Int) -> Int {
        if lineScalars.isEmpty { return offset - textStart }
        line = Self.line(of: offset, in: lineBytes, near: line)
        return Int(lineScalars[line]) + countScalars(in: line, upTo: offset)
    }

    /// The byte at which a scalar begins that is in `line`, or behind its end.
    private mutating func walk(to scalar: Int, in line: Int) -> Int {
        setLandmark(in: line, near: scalar - landmark.scalar, from: scalar - Int(lineScalars[line]))
        while landmark.scalar < scalar, landmark.offset < bytes.count { stepForward() }
        while landmark.scalar > scalar { stepBack() }
        return landmark.offset
    }

    /// How many scalars of a line begin before a byte.
    private mutating func countScalars(in line: Int, upTo offset: Int) -> Int {
        let start = Int(lineBytes[line])
        let end = min(offset, bytes.count)
        if lineScalars.isEmpty || isASCII(line) { return max(0, offset - start) }
        guard end > start else { return 0 }
        setLandmark(in: line, near: end - landmark.offset, from: end - start)
        while landmark.offset < end { stepForward() }
        while landmark.offset > end { stepBack() }
        // Inside a scalar, the one that it belongs to has begun.
        return landmark.scalar - Int(lineScalars[line]) + (landmark.offset < end ? 1 : 0)
    }

    /// Goes to the line's start where the landmark is in another line, or further off than that.
    private mutating func setLandmark(in line: Int, near distance: Int, from start: Int) {
        let isInLine =
            landmark.offset >= lineBytes[line] && (line + 1 == lineBytes.count || landmark.offset < lineBytes[line + 1])
        if !isInLine || abs(distance) > start { landmark = (Int(lineScalars[line]), Int(lineBytes[line])) }
    }

    private mutating func stepForward() {
        landmark.offset = min(bytes.count, landmark.offset + scalarLength(bytes[landmark.offset]))
        landmark.scalar += 1
    }

    private mutating func stepBack() {
        landmark.offset -= 1
        while landmark.offset > 0, bytes[landmark.offset] & 0xC0 == 0x80 { landmark.offset -= 1 }
        landmark.scalar -= 1
    }

    private func isASCII(_ line: Int) -> Bool {
        let next = line + 1
        guard next < lineBytes.count else { return false }
        return lineBytes[next] - lineBytes[line] == lineScalars[next] - lineScalars[line]
    }

    /// The last line that starts at or before a place.
    private static func line(of place: Int, in starts: [UInt32], near hint: Int) -> Int {
        func contains(_ line: Int) -> Bool {
            starts[line] <= place && (line + 1 == starts.count || place < starts[line + 1])
        }
        if contains(hint) { return hint }
        if hint + 1 < starts.count, contains(hint + 1) { return hint + 1 }
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }
}

private func scalarLength(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
}
