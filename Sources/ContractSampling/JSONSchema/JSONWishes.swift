import ContractModel
import LocatedJSON

/// All that schemas ask of one value at once.
struct JSONWishes {
    var isImpossible = false
    /// Nil where no `type` says.
    var types: JSONSchemaTypes?
    var choices: [[JSONNode]] = []
    var bounds: [JSONSchemaRule] = []
    var divisors: [JSONNumber] = []
    var minLength = 0
    var maxLength = Int.max
    var patterns: [ECMARegex] = []
    var format: String?
    var minItems = 0
    var maxItems = Int.max
    var isUnique = false
    var elements: [JSONSchemaElements] = []
    var contains: [JSONSchemaContains] = []
    var minProperties = 0
    var maxProperties = Int.max
    private(set) var required: [String] = []
    private var isRequired: Set<String> = []
    var members: [JSONSchemaMembers] = []
    var propertyNames: [Int] = []
    var dependencies: [JSONSchemaDependency] = []
    var dependentSchemas: [JSONSchemaProperty] = []
    /// What `unevaluatedProperties` and `unevaluatedItems` say of what nobody else speaks of.
    var unevaluatedMembers: [Int] = []
    var unevaluatedItems: [Int] = []

    mutating func add(_ rule: JSONSchemaRule) {
        switch rule {
        case .type(let listed): types = types.map { $0.narrowed(by: listed) } ?? listed
        case .constant(let value, _): choices.append([value])
        case .enumeration(let enumeration): choices.append(enumeration.values)
        case .multipleOf(let divisor): divisors.append(divisor)
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: bounds.append(rule)
        case .minLength(let count): minLength = max(minLength, count)
        case .maxLength(let count): maxLength = min(maxLength, count)
        case .pattern(let regex): patterns.append(regex)
        case .format(let named): format = named.rawValue
        case .minItems(let count): minItems = max(minItems, count)
        case .maxItems(let count): maxItems = min(maxItems, count)
        case .uniqueItems: isUnique = true
        case .elements(let listed): elements.append(listed)
        case .contains(let wanted): contains.append(wanted)
        case .minProperties(let count): minProperties = max(minProperties, count)
        case .maxProperties(let count): maxProperties = min(maxProperties, count)
        case .required(let names): for name in names where isRequired.insert(name).inserted { required.append(name) }
        case .members(let listed): members.append(listed)
        case .propertyNames(let schema): propertyNames.append(schema)
        case .dependentRequired(let listed): dependencies += listed
        case .dependentSchemas(let listed): dependentSchemas += listed
        case .dependencies(let names, let schemas):
            dependencies += names
            dependentSchemas += schemas
        case .unevaluatedProperties(let schema): unevaluatedMembers.append(schema)
        case .unevaluatedItems(let schema): unevaluatedItems.append(schema)
        case .content, .reference, .dynamicReference, .allOf, .anyOf, .oneOf, .not, .conditional: break
        }
    }

    func requires(_ name: String) -> Bool { isRequired.contains(name) }

    /// The kinds of value that the keywords speak of, where `type` leaves it open.
    var spokenOf: JSONSchemaTypes {
        var spoken: JSONSchemaTypes = []
        if !bounds.isEmpty || !divisors.isEmpty { spoken.insert(.number) }
        if minLength > 0 || maxLength < .max || !patterns.isEmpty || format != nil { spoken.insert(.string) }
        if minItems > 0 || maxItems < .max || isUnique || !elements.isEmpty || !contains.isEmpty || !unevaluatedItems.isEmpty {
            spoken.insert(.array)
        }
        if minProperties > 0 || maxProperties < .max || !required.isEmpty || !members.isEmpty || !propertyNames.isEmpty
            || !dependencies.isEmpty || !dependentSchemas.isEmpty || !unevaluatedMembers.isEmpty
        {
            spoken.insert(.object)
        }
        return spoken
    }

    func allows(_ number: JSONNumber) -> Bool {
        for bound in bounds {
            switch bound {
            case .minimum(let least): if number < least { return false }
            case .maximum(let most): if most < number { return false }
            case .exclusiveMinimum(let least): if !(least < number) { return false }
            case .exclusiveMaximum(let most): if !(number < most) { return false }
            default: break
            }
        }
        return divisors.allSatisfy { number.isMultiple(of: $0) }
    }
}

extension JSONSchemaTypes {
    /// What both allow: an integer is a number.
    fileprivate func narrowed(by other: JSONSchemaTypes) -> JSONSchemaTypes {
        var both = intersection(other)
        let integers: JSONSchemaTypes = [.integer, .writtenInteger]
        if contains(.number) { both.formUnion(other.intersection(integers)) }
        if other.contains(.number) { both.formUnion(intersection(integers)) }
        return both
    }
}
