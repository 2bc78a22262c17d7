/// What a metric is, before anything was measured.
package struct MetricDescription: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case counter, gauge, histogram
    }

    package var name: String
    package var kind: Kind
    /// One line for people.
    package var help: String
    /// The upper bounds of a histogram's buckets, ascending; the last, infinity, is not among them.
    package var buckets: [Double]

    package init(_ kind: Kind, _ name: String, _ help: String, buckets: [Double] = Self.seconds) {
        self.kind = kind
        self.name = name
        self.help = help
        self.buckets = kind == .histogram ? buckets : []
    }

    /// For things that take from milliseconds to minutes.
    package static let seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]
}
