import Diagnostics

/// One way in which two versions of a contract differ, as one rule sees it.
package struct Difference: Sendable, Hashable {
    /// Who is in trouble when the change is rolled out.
    package enum Victim: String, Sendable, Hashable, CaseIterable {
        /// Readers that have the new contract meet data of the old one.
        case newReaders = "new-readers"
        /// Readers that have the old contract meet data of the new one.
        case oldReaders = "old-readers"
    }

    /// Stable, `format/what-changed`: `avro/field-added-without-default`. Explained by a page in Specs/diagnostics.
    package var rule: String
    /// Where in the contract, in the format's own notation: `/fields/2/type`, `#/properties/total`, `shop.Order.total`.
    package var path: String
    /// One sentence without a full stop, naming what is there in both versions.
    package var message: String
    package var isBreaking: Bool
    package var oldRange: SourceRange?
    package var newRange: SourceRange?

    package init(
        rule: String, path: String, message: String, isBreaking: Bool = true, oldRange: SourceRange? = nil,
        newRange: SourceRange? = nil
    ) {
        self.rule = rule
        self.path = path
        self.message = message
        self.isBreaking = isBreaking
        self.oldRange = oldRange
        self.newRange = newRange
    }
}
