import Diagnostics

/// A stretch of a file in bytes. Eight bytes where a `SourceRange` takes forty: trees of large files hold very many.
/// `ProtobufSource.range(_:)` makes the range that people are shown.
package struct ProtobufSpan: Sendable, Hashable {
    package var start: UInt32
    package var end: UInt32

    package init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = end
    }

    package static let none = ProtobufSpan(start: 0, end: 0)

    /// From the beginning of this one to the end of the other.
    func through(_ other: ProtobufSpan) -> ProtobufSpan { ProtobufSpan(start: start, end: Swift.max(end, other.end)) }
}

/// A .proto text and where its lines begin.
package struct ProtobufSource: Sendable {
    package let file: SourceFile
    private let lineStarts: [UInt32]

    init(_ file: SourceFile) {
        self.file = file
        lineStarts = file.bytes.withUnsafeBufferPointer { bytes in
            var starts: [UInt32] = [0]
            starts.reserveCapacity(bytes.count / 24)
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == 0x0A || (byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A)) {
                    starts.append(UInt32(truncatingIfNeeded: index))
                }
            }
            return starts
        }
    }

    package func range(_ span: ProtobufSpan) -> SourceRange {
        SourceRange(file: file, start: position(of: span.start), end: position(of: span.end))
    }

    package func position(of offset: UInt32) -> SourcePosition {
        let offset = min(Int(offset), file.bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
        }
        let start = Int(lineStarts[low])
        let column = file.bytes.withUnsafeBufferPointer { bytes in
            var column = 1
            var index = start
            while index < offset {
                if bytes[index] & 0xC0 != 0x80 { column += 1 }
                index += 1
            }
            return column
        }
        return SourcePosition(offset: offset, line: low + 1, column: column)
    }

    package func text(_ span: ProtobufSpan) -> String {
        String(decoding: file.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }
}
