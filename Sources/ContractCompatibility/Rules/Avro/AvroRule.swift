/// What can be found when data of one Avro schema is read with another. Each has a page in Specs/diagnostics/avro and a
/// folder in Fixtures/compatibility/avro.
package enum AvroRule: String, Sendable, Hashable, CaseIterable {
    case typeNotReadable = "avro/type-not-readable"
    case nameChanged = "avro/name-changed"
    case fixedSizeChanged = "avro/fixed-size-changed"
    case enumSymbolMissing = "avro/enum-symbol-missing"
    case fieldWithoutDefault = "avro/field-added-without-default"
    case ambiguousAlias = "avro/ambiguous-alias"
    case unionBranchMissing = "avro/union-branch-missing"
    case comparisonGivenUp = "avro/comparison-given-up"
    case logicalTypeChanged = "avro/logical-type-changed"
    case bytesReadAsString = "avro/bytes-read-as-string"
    case numberRounded = "avro/number-rounded"

    /// The others are read without an error, and perhaps not as they were meant.
    package var isBreaking: Bool {
        switch self {
        case .logicalTypeChanged, .bytesReadAsString, .numberRounded: false
        case .typeNotReadable, .nameChanged, .fixedSizeChanged, .enumSymbolMissing, .fieldWithoutDefault, .ambiguousAlias,
            .unionBranchMissing, .comparisonGivenUp:
            true
        }
    }
}
