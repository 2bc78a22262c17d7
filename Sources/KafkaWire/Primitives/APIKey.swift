/// The number by which a request names its API. The known ones are static members (`.fetch`), generated
/// from the descriptions; any other value is legal here and is refused where requests are dispatched.
package struct APIKey: RawRepresentable, Sendable, Hashable {
    package let rawValue: Int16

    package init(rawValue: Int16) {
        self.rawValue = rawValue
    }
}

extension APIKey: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension APIKey: CustomStringConvertible {
    /// Kafka's name for the API (`Fetch`), or `API 123`.
    package var description: String { SupportedVersions.of(self)?.name ?? "API \(rawValue)" }
}
