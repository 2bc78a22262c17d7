/// A file of Specs/compatibility: what each rule of one format says, whom it hits, and what others call it.
package struct CompatibilityTable: Decodable, Sendable {
    /// As `ContractFormat` writes it.
    package var format: String
    package var title: String
    /// The engines that the rules are held against, in the order of the page's columns.
    package var references: [Engine]
    /// Paragraphs that stand above the table.
    package var text: [String]
    package var differences: [Departure]
    package var rules: [Rule]

    package struct Engine: Decodable, Sendable {
        package var key: String
        package var name: String
    }

    /// Where we judge otherwise than an engine does, on purpose.
    package struct Departure: Decodable, Sendable {
        package var what: String
        package var there: String
        package var here: String
        package var why: String
        package var rules: [String]
        /// Lines of Tests/ConformanceTests/known-failures that come from it: `list:key`.
        package var cases: [String]?
    }

    package struct Rule: Decodable, Sendable {
        /// Its code: `avro/field-added-without-default`.
        package var rule: String
        /// What its fixture changes, in one line.
        package var change: String
        /// Of the fixture's pair. Exactly one of `verdict` and `levels` is there.
        package var verdict: Verdict?
        /// By level, in Protobuf.
        package var levels: [String: Verdict]?
        /// What it says under the lenient policy of JSON Schema, where that differs.
        package var lenient: Verdict.Word?
        /// Names by the engine's key.
        package var references: [String: String]?
        /// Why there is no pair in Fixtures/compatibility; nil where there is one.
        package var withoutFixture: String?
    }
}

extension CompatibilityTable {
    /// What a rule says of its fixture, and what else breaks there.
    package struct Verdict: Decodable, Sendable, Hashable {
        package enum Word: String, Decodable, Sendable, Hashable {
            case breaks
            /// Worth knowing, and allowed.
            case told
            case nothing
            /// The new version cannot be read, so that there is no verdict.
            case unreadable
        }

        /// Rules that break beside this one.
        package struct Others: Decodable, Sendable, Hashable {
            package var newReaders: [String]?
            package var oldReaders: [String]?
        }

        /// Of readers that have the new version and meet old data: `backward`.
        package var newReaders: Word
        /// Of readers that have the old version and meet new data: `forward`.
        package var oldReaders: Word
        package var also: Others?
    }
}
