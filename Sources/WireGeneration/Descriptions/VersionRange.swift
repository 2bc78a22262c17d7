/// A stretch of versions, as descriptions write it: `3`, `2-7`, or `5+`.
package struct VersionRange: Equatable, Sendable {
    package var first: Int16
    /// `Int16.max` for an open end.
    package var last: Int16

    package init(_ first: Int16, _ last: Int16) {
        self.first = first
        self.last = last
    }

    /// Nil unless `text` is one of the three forms, with the ends in order.
    package init?(_ text: String) {
        if text.hasSuffix("+") {
            guard let first = Int16(text.dropLast()) else { return nil }
            self.init(first, .max)
        } else {
            let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int16($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2 else { return nil }
            self.init(first, last)
        }
        guard first >= 0, first <= last else { return nil }
    }

    package func contains(_ other: VersionRange) -> Bool {
        first <= other.first && other.last <= last
    }

    /// The same stretch with its open end closed by `outer`; nil when the two do not meet.
    package func clipped(to outer: VersionRange) -> VersionRange? {
        let range = VersionRange(max(first, outer.first), min(last, outer.last))
        return range.first <= range.last ? range : nil
    }

    /// A Swift condition on `version` that holds in this range for every version of `outer`; nil when it always holds.
    package func condition(within outer: VersionRange) -> String? {
        switch (first > outer.first, last < outer.last) {
        case (false, false): nil
        case (true, false): "version >= \(first)"
        case (false, true): "version <= \(last)"
        case (true, true): first == last ? "version == \(first)" : "version >= \(first) && version <= \(last)"
        }
    }
}
