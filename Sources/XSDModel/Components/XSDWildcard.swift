import Diagnostics

/// `any` or `anyAttribute`.
package struct XSDWildcard: Sendable {
    /// What is done with what stands there: nothing, checked where it is declared, or it has to be declared.
    package enum Processing: Int, Sendable, Hashable, Comparable {
        case skip, lax, strict

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package var namespaces: XSDNamespaceSet
    package var processing: Processing
    package var range: SourceRange?
}

/// A set of namespaces, the empty text standing for none.
package enum XSDNamespaceSet: Sendable, Hashable {
    case only(Set<String>)
    case except(Set<String>)

    package static let all = Self.except([])

    package func contains(_ namespace: String) -> Bool {
        switch self {
        case .only(let names): names.contains(namespace)
        case .except(let names): !names.contains(namespace)
        }
    }

    package func union(_ other: Self) -> Self {
        switch (self, other) {
        case (.only(let a), .only(let b)): .only(a.union(b))
        case (.except(let a), .except(let b)): .except(a.intersection(b))
        case (.only(let a), .except(let b)), (.except(let b), .only(let a)): .except(b.subtracting(a))
        }
    }

    package func intersection(_ other: Self) -> Self {
        switch (self, other) {
        case (.only(let a), .only(let b)): .only(a.intersection(b))
        case (.except(let a), .except(let b)): .except(a.union(b))
        case (.only(let a), .except(let b)), (.except(let b), .only(let a)): .only(a.subtracting(b))
        }
    }

    package func isSubset(of other: Self) -> Bool {
        switch (self, other) {
        case (.only(let a), _): a.allSatisfy(other.contains)
        case (.except(let a), .except(let b)): b.isSubset(of: a)
        case (.except, .only): false
        }
    }

    /// Those that it names, to include or to leave out.
    package var named: Set<String> {
        switch self {
        case .only(let names), .except(let names): names
        }
    }
}
