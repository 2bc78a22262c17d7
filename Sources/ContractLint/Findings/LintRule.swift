import Diagnostics

/// What is looked for in one schema, each with a page in Specs/diagnostics/lint, whose example gives it.
package enum LintRule: String, Sendable, Hashable, CaseIterable {
    // Avro
    case avroAliasIsAName = "lint/avro-alias-is-a-name"
    case avroDecimalWithoutScale = "lint/avro-decimal-without-scale"
    case avroEnumWithoutDefault = "lint/avro-enum-without-default"
    case avroFieldName = "lint/avro-field-name"
    case avroLogicalTypeOnField = "lint/avro-logical-type-on-field"
    case avroMissingDoc = "lint/avro-missing-doc"
    case avroMissingNamespace = "lint/avro-missing-namespace"
    case avroMisspeltAttribute = "lint/avro-misspelt-attribute"
    case avroMisspeltLogicalType = "lint/avro-misspelt-logical-type"
    case avroNullableWithoutDefault = "lint/avro-nullable-without-default"
    case avroRecordWithoutDefaults = "lint/avro-record-without-defaults"
    case avroTypeName = "lint/avro-type-name"
    case avroUnionShortNames = "lint/avro-union-short-names"
    // JSON Schema
    case jsonSchemaClosedAllOf = "lint/json-schema-closed-all-of"
    case jsonSchemaFormatNotAsserted = "lint/json-schema-format-not-asserted"
    case jsonSchemaIgnoredBesideRef = "lint/json-schema-ignored-beside-ref"
    case jsonSchemaImpossibleBounds = "lint/json-schema-impossible-bounds"
    case jsonSchemaKeywordOfOtherType = "lint/json-schema-keyword-of-other-type"
    case jsonSchemaKeywordWithoutEffect = "lint/json-schema-keyword-without-effect"
    case jsonSchemaMissingDraft = "lint/json-schema-missing-draft"
    case jsonSchemaMissingType = "lint/json-schema-missing-type"
    case jsonSchemaMisspeltKeyword = "lint/json-schema-misspelt-keyword"
    case jsonSchemaOpenObject = "lint/json-schema-open-object"
    case jsonSchemaRequiredUnknown = "lint/json-schema-required-unknown"
    case jsonSchemaUnanchoredPattern = "lint/json-schema-unanchored-pattern"
    case jsonSchemaUnknownFormat = "lint/json-schema-unknown-format"
    case jsonSchemaUnknownKeyword = "lint/json-schema-unknown-keyword"
    case jsonSchemaUnreachableBranch = "lint/json-schema-unreachable-branch"
    case jsonSchemaValueOfOtherType = "lint/json-schema-value-of-other-type"
    // Protobuf
    case protobufEnumAlias = "lint/protobuf-enum-alias"
    case protobufEnumName = "lint/protobuf-enum-name"
    case protobufEnumValueName = "lint/protobuf-enum-value-name"
    case protobufEnumValuePrefix = "lint/protobuf-enum-value-prefix"
    case protobufEnumZeroValue = "lint/protobuf-enum-zero-value"
    case protobufFieldName = "lint/protobuf-field-name"
    case protobufImportPublic = "lint/protobuf-import-public"
    case protobufImportWeak = "lint/protobuf-import-weak"
    case protobufMessageName = "lint/protobuf-message-name"
    case protobufMissingPackage = "lint/protobuf-missing-package"
    case protobufOneofName = "lint/protobuf-oneof-name"
    case protobufPackageName = "lint/protobuf-package-name"
    case protobufRequiredField = "lint/protobuf-required-field"
    case protobufServiceName = "lint/protobuf-service-name"
    // All
    case tooManyFindings = "lint/too-many-findings"

    /// A warning where it is most likely a mistake or costs dearly later; a note where it is a matter of habit.
    package var severity: Diagnostic.Severity {
        switch self {
        case .avroDecimalWithoutScale, .avroFieldName, .avroMissingDoc, .avroRecordWithoutDefaults, .avroTypeName,
            .jsonSchemaFormatNotAsserted, .jsonSchemaMissingType, .jsonSchemaOpenObject, .jsonSchemaUnanchoredPattern,
            .jsonSchemaUnknownKeyword, .protobufEnumAlias, .protobufEnumName, .protobufEnumValueName, .protobufEnumValuePrefix,
            .protobufFieldName, .protobufImportPublic, .protobufMessageName, .protobufOneofName, .protobufPackageName,
            .protobufServiceName, .tooManyFindings:
            .note
        case .avroAliasIsAName, .avroEnumWithoutDefault, .avroLogicalTypeOnField, .avroMissingNamespace, .avroMisspeltAttribute,
            .avroMisspeltLogicalType, .avroNullableWithoutDefault, .avroUnionShortNames, .jsonSchemaClosedAllOf,
            .jsonSchemaIgnoredBesideRef, .jsonSchemaImpossibleBounds, .jsonSchemaKeywordOfOtherType,
            .jsonSchemaKeywordWithoutEffect, .jsonSchemaMissingDraft, .jsonSchemaMisspeltKeyword, .jsonSchemaRequiredUnknown,
            .jsonSchemaUnknownFormat, .jsonSchemaUnreachableBranch, .jsonSchemaValueOfOtherType, .protobufEnumZeroValue,
            .protobufImportWeak, .protobufMissingPackage, .protobufRequiredField:
            .warning
        }
    }
}
