/// Where a schema holds other schemas.
enum SubschemaPosition: Sendable {
    /// The value is a schema.
    case one
    /// The value is an array of schemas.
    case list
    /// The value is an object whose members are schemas.
    case map
    /// A schema, or an array of them: `items` up to 2019-09.
    case oneOrList
    /// An object whose members are schemas or lists of names: `dependencies`.
    case mapOrNames
}

extension JSONSchemaDialect {
    /// How the value of a keyword holds schemas; nil where it does not.
    func subschemas(of keyword: String) -> SubschemaPosition? {
        switch keyword {
        case "definitions": return .map
        case "$defs": return draft.isModern ? .map : nil
        case "additionalProperties", "not": return .one
        case "propertyNames", "contains": return draft >= .draft6 ? .one : nil
        case "if", "then", "else": return draft >= .draft7 ? .one : nil
        case "unevaluatedProperties", "unevaluatedItems":
            return draft.isModern && vocabularies.contains(.unevaluated) ? .one : nil
        case "contentSchema": return draft.isModern ? .one : nil
        case "properties", "patternProperties": return .map
        case "dependentSchemas": return draft.isModern ? .map : nil
        case "dependencies": return .mapOrNames
        case "allOf", "anyOf", "oneOf": return .list
        case "items": return draft == .draft2020 ? .one : .oneOrList
        case "additionalItems": return draft == .draft2020 ? nil : .one
        case "prefixItems": return draft == .draft2020 ? .list : nil
        default: return nil
        }
    }
}
