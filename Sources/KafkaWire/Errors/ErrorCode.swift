/// What a broker says about a request or a part of it: an ordinary value in a response, not a thrown error.
///
/// The known codes are static members (`.topicAlreadyExists`), generated from Specs/kafka/errors.json.
/// A code that we do not know is kept as it came.
package struct ErrorCode: RawRepresentable, Sendable, Hashable {
    package let rawValue: Int16

    package init(rawValue: Int16) {
        self.rawValue = rawValue
    }
}

extension ErrorCode {
    /// What is known about a code.
    package struct Meaning: Sendable {
        /// Kafka's name: `TOPIC_ALREADY_EXISTS`.
        package let name: String
        /// Whether the same request may succeed later, with nothing else changed.
        package let isRetriable: Bool
        /// One sentence for people.
        package let message: String
    }

    /// Nil for a code that we do not know.
    package var meaning: Meaning? {
        let index = Int(rawValue) - Self.firstKnown
        return Self.meanings.indices.contains(index) ? Self.meanings[index] : nil
    }

    /// The code of that name of Kafka's: `TOPIC_ALREADY_EXISTS`; nil where there is none.
    package init?(named name: String) {
        guard let index = Self.meanings.firstIndex(where: { $0.name == name }) else { return nil }
        self.init(rawValue: Int16(index + Self.firstKnown))
    }

    /// Kafka's name, or `ERROR_123`.
    package var name: String { meaning?.name ?? "ERROR_\(rawValue)" }

    /// False for a code that we do not know.
    package var isRetriable: Bool { meaning?.isRetriable ?? false }

    package var message: String { meaning?.message ?? "The broker answered with error code \(rawValue)." }
}

extension ErrorCode: CustomStringConvertible {
    package var description: String { name }
}
