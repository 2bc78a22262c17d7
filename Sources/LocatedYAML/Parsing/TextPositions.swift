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
            for _ in 0..<column where offset < bytes.count { offset += scalarLength(bytes[offset]) }
        }
        return SourcePosition(offset: min(offset, bytes.count), line: line + 1, column: column + 1)
    }

    mutating func position(ofByte offset: Int) -> SourcePosition {
        line = Self.line(of: offset, in: lineBytes, near: line)
        return SourcePosition(offset: offset, line: line + 1, column: scalars(in: line, upTo: offset) + 1)
    }

    /// Index of the scalar that stands at a byte offset.
    mutating func scalar(atByte offset: Int) -> Int {
        if lineScalars.isEmpty { return offset - textStart }
        line = Self.line(of: offset, in: lineBytes, near: line)
        return Int(lineScalars[line]) + scalars(in: line, upTo: offset)
    }

    private func scalars(in line: Int, upTo offset: Int) -> Int {
        let start = Int(lineBytes[line])
        if lineScalars.isEmpty || isASCII(line) { return max(0, offset - start) }
        var count = 0
        for index in start..<max(start, min(offset, bytes.count)) where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
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
