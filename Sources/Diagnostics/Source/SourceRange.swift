/// A place in a text. `line` and `column` count from 1; `column` counts Unicode scalars; `offset` counts bytes from 0.
package struct SourcePosition: Sendable, Hashable, Comparable {
    package var offset: UInt32
    package var line: UInt32
    package var column: UInt32

    package init(offset: Int, line: Int, column: Int) {
        self.offset = UInt32(clamping: offset)
        self.line = UInt32(clamping: line)
        self.column = UInt32(clamping: column)
    }

    package static let start = SourcePosition(offset: 0, line: 1, column: 1)

    package static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
}

/// A half-open stretch of one file: from `start` up to, not including, `end`.
package struct SourceRange: Sendable {
    package var file: SourceFile
    package var start: SourcePosition
    package var end: SourcePosition

    package init(file: SourceFile, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// Length in bytes.
    package var length: Int { Int(end.offset) - Int(start.offset) }

    /// `path:line:column`, as compilers print it.
    package var location: String { "\(file.path):\(start.line):\(start.column)" }
}

extension SourceRange: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        left.file.path == right.file.path && left.start == right.start && left.end == right.end
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(file.path)
        hasher.combine(start)
        hasher.combine(end)
    }
}

/// A value and where it was written. `range` is nil for what nobody wrote: a built-in default, a derived resource.
package struct Located<Value> {
    package var value: Value
    package var range: SourceRange?

    @inlinable package init(_ value: Value, at range: SourceRange? = nil) {
        self.value = value
        self.range = range
    }

    @inlinable package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
        Located<Other>(try transform(value), at: range)
    }
}

extension Located: Sendable where Value: Sendable {}

/// Where a value was written is not part of what it is: two located values are equal when their values are.
extension Located: Equatable where Value: Equatable {
    package static func == (left: Self, right: Self) -> Bool { left.value == right.value }
}

extension Located: Hashable where Value: Hashable {
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
