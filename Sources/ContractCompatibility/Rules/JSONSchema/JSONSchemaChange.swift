/// What can change between two versions of a JSON Schema: the rules, one a case. The names follow the difference types of
/// Confluent's schema registry where it has one; docs/decisions/0006-json-schema-compatibility.md tells what is added.
package enum JSONSchemaChange: String, Sendable, Hashable, CaseIterable {
    case idChanged = "id-changed"
    case titleChanged = "title-changed"
    case descriptionChanged = "description-changed"
    case defaultChanged = "default-changed"

    case schemaAdded = "schema-added"
    case schemaRemoved = "schema-removed"
    case typeChanged = "type-changed"
    case typeNarrowed = "type-narrowed"
    case typeExtended = "type-extended"

    case maxLengthAdded = "max-length-added"
    case maxLengthRemoved = "max-length-removed"
    case maxLengthIncreased = "max-length-increased"
    case maxLengthDecreased = "max-length-decreased"
    case minLengthAdded = "min-length-added"
    case minLengthRemoved = "min-length-removed"
    case minLengthIncreased = "min-length-increased"
    case minLengthDecreased = "min-length-decreased"
    case patternAdded = "pattern-added"
    case patternRemoved = "pattern-removed"
    case patternChanged = "pattern-changed"
    case formatAdded = "format-added"
    case formatRemoved = "format-removed"
    case formatChanged = "format-changed"
    case formatExtended = "format-extended"
    case contentAdded = "content-added"
    case contentRemoved = "content-removed"
    case contentChanged = "content-changed"

    case maximumAdded = "maximum-added"
    case maximumRemoved = "maximum-removed"
    case maximumIncreased = "maximum-increased"
    case maximumDecreased = "maximum-decreased"
    case minimumAdded = "minimum-added"
    case minimumRemoved = "minimum-removed"
    case minimumIncreased = "minimum-increased"
    case minimumDecreased = "minimum-decreased"
    case exclusiveMaximumAdded = "exclusive-maximum-added"
    case exclusiveMaximumRemoved = "exclusive-maximum-removed"
    case exclusiveMaximumIncreased = "exclusive-maximum-increased"
    case exclusiveMaximumDecreased = "exclusive-maximum-decreased"
    case exclusiveMinimumAdded = "exclusive-minimum-added"
    case exclusiveMinimumRemoved = "exclusive-minimum-removed"
    case exclusiveMinimumIncreased = "exclusive-minimum-increased"
    case exclusiveMinimumDecreased = "exclusive-minimum-decreased"
    case multipleOfAdded = "multiple-of-added"
    case multipleOfRemoved = "multiple-of-removed"
    case multipleOfExpanded = "multiple-of-expanded"
    case multipleOfReduced = "multiple-of-reduced"
    case multipleOfChanged = "multiple-of-changed"

    case requiredAttributeAdded = "required-attribute-added"
    case requiredAttributeWithDefaultAdded = "required-attribute-with-default-added"
    case requiredAttributeRemoved = "required-attribute-removed"
    case maxPropertiesAdded = "max-properties-added"
    case maxPropertiesRemoved = "max-properties-removed"
    case maxPropertiesIncreased = "max-properties-increased"
    case maxPropertiesDecreased = "max-properties-decreased"
    case minPropertiesAdded = "min-properties-added"
    case minPropertiesRemoved = "min-properties-removed"
    case minPropertiesIncreased = "min-properties-increased"
    case minPropertiesDecreased = "min-properties-decreased"
    case additionalPropertiesAdded = "additional-properties-added"
    case additionalPropertiesRemoved = "additional-properties-removed"
    case additionalPropertiesExtended = "additional-properties-extended"
    case additionalPropertiesNarrowed = "additional-properties-narrowed"
    case unevaluatedPropertiesAdded = "unevaluated-properties-added"
    case unevaluatedPropertiesRemoved = "unevaluated-properties-removed"
    case unevaluatedPropertiesExtended = "unevaluated-properties-extended"
    case unevaluatedPropertiesNarrowed = "unevaluated-properties-narrowed"
    case dependencyArrayAdded = "dependency-array-added"
    case dependencyArrayRemoved = "dependency-array-removed"
    case dependencyArrayExtended = "dependency-array-extended"
    case dependencyArrayNarrowed = "dependency-array-narrowed"
    case dependencyArrayChanged = "dependency-array-changed"
    case dependencySchemaAdded = "dependency-schema-added"
    case dependencySchemaRemoved = "dependency-schema-removed"
    case propertyWithEmptySchemaAddedToOpenContentModel = "property-with-empty-schema-added-to-open-content-model"
    case requiredPropertyAddedToOpenContentModel = "required-property-added-to-open-content-model"
    case requiredPropertyWithDefaultAddedToOpenContentModel = "required-property-with-default-added-to-open-content-model"
    case optionalPropertyAddedToOpenContentModel = "optional-property-added-to-open-content-model"
    case requiredPropertyAddedToUnopenContentModel = "required-property-added-to-unopen-content-model"
    case requiredPropertyWithDefaultAddedToUnopenContentModel = "required-property-with-default-added-to-unopen-content-model"
    case optionalPropertyAddedToUnopenContentModel = "optional-property-added-to-unopen-content-model"
    case propertyAddedIsCovered = "property-added-is-covered-by-partially-open-content-model"
    case propertyAddedNotCovered = "property-added-not-covered-by-partially-open-content-model"
    case propertyRemovedFromOpenContentModel = "property-removed-from-open-content-model"
    case propertyRemovedFromClosedContentModel = "property-removed-from-closed-content-model"
    case propertyWithFalseRemovedFromClosedContentModel = "property-with-false-removed-from-closed-content-model"
    case propertyRemovedIsCovered = "property-removed-is-covered-by-partially-open-content-model"
    case propertyRemovedNotCovered = "property-removed-not-covered-by-partially-open-content-model"
    case patternPropertyAdded = "pattern-property-added"
    case patternPropertyAddedIsCovered = "pattern-property-added-is-covered"
    case patternPropertyRemoved = "pattern-property-removed"
    case patternPropertyRemovedNotCovered = "pattern-property-removed-not-covered"
    case propertyNamesAdded = "property-names-added"
    case propertyNamesRemoved = "property-names-removed"

    case maxItemsAdded = "max-items-added"
    case maxItemsRemoved = "max-items-removed"
    case maxItemsIncreased = "max-items-increased"
    case maxItemsDecreased = "max-items-decreased"
    case minItemsAdded = "min-items-added"
    case minItemsRemoved = "min-items-removed"
    case minItemsIncreased = "min-items-increased"
    case minItemsDecreased = "min-items-decreased"
    case uniqueItemsAdded = "unique-items-added"
    case uniqueItemsRemoved = "unique-items-removed"
    case additionalItemsAdded = "additional-items-added"
    case additionalItemsRemoved = "additional-items-removed"
    case additionalItemsExtended = "additional-items-extended"
    case additionalItemsNarrowed = "additional-items-narrowed"
    case unevaluatedItemsAdded = "unevaluated-items-added"
    case unevaluatedItemsRemoved = "unevaluated-items-removed"
    case unevaluatedItemsExtended = "unevaluated-items-extended"
    case unevaluatedItemsNarrowed = "unevaluated-items-narrowed"
    case itemWithEmptySchemaAddedToOpenContentModel = "item-with-empty-schema-added-to-open-content-model"
    case itemAddedToOpenContentModel = "item-added-to-open-content-model"
    case itemAddedToClosedContentModel = "item-added-to-closed-content-model"
    case itemAddedIsCovered = "item-added-is-covered-by-partially-open-content-model"
    case itemAddedNotCovered = "item-added-not-covered-by-partially-open-content-model"
    case itemRemovedFromOpenContentModel = "item-removed-from-open-content-model"
    case itemRemovedFromClosedContentModel = "item-removed-from-closed-content-model"
    case itemWithFalseRemovedFromClosedContentModel = "item-with-false-removed-from-closed-content-model"
    case itemRemovedIsCovered = "item-removed-is-covered-by-partially-open-content-model"
    case itemRemovedNotCovered = "item-removed-not-covered-by-partially-open-content-model"
    case containsAdded = "contains-added"
    case containsRemoved = "contains-removed"
    case containsChanged = "contains-changed"
    case maxContainsAdded = "max-contains-added"
    case maxContainsRemoved = "max-contains-removed"
    case maxContainsIncreased = "max-contains-increased"
    case maxContainsDecreased = "max-contains-decreased"
    case minContainsIncreased = "min-contains-increased"
    case minContainsDecreased = "min-contains-decreased"

    case enumArrayExtended = "enum-array-extended"
    case enumArrayNarrowed = "enum-array-narrowed"
    case enumArrayChanged = "enum-array-changed"
    case combinedTypeExtended = "combined-type-extended"
    case combinedTypeChanged = "combined-type-changed"
    case combinedTypeSubschemasChanged = "combined-type-subschemas-changed"
    case productTypeExtended = "product-type-extended"
    case productTypeNarrowed = "product-type-narrowed"
    case sumTypeExtended = "sum-type-extended"
    case sumTypeNarrowed = "sum-type-narrowed"
    case oneOfBranchesOverlap = "one-of-branches-overlap"
    case notTypeExtended = "not-type-extended"
    case notTypeNarrowed = "not-type-narrowed"
    case conditionalAdded = "conditional-added"
    case conditionalRemoved = "conditional-removed"
    case conditionalChanged = "conditional-changed"

    case evaluatedPartsChanged = "evaluated-parts-changed"
    case compatibilityUndecided = "compatibility-undecided"

    package var code: String { "json-schema/\(rawValue)" }
}

/// How a property that is added to or taken from an object is judged.
package enum JSONSchemaPolicy: String, Sendable, Hashable, CaseIterable {
    /// An object that takes any further property may already hold one by the name that is added.
    case strict
    /// Nobody has written what the schema did not name, and readers pass over what they do not know.
    case lenient
}

extension JSONSchemaChange {
    /// Whether what the old schema allows may be refused by the new one.
    ///
    /// - Parameter isExact: a default does not stand in for a property that is missing: inside `not` and where it matters
    ///   which branch of a `oneOf` a value has.
    func isBreaking(_ policy: JSONSchemaPolicy, isExact: Bool) -> Bool {
        switch self {
        case .idChanged, .titleChanged, .descriptionChanged, .defaultChanged, .schemaRemoved, .typeExtended,
            .maxLengthRemoved, .maxLengthIncreased, .minLengthRemoved, .minLengthDecreased, .patternRemoved, .formatRemoved,
            .formatExtended, .contentRemoved, .maximumRemoved, .maximumIncreased, .minimumRemoved, .minimumDecreased,
            .exclusiveMaximumRemoved, .exclusiveMaximumIncreased, .exclusiveMinimumRemoved, .exclusiveMinimumDecreased,
            .multipleOfRemoved, .multipleOfReduced, .requiredAttributeRemoved, .maxPropertiesRemoved,
            .maxPropertiesIncreased, .minPropertiesRemoved, .minPropertiesDecreased, .additionalPropertiesAdded,
            .additionalPropertiesExtended, .unevaluatedPropertiesAdded, .unevaluatedPropertiesExtended,
            .dependencyArrayRemoved, .dependencyArrayNarrowed, .dependencySchemaRemoved,
            .propertyWithEmptySchemaAddedToOpenContentModel, .optionalPropertyAddedToUnopenContentModel,
            .propertyAddedIsCovered, .propertyRemovedFromOpenContentModel, .propertyWithFalseRemovedFromClosedContentModel,
            .propertyRemovedIsCovered, .patternPropertyAddedIsCovered, .patternPropertyRemoved, .propertyNamesRemoved,
            .maxItemsRemoved, .maxItemsIncreased, .minItemsRemoved, .minItemsDecreased, .uniqueItemsRemoved,
            .additionalItemsAdded, .additionalItemsExtended, .unevaluatedItemsAdded, .unevaluatedItemsExtended,
            .itemWithEmptySchemaAddedToOpenContentModel, .itemAddedToClosedContentModel, .itemAddedIsCovered,
            .itemRemovedFromOpenContentModel, .itemWithFalseRemovedFromClosedContentModel, .itemRemovedIsCovered,
            .containsRemoved, .maxContainsRemoved, .maxContainsIncreased, .minContainsDecreased, .enumArrayExtended,
            .combinedTypeExtended, .productTypeNarrowed, .sumTypeExtended, .notTypeNarrowed, .conditionalRemoved:
            false
        case .requiredAttributeWithDefaultAdded, .requiredPropertyWithDefaultAddedToUnopenContentModel: isExact
        case .requiredPropertyWithDefaultAddedToOpenContentModel, .optionalPropertyAddedToOpenContentModel,
            .propertyRemovedFromClosedContentModel, .additionalPropertiesRemoved, .additionalPropertiesNarrowed,
            .unevaluatedPropertiesRemoved, .unevaluatedPropertiesNarrowed:
            isExact || policy == .strict
        default: true
        }
    }

    /// Whether it only concerns what a schema says about itself.
    var isAnnotation: Bool {
        switch self {
        case .idChanged, .titleChanged, .descriptionChanged, .defaultChanged: true
        default: false
        }
    }
}
