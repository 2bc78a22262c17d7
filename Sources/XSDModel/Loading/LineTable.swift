import Diagnostics
import XMLText

/// Where the lines of a text begin, and how many characters stand before a place: programs write schemas on one line.
struct LineTable: Sendable {
    private static let stride = 256

    private let starts: [Int]
    /// The Unicode scalars before each multiple of the stride.
    private let scalars: [Int]

    init(_ bytes: [UInt8]) {
        var (starts, scalars, count) = ([0], [Int](), 0)
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.stride == 0 { scalars.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
            if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        }
        if bytes.count % Self.stride == 0 { scalars.append(count) }
        self.starts = starts
        self.scalars = scalars
    }

    /// Of a tag that runs over several lines, the first one is shown. Where the bytes are not known, it is the whole line.
    func range(_ place: XMLPlace, in file: SourceFile) -> SourceRange? {
        if let bytes = place.bytes, bytes.upperBound <= file.bytes.count {
            let line = lineNumber(at: bytes.lowerBound)
            return range(bytes.lowerBound..<min(bytes.upperBound, end(of: line, in: file)), line: line, in: file)
        }
        guard place.line >= 1 else { return nil }
        let line = min(place.line, starts.count) - 1
        return range(starts[line]..<max(starts[line], end(of: line, in: file)), line: line, in: file)
    }

    private func range(_ bytes: Range<Int>, line: Int, in file: SourceFile) -> SourceRange {
        SourceRange(
            file: file, start: position(bytes.lowerBound, line: line, in: file),
            end: position(bytes.upperBound, line: line, in: file))
    }

    private func position(_ offset: Int, line: Int, in file: SourceFile) -> SourcePosition {
        let column = scalarCount(before: offset, in: file) - scalarCount(before: starts[line], in: file)
        return SourcePosition(offset: offset, line: line + 1, column: max(column, 0) + 1)
    }

    private func scalarCount(before offset: Int, in file: SourceFile) -> Int {
        let mark = offset / Self.stride
        return scalars[mark] + file.bytes[(mark * Self.stride)..<offset].count { $0 & 0xC0 != 0x80 }
    }

    /// The number, from 0, of the line that an offset lies in.
    private func lineNumber(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func end(of line: Int, in file: SourceFile) -> Int {
        var end = line + 1 < starts.count ? starts[line + 1] - 1 : file.bytes.count
        if end > starts[line], end <= file.bytes.count, file.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return end
    }
}
