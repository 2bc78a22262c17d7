import ExpressionLanguage

/// The topics that patterns fit, remembered until topics come or go: many members ask for the same.
struct TopicPatterns {
    private var found: [String: [String]?] = [:]
    private var generation: UInt64 = 0
    private static let mostRemembered = 1000

    /// Sorted; nil when the pattern is none. The broker's own topics are fitted by nothing.
    mutating func names(fitting text: String, in topics: TopicTable) -> [String]? {
        if generation != topics.generation || found.count >= Self.mostRemembered {
            found.removeAll()
            generation = topics.generation
        }
        if let known = found[text] { return known }
        let names = WholePattern(text).map { pattern in
            topics.all.filter { !$0.isInternal && pattern.fits($0.name) }.map(\.name).sorted()
        }
        found[text] = .some(names)
        return names
    }
}
