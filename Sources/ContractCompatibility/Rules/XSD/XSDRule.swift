/// What can be found between two versions of an XML Schema. Each has a page in Specs/diagnostics/xsd and a folder in
/// Fixtures/compatibility/xsd.
package enum XSDRule: String, Sendable, Hashable, CaseIterable {
    case elementRemoved = "xsd/element-removed"
    case requiredElementAdded = "xsd/required-element-added"
    case occurrenceNarrowed = "xsd/occurrence-narrowed"
    case contentModelNarrowed = "xsd/content-model-narrowed"
    case elementNowAbstract = "xsd/element-now-abstract"
    case nillableRemoved = "xsd/nillable-removed"
    case mixedRemoved = "xsd/mixed-removed"
    case typeChanged = "xsd/type-changed"
    case typeNowAbstract = "xsd/type-now-abstract"
    case derivedTypeRemoved = "xsd/derived-type-removed"
    case attributeRemoved = "xsd/attribute-removed"
    case attributeNowRequired = "xsd/attribute-now-required"
    case requiredAttributeAdded = "xsd/required-attribute-added"
    case wildcardNarrowed = "xsd/wildcard-narrowed"
    case wildcardNameDeclared = "xsd/wildcard-name-declared"
    case facetNarrowed = "xsd/facet-narrowed"
    case patternChanged = "xsd/pattern-changed"
    case enumerationValueRemoved = "xsd/enumeration-value-removed"
    case fixedValueChanged = "xsd/fixed-value-changed"
    case defaultRemoved = "xsd/default-removed"
    case identityConstraintAdded = "xsd/identity-constraint-added"
    case unknownChange = "xsd/unknown-change"
    case comparisonGivenUp = "xsd/comparison-given-up"
    case defaultChanged = "xsd/default-changed"
    case typeRemoved = "xsd/type-removed"
    case typeRenamed = "xsd/type-renamed"

    /// The others leave every document valid.
    package var isBreaking: Bool {
        switch self {
        case .defaultChanged, .typeRemoved, .typeRenamed: false
        default: true
        }
    }
}
