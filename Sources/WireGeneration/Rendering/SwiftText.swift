/// Lines of Swift, indented by nesting.
struct SwiftText {
    private(set) var text = ""
    private var depth = 0

    static let notice = "// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit."

    mutating func line(_ content: String = "") {
        text += content.isEmpty ? "\n" : String(repeating: "    ", count: depth) + content + "\n"
    }

    mutating func block(_ opening: String, _ body: (inout SwiftText) throws -> Void) rethrows {
        line(opening + " {")
        try indented(body)
        line("}")
    }

    mutating func indented(_ body: (inout SwiftText) throws -> Void) rethrows {
        depth += 1
        try body(&self)
        depth -= 1
    }

    /// A documentation comment, broken into lines of 120 characters at most.
    mutating func doc(_ sentence: String) {
        let width = 120 - 4 * depth - 4
        var current = ""
        for word in sentence.split(separator: " ") {
            if !current.isEmpty, current.count + 1 + word.count > width {
                line("/// " + current)
                current = ""
            }
            current += (current.isEmpty ? "" : " ") + word
        }
        line("/// " + current)
    }
}
