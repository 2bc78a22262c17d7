import Determinism
import MeshModel
import PathPatterns

/// A rule for the text of a scalar.
package final class TextForm: Sendable {
    /// What is wrong with a text.
    package struct Problem: Sendable {
        package var code: String
        /// Continues "'orders created' …".
        package var message: String
        package var suggestion: String?

        package init(code: String = "manifest/invalid-value", _ message: String, suggestion: String? = nil) {
            self.code = code
            self.message = message
            self.suggestion = suggestion
        }
    }

    /// With its article: "a host and port".
    package let noun: String
    /// For editors: an ECMAScript pattern that every acceptable text matches; nil where anything does.
    package let pattern: String?
    package let problem: @Sendable (String) -> Problem?

    package init(_ noun: String, pattern: String? = nil, problem: @escaping @Sendable (String) -> Problem?) {
        self.noun = noun
        self.pattern = pattern
        self.problem = problem
    }
}

extension TextForm {
    package static let free = TextForm("a string") { _ in nil }

    package static let nonEmpty = TextForm("a string", pattern: "\\S") { text in
        isBlank(text) ? Problem("is empty") : nil
    }

    /// The names of everything but topics, as DNS and Kubernetes have them, with `_` as well.
    package static let name = TextForm("a name", pattern: "^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$") { text in
        guard !text.isEmpty else { return Problem(code: "manifest/invalid-name", "is empty") }
        guard text.utf8.count <= 253 else { return Problem(code: "manifest/invalid-name", "is longer than 253 characters") }
        let edge: (UInt8?) -> Bool = { $0.map { isLowercaseLetterOrDigit(Unicode.Scalar($0)) } ?? false }
        if edge(text.utf8.first), edge(text.utf8.last), text.utf8.allSatisfy({ isNameScalar(Unicode.Scalar($0)) }) { return nil }
        return Problem(
            code: "manifest/invalid-name",
            "is not a name: lower-case letters, digits, '-', '_' and '.', with a letter or digit at both ends",
            suggestion: nameLike(text).map { "write '\($0)'" })
    }

    /// Kafka's rule (org.apache.kafka.common.internals.Topic): `[a-zA-Z0-9._-]{1,249}`, neither `.` nor `..`.
    package static let topicName = TextForm("a topic name", pattern: "^[a-zA-Z0-9._-]{1,249}$") { text in
        if let problem = topicNameProblem(text) { return Problem(code: "topic/invalid-name", problem) }
        if let problem = reservedTopicProblem(text) {
            return Problem(
                code: "topic/reserved-name", problem,
                suggestion: text.hasPrefix("__") ? "choose a name without the leading '__'" : "choose another name")
        }
        return nil
    }

    /// A topic that may be one of the engine's own: where access to `__consumer_offsets` is granted.
    package static let resourceName = TextForm("a resource name", pattern: "\\S") { text in
        if text == "*" {
            return Problem(
                "means every resource, which is said in so many words", suggestion: "write 'any: true' instead of a name")
        }
        return isBlank(text) ? Problem("is empty") : nil
    }

    package static let hostAndPort = TextForm("a host and port", pattern: "^(\\[[^\\]]+\\]|[^:\\[\\]/\\s]+):[0-9]{1,5}$") {
        text in
        if HostAndPort(parsing: text) != nil { return nil }
        if text.contains("://") {
            return Problem("is a URL where a host and port are wanted", suggestion: "leave out what is before the host")
        }
        if !text.contains(":") { return Problem("has no port", suggestion: "write '\(text):9092'") }
        return Problem("is not a host and port such as 127.0.0.1:9092")
    }

    package static let url = TextForm("a URL", pattern: "^https?://[^\\s/]+") { text in
        let hosts = ["http://", "https://"].compactMap { text.hasPrefix($0) ? text.dropFirst($0.count) : nil }
        guard let host = hosts.first else {
            return Problem("is not a URL", suggestion: text.contains(" ") ? nil : "write 'http://\(text)'")
        }
        return host.isEmpty || host.hasPrefix("/") || host.contains(where: \.isWhitespace) ? Problem("is not a URL") : nil
    }

    package static let date = TextForm("a date", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$") { text in
        CalendarDate(parsing: text) == nil ? Problem("is not a date such as 2026-12-31") : nil
    }

    /// A moment, or a whole day, which ends at midnight in UTC.
    package static let deadline = TextForm(
        "a date or a time", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2}))?$"
    ) { text in
        if instant(ofDeadline: text) != nil { return nil }
        return Problem(
            "is neither a date such as 2026-12-31 nor a time such as 2026-12-31T18:00:00Z",
            suggestion: Instant(rfc3339: text + "Z") == nil ? nil : "say in which time zone: write '\(text)Z' for UTC")
    }

    package static let path = TextForm("a path", pattern: "\\S") { text in
        if text.utf8.contains(0) { return Problem("holds a NUL") }
        return isBlank(text) ? Problem("is empty") : nil
    }

    package static let pattern = TextForm("a file pattern", pattern: "\\S") { text in
        guard let problem = GlobPattern.problem(of: text) else { return nil }
        return Problem(problem)
    }

    package static let variableName = TextForm("the name of an environment variable", pattern: "^[A-Za-z_][A-Za-z0-9_]*$") {
        text in
        let isVariable =
            text.utf8.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
            && text.unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "_" }
        return isVariable ? nil : Problem("is not the name of an environment variable")
    }
}

private func isLowercaseLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
}

private func isASCIILetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isLowercaseLetterOrDigit(scalar) || ("A"..."Z").contains(scalar)
}

private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    isLowercaseLetterOrDigit(scalar) || scalar == "." || scalar == "_" || scalar == "-"
}

private func isBlank(_ text: String) -> Bool {
    // Nearly every text has a letter of ASCII's, and needs no look at Unicode's spaces.
    !text.utf8.contains { $0 > 0x20 && $0 < 0x7F } && text.allSatisfy(\.isWhitespace)
}

/// The nearest text that is a name; nil when nothing of it is left.
private func nameLike(_ text: String) -> String? {
    let mapped = text.lowercased().unicodeScalars.map { scalar -> Unicode.Scalar in
        isNameScalar(scalar) ? scalar : "-"
    }
    var name = String(String.UnicodeScalarView(mapped))[...]
    while let first = name.unicodeScalars.first, !isLowercaseLetterOrDigit(first) { name = name.dropFirst() }
    while let last = name.unicodeScalars.last, !isLowercaseLetterOrDigit(last) { name = name.dropLast() }
    return name.isEmpty ? nil : String(name)
}

/// When what a deadline ends is over: then, or with the end of the day.
func instant(ofDeadline text: String) -> Instant? { CalendarDate(parsing: text)?.end ?? Instant(rfc3339: text) }
