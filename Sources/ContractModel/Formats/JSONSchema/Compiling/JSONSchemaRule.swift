import LocatedJSON

/// What a keyword asks of a value. Schemas are indices into the nodes of the `JSONSchema`.
package enum JSONSchemaRule: Sendable {
    case type(JSONSchemaTypes)
    /// `cost` is what comparing takes, in values.
    case constant(JSONNode, cost: Int)
    case enumeration(JSONSchemaEnumeration)

    case multipleOf(JSONNumber)
    case minimum(JSONNumber)
    case maximum(JSONNumber)
    case exclusiveMinimum(JSONNumber)
    case exclusiveMaximum(JSONNumber)

    /// In Unicode scalars.
    case minLength(Int)
    case maxLength(Int)
    case pattern(ECMARegex)
    case format(JSONSchemaFormat)
    case content(JSONSchemaContent)

    case minItems(Int)
    case maxItems(Int)
    case uniqueItems
    case elements(JSONSchemaElements)
    case contains(JSONSchemaContains)

    case minProperties(Int)
    case maxProperties(Int)
    case required([String])
    case dependentRequired([JSONSchemaDependency])
    case members(JSONSchemaMembers)
    case propertyNames(Int)

    case reference(Int)
    /// To the outermost resource passed that has the dynamic anchor; else to the node.
    case dynamicReference(Int, anchor: String)
    case allOf([Int])
    case anyOf([Int])
    case oneOf([Int])
    case not(Int)
    case conditional(if: Int, then: Int?, else: Int?)
    case dependentSchemas([JSONSchemaProperty])
    /// Both kinds, as `dependencies` may mix them.
    case dependencies([JSONSchemaDependency], [JSONSchemaProperty])

    case unevaluatedProperties(Int)
    case unevaluatedItems(Int)

    static let lastRank = 4

    /// When it is evaluated, among others: first what one look decides, then what walks, then what follows other schemas,
    /// last what must know which members the others have seen.
    var rank: Int {
        switch self {
        case .type, .minItems, .maxItems, .minProperties, .maxProperties, .required: 0
        case .constant, .enumeration, .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .minLength,
            .maxLength,
            .pattern, .format, .content, .dependentRequired:
            1
        case .elements, .members, .propertyNames, .uniqueItems: 2
        case .reference, .dynamicReference, .allOf, .anyOf, .oneOf, .not, .conditional, .dependentSchemas, .dependencies,
            .contains:
            3
        case .unevaluatedProperties, .unevaluatedItems: Self.lastRank
        }
    }
}

package struct JSONSchemaTypes: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let null = Self(rawValue: 1)
    package static let boolean = Self(rawValue: 2)
    package static let object = Self(rawValue: 4)
    package static let array = Self(rawValue: 8)
    package static let number = Self(rawValue: 16)
    package static let string = Self(rawValue: 32)
    package static let integer = Self(rawValue: 64)
    /// draft-04's integer: one written without a fraction, so that 1.0 is none.
    package static let writtenInteger = Self(rawValue: 128)

    static let names: [(name: String, type: Self)] = [
        ("object", .object), ("array", .array), ("string", .string), ("integer", .integer), ("number", .number),
        ("boolean", .boolean),
        ("null", .null),
    ]

    /// The names in an order that reads well: `["string", "null"]`.
    package var names: [String] {
        Self.names.filter { contains($0.type) || ($0.type == .integer && contains(.writtenInteger)) }.map(\.name)
    }

    func holds(_ node: JSONNode) -> Bool {
        switch node.content {
        case .null: contains(.null)
        case .bool: contains(.boolean)
        case .object: contains(.object)
        case .array: contains(.array)
        case .string: contains(.string)
        case .number(let number):
            contains(.number) || (contains(.integer) && number.isWhole) || (contains(.writtenInteger) && number.isWrittenWhole)
        }
    }
}

/// The values of `enum`.
package final class JSONSchemaEnumeration: Sendable {
    package let values: [JSONNode]
    /// Where there are many.
    private let hashed: Set<JSONNode>?
    /// What comparing takes, in values.
    let cost: Int

    init(_ values: [JSONNode]) {
        self.values = values
        hashed = values.count > 12 ? Set(values) : nil
        cost = hashed == nil ? values.reduce(0) { $0 + nodeCount($1) } : 1
    }

    /// Whether finding a value means to walk through it.
    var isHashed: Bool { hashed != nil }

    func contains(_ node: JSONNode) -> Bool { hashed?.contains(node) ?? values.contains(node) }
}

/// Values within a value, itself counted.
func nodeCount(_ node: JSONNode) -> Int {
    switch node.content {
    case .array(let elements): elements.reduce(1) { $0 + nodeCount($1) }
    case .object(let members): members.reduce(1) { $0 + nodeCount($1.value) }
    default: 1
    }
}

package struct JSONSchemaDependency: Sendable, Hashable {
    package let name: String
    package let required: [String]
}

package struct JSONSchemaProperty: Sendable, Hashable {
    package let name: String
    package let schema: Int
}

/// `properties`, `patternProperties` and `additionalProperties`.
package final class JSONSchemaMembers: Sendable {
    package let properties: [JSONSchemaProperty]
    package let patterns: [(pattern: ECMARegex, schema: Int)]
    package let additional: Int?
    private let byName: [ExactText: Int]

    init(properties: [JSONSchemaProperty], patterns: [(pattern: ECMARegex, schema: Int)], additional: Int?) {
        self.properties = properties
        self.patterns = patterns
        self.additional = additional
        byName = properties.count <= 6 ? [:] : Dictionary(properties.map { (ExactText($0.name), $0.schema) }) { _, last in last }
    }

    package func property(_ name: String) -> Int? {
        if properties.count > 6 { return byName[ExactText(name)] }
        for property in properties where property.name.isSameText(as: name) { return property.schema }
        return nil
    }
}

/// `prefixItems` and `items`, or `items` and `additionalItems` as they were called up to 2019-09.
package struct JSONSchemaElements: Sendable, Hashable {
    package let prefix: [Int]
    /// For the elements behind the prefix.
    package let rest: Int?
}

/// `contains`, `minContains` and `maxContains`.
package struct JSONSchemaContains: Sendable, Hashable {
    package let schema: Int
    package let minimum: Int
    package let maximum: Int?
    /// Whether an element that matches counts as evaluated: from 2020-12 on.
    let evaluates: Bool
}

/// `contentEncoding` and `contentMediaType`, where they are asserted.
package struct JSONSchemaContent: Sendable, Hashable {
    package let encoding: String?
    package let mediaType: String?
}
