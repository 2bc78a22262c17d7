import MeshModel

extension AccessRule.Pattern {
    /// The names that a rule with this pattern is about. Kafka takes the literal `*` for every name.
    package var names: NameSet {
        switch self {
        case .any, .literal("*"): .all
        case .literal(let name): .literal(name)
        case .prefix(let prefix): .prefix(prefix)
        }
    }
}

extension NameSet {
    /// All names of all of these patterns, in the time that sorting them takes.
    package init(_ patterns: some Sequence<AccessRule.Pattern>) {
        self.init(stretches: patterns.map { NameStretch($0) }.sorted { $0.start < $1.start })
    }

    /// - Parameter stretches: ascending by where they start.
    init(stretches: some Sequence<NameStretch>) {
        var bounds: [NameBound] = []
        // What the last stretch, and those that reach into it, go up to.
        var end: NameBound?
        var isOpen = false
        for stretch in stretches {
            if isOpen {
                guard let last = end else { break }
                if stretch.start <= last {
                    if stretch.end.map({ last < $0 }) ?? true { end = stretch.end }
                    continue
                }
                bounds.append(last)
            }
            bounds.append(stretch.start)
            end = stretch.end
            isOpen = true
        }
        if let end { bounds.append(end) }
        self.init(bounds: bounds)
    }
}

/// Where the names of one pattern begin and end.
struct NameStretch: Sendable {
    var start: NameBound
    /// nil: there are none behind it.
    var end: NameBound?

    init(_ pattern: AccessRule.Pattern) {
        switch pattern {
        case .any, .literal("*"):
            start = NameBound([])
            end = nil
        case .literal(let name):
            start = NameBound(name)
            end = start.afterItself
        case .prefix(let prefix):
            start = NameBound(prefix)
            end = start.afterAllThatBeginSo
        }
    }
}
