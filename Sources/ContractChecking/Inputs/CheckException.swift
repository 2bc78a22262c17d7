import Determinism
import Diagnostics

/// A breaking change that was agreed upon.
package struct CheckException: Sendable, Hashable {
    /// The rule that it silences: `avro/field-added-without-default`.
    package var rule: String
    /// The finding's own path, to the letter; nil: wherever the rule finds something.
    package var path: String?
    package var reason: String
    /// The last day on which it holds.
    package var expires: CalendarDate
    package var range: SourceRange?

    package init(rule: String, path: String? = nil, reason: String, expires: CalendarDate, range: SourceRange? = nil) {
        self.rule = rule
        self.path = path
        self.reason = reason
        self.expires = expires
        self.range = range
    }

    func hasExpired(on today: CalendarDate) -> Bool { today > expires }

    func covers(rule: String, path: String) -> Bool { self.rule == rule && (self.path.map { $0 == path } ?? true) }
}
