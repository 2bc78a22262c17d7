import ContractModel
import LocatedJSON

/// Which of the two versions a schema belongs to.
enum SchemaVersion: Int, Sendable, Hashable {
    case old, new

    var other: SchemaVersion { self == .old ? .new : .old }
}

/// A schema in the form in which two are compared: demands that all hold at once. No demand at all is the schema `true`.
struct SchemaShape {
    let version: SchemaVersion
    /// The schema as written, for annotations and ranges; nil for one demand out of several.
    let source: JSONNode?
    /// For ranges.
    let origin: JSONNode
    let isNever: Bool
    let demands: [SchemaDemand]
}

/// One demand. Schemas in it are indices into the nodes of their `JSONSchema`.
enum SchemaDemand {
    /// `type` and the keywords that look at values of one type.
    case value(ValueDemand)
    /// `enum` and `const`.
    case oneOfValues(AllowedValues)
    case combined(CombinedCriterion, [Int])
    case not(Int)
    case conditional(if: Int, then: Int?, else: Int?)
    /// A reference beside other keywords.
    case reference(Int)
    /// What a dynamic reference leads to depends on the way to it.
    case undecidable

    var kind: Kind {
        switch self {
        case .value: .value
        case .oneOfValues: .oneOfValues
        case .combined(let criterion, _): .combined(criterion)
        case .not: .not
        case .conditional: .conditional
        case .reference: .reference
        case .undecidable: .undecidable
        }
    }

    enum Kind: Hashable {
        case value, oneOfValues, not, conditional, reference, undecidable
        case combined(CombinedCriterion)
    }
}

enum CombinedCriterion: String, Sendable, Hashable {
    case allOf, anyOf, oneOf
}

/// The values of `enum`, less those that a `const` beside it leaves out.
struct AllowedValues {
    var values: [JSONNode]
    var keyword: String
}

struct ValueKinds: OptionSet, Hashable {
    let rawValue: UInt8

    static let null = Self(rawValue: 1)
    static let boolean = Self(rawValue: 2)
    static let object = Self(rawValue: 4)
    static let array = Self(rawValue: 8)
    static let number = Self(rawValue: 16)
    static let string = Self(rawValue: 32)
    static let all: Self = [.null, .boolean, .object, .array, .number, .string]

    var each: [ValueKinds] { [.null, .boolean, .object, .array, .number, .string].filter { contains($0) } }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(of node: JSONNode) {
        self =
            switch node.kind {
            case .null: .null
            case .bool: .boolean
            case .object: .object
            case .array: .array
            case .number: .number
            case .string: .string
            }
    }
}

/// What is asked of values by their type. A type whose rules are nil is free.
final class ValueDemand {
    var kinds: ValueKinds = .all
    /// Whether `type` stands there.
    var isTyped = false
    /// As `type` has it, to be told.
    var typeText = "any type"
    var string: StringDemand?
    var number: NumberDemand?
    var object: ObjectDemand?
    var array: ArrayDemand?

    init() {}

    init(copying other: ValueDemand) {
        (kinds, isTyped, typeText) = (other.kinds, other.isTyped, other.typeText)
        (string, number, object, array) = (other.string, other.number, other.object, other.array)
    }
}

struct StringDemand {
    var minLength: Int?
    var maxLength: Int?
    var pattern: String?
    var format: String?
    /// `contentEncoding` and `contentMediaType`.
    var content: [String: String] = [:]
}

/// How whole a number must be, the widest last.
enum NumberGrain: Int, Comparable {
    /// draft-04's: 1.0 is none.
    case writtenInteger
    case integer
    case any

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

struct NumberDemand {
    var grain = NumberGrain.any
    var minimum: JSONNumber?
    var maximum: JSONNumber?
    var exclusiveMinimum: JSONNumber?
    var exclusiveMaximum: JSONNumber?
    var multipleOf: JSONNumber?
    var format: String?
}

/// What an object or array may hold beside what is named.
enum RestOfContent {
    case open
    case closed
    case held(to: Int)
}

struct ObjectDemand {
    var minProperties: Int?
    var maxProperties: Int?
    var required: [String] = []
    var properties: [JSONSchemaProperty] = []
    var patterns: [(pattern: ECMARegex, schema: Int)] = []
    var rest = RestOfContent.open
    /// `additionalProperties` or `unevaluatedProperties`: which of them decides the rest; the former where none stands.
    var restKeyword = "additionalProperties"
    /// The schemas applied to the same object whose properties do not count as rest; empty where these do not matter.
    var evaluatedBy: [Int] = []
    var propertyNames: Int?
    var requiredDependencies: [JSONSchemaDependency] = []
    var schemaDependencies: [JSONSchemaProperty] = []
    var requiredDependencyKeyword = "dependencies"
    var schemaDependencyKeyword = "dependencies"
}

struct ArrayDemand {
    var minItems: Int?
    var maxItems: Int?
    var isUnique = false
    var prefix: [Int] = []
    var prefixKeyword = "items"
    var rest = RestOfContent.open
    var restKeyword = "items"
    var evaluatedBy: [Int] = []
    var contains: JSONSchemaContains?
}
