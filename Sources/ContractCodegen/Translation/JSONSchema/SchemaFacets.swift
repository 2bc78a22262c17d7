import ContractModel
import LocatedJSON

/// A schema among those that a value must meet all at once.
struct SchemaPart: Hashable {
    var node: Int
    /// Its choices (`anyOf`, `oneOf`) have been made already.
    var isChosen = false
    /// Of what types the value is, as bits of `JSONSchemaTypes`; 0 for any.
    var only: UInt8 = 0
}

/// What several schemas say together, `$ref` and `allOf` followed.
struct SchemaFacets {
    var isFalse = false
    var types: JSONSchemaTypes?
    var properties: [(name: String, parts: [SchemaPart])] = []
    var required: [String] = []
    var additional: [SchemaPart] = []
    var isClosed = false
    var patterns: [SchemaPart] = []
    var prefix: [[SchemaPart]] = []
    var rest: [SchemaPart] = []
    var isArray = false
    var values: [JSONNode]?
    var format: String?
    var encoding: String?
    var choices: [(branches: [Int], source: JSONNode)] = []
    var checks: [JSONCheck] = []
    var isText = false
    var isNumber = false
    /// As written, the outermost first; annotations are read from here.
    var sources: [JSONNode] = []
    private var seen: Set<SchemaPart> = []

    init(_ parts: [SchemaPart], in schema: JSONSchema) {
        for part in parts { add(part, schema) }
        if required.count > 1 { required = Array(Set(required)).sorted() }
    }

    var isObject: Bool { !properties.isEmpty || !required.isEmpty || !additional.isEmpty || isClosed || !patterns.isEmpty }

    /// Whether it says what the value is, beyond `required` and bounds.
    var bearsShape: Bool {
        types != nil || values != nil || !properties.isEmpty || !additional.isEmpty || !patterns.isEmpty || isArray || !choices.isEmpty || isText || isNumber
            || format != nil
    }

    /// The type only, or nothing.
    var saysLittle: Bool { values == nil && !isObject && !isArray && format == nil && encoding == nil && checks.isEmpty }

    private mutating func add(_ part: SchemaPart, _ schema: JSONSchema) {
        guard seen.insert(part).inserted else { return }
        let node = schema.nodes[part.node]
        if node.constant == false { isFalse = true }
        if part.only != 0 { narrow(JSONSchemaTypes(rawValue: part.only)) }
        sources.append(node.source)
        func alike(_ node: Int) -> SchemaPart { SchemaPart(node: node, isChosen: part.isChosen, only: part.only) }
        if let name = node.source["format"]?.string, format == nil { format = name }
        if let name = node.source["contentEncoding"]?.string, encoding == nil, node.keyword("$ref") == nil { encoding = name }
        for keyword in node.keywords {
            switch keyword.rule {
            case .type(let types): narrow(types)
            case .constant(let value, _): narrow([value])
            case .enumeration(let enumeration): narrow(enumeration.values)
            case .members(let members): add(members)
            case .required(let names): required += names.filter { !required.contains($0) }
            case .elements(let elements): add(elements)
            case .reference(let target), .dynamicReference(let target, _): add(alike(target), schema)
            case .allOf(let all): for each in all { add(alike(each), schema) }
            case .anyOf(let branches), .oneOf(let branches):
                if !part.isChosen { choices.append((branches, node.source)) }
            default: addCheck(keyword.rule)
            }
        }
    }

    private mutating func narrow(_ other: JSONSchemaTypes) {
        var other = other
        if other.contains(.writtenInteger) { other.formUnion(.integer) }
        guard let types else { return types = other }
        var both = types.intersection(other)
        if (types.contains(.number) && other.contains(.integer)) || (types.contains(.integer) && other.contains(.number)) { both.insert(.integer) }
        self.types = both
    }

    private mutating func narrow(_ other: [JSONNode]) {
        values = values.map { $0.filter(other.contains) } ?? other
    }

    private mutating func add(_ members: JSONSchemaMembers) {
        for property in members.properties {
            let part = SchemaPart(node: property.schema)
            if let index = properties.firstIndex(where: { $0.name == property.name }) {
                if !properties[index].parts.contains(part) { properties[index].parts.append(part) }
            } else {
                properties.append((property.name, [part]))
            }
        }
        patterns += members.patterns.map { SchemaPart(node: $0.schema) }
        if let node = members.additional { additional.append(SchemaPart(node: node)) }
    }

    private mutating func add(_ elements: JSONSchemaElements) {
        isArray = true
        for (index, node) in elements.prefix.enumerated() {
            if index < prefix.count { prefix[index].append(SchemaPart(node: node)) } else { prefix.append([SchemaPart(node: node)]) }
        }
        if let node = elements.rest { rest.append(SchemaPart(node: node)) }
    }

    private mutating func addCheck(_ rule: JSONSchemaRule) {
        switch rule {
        case .minLength(let count): checks.append(.length(count, nil))
        case .maxLength(let count): checks.append(.length(0, count))
        case .minItems(let count): checks.append(.count(count, nil))
        case .maxItems(let count): checks.append(.count(0, count))
        case .uniqueItems: checks.append(.unique)
        case .minimum(let number): checks.append(.bound("from", number.text))
        case .maximum(let number): checks.append(.bound("to", number.text))
        case .exclusiveMinimum(let number): checks.append(.bound("above", number.text))
        case .exclusiveMaximum(let number): checks.append(.bound("below", number.text))
        case .multipleOf(let number): checks.append(.multiple(number.text))
        case .pattern: isText = true
        default: break
        }
        switch rule {
        case .minLength, .maxLength: isText = true
        case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf: isNumber = true
        case .minItems, .maxItems, .uniqueItems, .contains: isArray = true
        default: break
        }
    }
}

extension JSONSchemaTypes {
    static let kinds: [JSONSchemaTypes] = [.object, .array, .string, .integer, .number, .boolean]

    /// Those that are told apart by their first byte; a whole number is a number where both may stand.
    var distinct: [JSONSchemaTypes] {
        Self.kinds.filter { kind in contains(kind) && !(kind == .integer && contains(.number)) }
    }
}
