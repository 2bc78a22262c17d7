import Diagnostics

/// A part of a content model with how often it may come. References to groups are replaced by what they name.
package struct XSDParticle: Sendable {
    package indirect enum Term: Sendable {
        /// Where the element is global, those of its substitution group stand for it, too.
        case element(XSDElementID)
        case wildcard(XSDWildcard)
        case sequence([XSDParticle])
        case choice([XSDParticle])
        case all([XSDParticle])
    }

    package var term: Term
    package var minimum = 1
    /// Nil: unbounded.
    package var maximum: Int? = 1
    package var range: SourceRange?
}
