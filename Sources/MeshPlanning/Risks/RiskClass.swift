/// How dangerous a change is, and so what it needs before it is carried out.
package enum RiskClass: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Needs nothing.
    case safe
    /// Shown.
    case notable
    /// Needs `--allow disruptive`.
    case disruptive
    /// Needs `--allow destructive`.
    case destructive

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    package var needsPermission: Bool { self >= .disruptive }
}
