import LocatedJSON

/// The name of a subject: `orders-value`, or in a context of its own `:.eu:orders-value`.
///
/// Names are told apart by code points. `:.eu:` alone, without a name behind it, stands for the context in settings.
package struct SubjectName: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// As it is written in the log and in answers.
    package let text: String
    /// `.` or `.eu`.
    package let context: String

    package static let defaultContext = "."

    package init(_ text: String) {
        guard text.hasPrefix(":."), let end = text.dropFirst().firstIndex(of: ":") else {
            self.text = text
            context = Self.defaultContext
            return
        }
        context = String(text[text.index(after: text.startIndex)..<end])
        // The default context may be written out, and means the same.
        self.text = context == Self.defaultContext ? String(text[text.index(after: end)...]) : text
    }

    /// The name within its context.
    package var unqualified: Substring {
        context == Self.defaultContext ? text[...] : text.dropFirst(context.count + 2)
    }

    /// What settings of the whole context are kept under; nil for the default context.
    package var contextScope: SubjectName? { context == Self.defaultContext ? nil : SubjectName(":\(context):") }

    package func inContext(of other: SubjectName) -> SubjectName {
        context == Self.defaultContext && other.context != Self.defaultContext ? SubjectName(":\(other.context):\(text)") : self
    }

    /// Whether schemas can be registered under it: a name, of characters that can be shown.
    package var isValid: Bool {
        !unqualified.isEmpty && unqualified != "__GLOBAL" && unqualified != "__EMPTY"
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    package var description: String { text }

    package static func == (left: Self, right: Self) -> Bool { left.text.isSameText(as: right.text) }

    package func hash(into hasher: inout Hasher) { hasher.combine(ExactText(text)) }

    package static func < (left: Self, right: Self) -> Bool {
        left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
    }
}
