/// How much of others' JSON is read before it is refused, and how strictly.
package struct JSONLimits: Sendable, Hashable {
    package var maximumBytes = 64 << 20
    /// Arrays and objects inside each other.
    package var maximumDepth = 512
    /// Values of all kinds together: a node is larger than the two bytes that can ask for it.
    package var maximumValues = 4_000_000
    /// Mistakes that are told before reading stops.
    package var maximumDiagnostics = 100
    /// Whether an object may have a key twice; the last one then counts.
    package var allowsDuplicateKeys = false

    package init() {}

    package init(maximumBytes: Int, maximumDepth: Int = 512) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
    }

    /// Characters in a number: beyond this nobody counts, and exact arithmetic would be a way to keep a machine busy.
    package static let longestNumber = 1_024
    /// Digits in an exponent: values stay comparable with machine integers as exponents.
    static let longestExponent = 9
}
