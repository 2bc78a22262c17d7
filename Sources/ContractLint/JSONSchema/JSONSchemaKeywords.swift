import ContractModel

/// The keywords of the drafts 04 to 2020-12, and what lint needs to know of each.
enum JSONSchemaKeywords {
    static let all: Set<String> = Set(
        core + annotations + any + strings + numbers + objects + arrays + combining)

    static let core = [
        "$schema", "$id", "id", "$ref", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary",
        "$comment", "$defs", "definitions",
    ]
    static let annotations = [
        "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "format", "contentEncoding",
        "contentMediaType", "contentSchema",
    ]
    static let any = ["type", "enum", "const"]
    static let strings = ["maxLength", "minLength", "pattern"]
    static let numbers = ["multipleOf", "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum"]
    static let objects = [
        "properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "required", "propertyNames",
        "maxProperties", "minProperties", "dependencies", "dependentRequired", "dependentSchemas",
    ]
    static let arrays = [
        "items", "prefixItems", "additionalItems", "unevaluatedItems", "contains", "maxContains", "minContains", "maxItems",
        "minItems", "uniqueItems",
    ]
    static let combining = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"]

    /// Keywords whose schemas are met by a value together with what stands round them.
    static let holdParts = Set(combining + ["dependentSchemas", "dependencies", "contains", "propertyNames"])

    /// The types of which a keyword says something; nil for one that speaks of all.
    static func types(of keyword: String) -> (names: Set<String>, noun: String)? {
        if strings.contains(keyword) { return (["string"], "strings") }
        if numbers.contains(keyword) { return (["number", "integer"], "numbers") }
        if objects.contains(keyword) { return (["object"], "objects") }
        if arrays.contains(keyword) { return (["array"], "arrays") }
        return nil
    }

    /// Whether a keyword that asserts something was not there yet in a draft, or is no more.
    static func isMissing(_ keyword: String, in draft: JSONSchemaDraft) -> Bool {
        switch keyword {
        case "const", "contains", "propertyNames": draft < .draft6
        case "if", "then", "else": draft < .draft7
        case "dependentRequired", "dependentSchemas", "unevaluatedItems", "unevaluatedProperties", "maxContains", "minContains":
            draft < .draft2019
        case "prefixItems", "$dynamicRef": draft < .draft2020
        case "$recursiveRef": draft != .draft2019
        case "additionalItems": draft >= .draft2020
        default: false
        }
    }

    /// Words that other tools put into schemas, and that say nothing of values to a validator.
    static let ofTools: Set<String> = [
        "nullable", "discriminator", "xml", "externalDocs", "example", "javaType", "javaInterfaces", "existingJavaType", "tsType",
        "tsEnumNames", "enumNames", "enumDescriptions", "markdownDescription", "markdownEnumDescriptions", "defaultSnippets",
        "deprecationMessage", "errorMessage", "doNotSuggest", "allowTrailingCommas", "allowComments", "propertyOrder", "options",
        "self", "version", "links", "media", "base",
    ]

    static func isOfTools(_ keyword: String) -> Bool {
        ofTools.contains(keyword) || keyword.hasPrefix("x-") || keyword.hasPrefix("_") || keyword.contains { ".:/".contains($0) }
    }
}
