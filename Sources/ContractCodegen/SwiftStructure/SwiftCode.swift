/// Statements, as lines that know how deep they stand.
///
///     var code = SwiftCode()
///     code.block("for item in items") { $0.line("try item.encode(into: &writer)") }
package struct SwiftCode: Sendable {
    package private(set) var lines: [(depth: Int, text: String)] = []
    private var depth = 0

    package init() {}

    package init(_ lines: String...) {
        for text in lines { line(text) }
    }

    package mutating func line(_ text: String) { lines.append((depth, text)) }

    /// `head {`, what the closure adds one step deeper, and `}` followed by `tail`.
    package mutating func block(_ head: String, tail: String = "", _ inside: (inout SwiftCode) -> Void) {
        line(head.isEmpty ? "{" : head + " {")
        depth += 1
        inside(&self)
        depth -= 1
        line("}" + tail)
    }

    /// Two blocks that belong together: `if … {` and `} else {`, `do {` and `} catch {`.
    package mutating func block(
        _ head: String, _ inside: (inout SwiftCode) -> Void, _ joint: String, _ other: (inout SwiftCode) -> Void
    ) {
        line(head + " {")
        depth += 1
        inside(&self)
        depth -= 1
        line("} \(joint) {")
        depth += 1
        other(&self)
        depth -= 1
        line("}")
    }

    /// A case of a `switch`, which stands as deep as the `switch` itself.
    package mutating func when(_ pattern: String, _ inside: (inout SwiftCode) -> Void) {
        line(pattern + ":")
        depth += 1
        inside(&self)
        depth -= 1
    }

    /// Lines one step deeper, between braces that the caller writes.
    package mutating func indented(_ other: SwiftCode) {
        lines += other.lines.map { (depth + 1 + $0.depth, $0.text) }
    }

    /// One step deeper, between lines that the caller writes.
    package mutating func indented(_ inside: (inout SwiftCode) -> Void) {
        depth += 1
        inside(&self)
        depth -= 1
    }

    package mutating func append(_ other: SwiftCode) {
        lines += other.lines.map { (depth + $0.depth, $0.text) }
    }

    /// As `append`, one step deeper.
    package mutating func indent(_ other: SwiftCode) {
        lines += other.lines.map { (depth + 1 + $0.depth, $0.text) }
    }

    package var isEmpty: Bool { lines.isEmpty }
}
