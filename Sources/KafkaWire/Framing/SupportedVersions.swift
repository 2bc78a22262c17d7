/// Which versions of an API we can speak, and which a broker says it can.
package struct SupportedVersions: Sendable, Equatable {
    package let apiKey: APIKey
    /// Kafka's name: `Fetch`.
    package let name: String
    /// What can be read and written.
    package let versions: ClosedRange<Int16>
    /// What to show in an ApiVersions response. Wider than `versions` for Produce, whose versions 0 to 2 are
    /// shown and refused: old librdkafka does not compress for a broker without them (KAFKA-18659).
    package let advertised: ClosedRange<Int16>
    /// `Int16.max` when there is none.
    package let firstFlexibleVersion: Int16

    /// Nil for an API that is not described.
    package static func of(_ apiKey: APIKey) -> SupportedVersions? {
        let index = Int(apiKey.rawValue)
        return byKey.indices.contains(index) ? byKey[index] : nil
    }

    private static let byKey: [SupportedVersions?] = {
        var table: [SupportedVersions?] = Array(repeating: nil, count: Int(all.last?.apiKey.rawValue ?? -1) + 1)
        for entry in all { table[Int(entry.apiKey.rawValue)] = entry }
        return table
    }()
}
