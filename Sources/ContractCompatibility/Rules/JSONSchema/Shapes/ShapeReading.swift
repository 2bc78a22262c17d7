import ContractModel
import LocatedJSON

/// Reads the demands of one schema.
struct ShapeReading {
    private let node: JSONSchemaNode
    private let isModern: Bool
    private let followsDynamic: Bool
    private let value = ValueDemand()
    private var string = StringDemand()
    private var number = NumberDemand()
    private var object = ObjectDemand()
    private var array = ArrayDemand()
    private var touched: ValueKinds = []
    private var values: AllowedValues?
    private var others: [SchemaDemand] = []
    private var hasRestOfProperties = false
    private var hasRestOfItems = false

    init(node: JSONSchemaNode, isModern: Bool, followsDynamic: Bool) {
        self.node = node
        self.isModern = isModern
        self.followsDynamic = followsDynamic
    }

    /// - Returns: nil where no value can meet the schema, as far as `const` and `enum` tell.
    mutating func read() -> [SchemaDemand]? {
        for keyword in node.keywords { read(keyword) }
        readAnnotations()
        readApplicators()
        if let values, values.values.isEmpty { return nil }
        var demands: [SchemaDemand] = []
        if value.isTyped || !touched.isEmpty {
            if touched.contains(.string) { value.string = string }
            if touched.contains(.number) { value.number = number }
            if touched.contains(.object) { value.object = object }
            if touched.contains(.array) { value.array = array }
            demands.append(.value(value))
        }
        if let values { demands.append(.oneOfValues(values)) }
        return demands + others
    }

    /// Where a reference leads; nil for what is none, or leads nobody knows where.
    static func target(of rule: JSONSchemaRule, followsDynamic: Bool) -> Int? {
        switch rule {
        case .reference(let target): target
        case .dynamicReference(let target, _): followsDynamic ? target : nil
        default: nil
        }
    }

    private mutating func read(_ keyword: JSONSchemaKeyword) {
        switch keyword.rule {
        case .type(let types): read(types)
        case .constant(let constant, _): allow([constant], by: "const")
        case .enumeration(let enumeration): allow(enumeration.values, by: "enum")
        case .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: readNumber(keyword.rule)
        case .minLength(let count):
            string.minLength = count > 0 ? count : nil
            touched.insert(.string)
        case .maxLength(let count):
            string.maxLength = count
            touched.insert(.string)
        case .pattern(let regex):
            string.pattern = regex.pattern
            touched.insert(.string)
        case .format, .content: break
        case .minItems, .maxItems, .uniqueItems, .elements, .contains, .unevaluatedItems: readArray(keyword.rule)
        case .minProperties, .maxProperties, .required, .dependentRequired, .members, .propertyNames, .dependentSchemas,
            .dependencies, .unevaluatedProperties:
            readObject(keyword)
        case .reference, .dynamicReference:
            let target = Self.target(of: keyword.rule, followsDynamic: followsDynamic)
            others.append(target.map { .reference($0) } ?? .undecidable)
        case .allOf(let branches): others.append(.combined(.allOf, branches))
        case .anyOf(let branches): others.append(.combined(.anyOf, branches))
        case .oneOf(let branches): others.append(.combined(.oneOf, branches))
        case .not(let schema): others.append(.not(schema))
        case .conditional(let condition, let then, let otherwise):
            if then != nil || otherwise != nil { others.append(.conditional(if: condition, then: then, else: otherwise)) }
        }
    }

    private mutating func read(_ types: JSONSchemaTypes) {
        value.isTyped = true
        value.typeText = types.names.joined(separator: " or ")
        value.kinds = []
        let kinds: [(JSONSchemaTypes, ValueKinds)] = [
            (.null, .null), (.boolean, .boolean), (.object, .object), (.array, .array), (.string, .string), (.number, .number),
            (.integer, .number), (.writtenInteger, .number),
        ]
        for (type, kind) in kinds where types.contains(type) { value.kinds.insert(kind) }
        guard value.kinds.contains(.number), !types.contains(.number) else { return }
        number.grain = types.contains(.integer) ? .integer : .writtenInteger
        touched.insert(.number)
    }

    private mutating func allow(_ listed: [JSONNode], by keyword: String) {
        guard let before = values else {
            values = AllowedValues(values: listed, keyword: keyword)
            return
        }
        let both = Set(listed)
        values?.values = before.values.filter(both.contains)
    }

    private mutating func readNumber(_ rule: JSONSchemaRule) {
        touched.insert(.number)
        switch rule {
        case .multipleOf(let divisor): number.multipleOf = divisor
        case .minimum(let bound): number.minimum = bound
        case .maximum(let bound): number.maximum = bound
        case .exclusiveMinimum(let bound): number.exclusiveMinimum = bound
        case .exclusiveMaximum(let bound): number.exclusiveMaximum = bound
        default: break
        }
    }

    private mutating func readArray(_ rule: JSONSchemaRule) {
        touched.insert(.array)
        switch rule {
        case .minItems(let count): array.minItems = count > 0 ? count : nil
        case .maxItems(let count): array.maxItems = count
        case .uniqueItems: array.isUnique = true
        case .contains(let contains): array.contains = contains
        case .elements(let elements):
            array.prefix = elements.prefix
            if node.source["prefixItems"] != nil { array.prefixKeyword = "prefixItems" }
            if node.source["additionalItems"] != nil, !elements.prefix.isEmpty { array.restKeyword = "additionalItems" }
            if let rest = elements.rest {
                hasRestOfItems = true
                array.rest = restOfContent(rest, member: array.restKeyword)
            }
        case .unevaluatedItems(let rest) where !hasRestOfItems:
            array.rest = restOfContent(rest, member: "unevaluatedItems")
            array.restKeyword = "unevaluatedItems"
        default: break
        }
    }

    private mutating func readObject(_ keyword: JSONSchemaKeyword) {
        touched.insert(.object)
        switch keyword.rule {
        case .minProperties(let count): object.minProperties = count > 0 ? count : nil
        case .maxProperties(let count): object.maxProperties = count
        case .required(let names): object.required = names
        case .propertyNames(let schema): object.propertyNames = schema
        case .members(let members):
            object.properties = members.properties
            object.patterns = members.patterns
            if let rest = members.additional {
                hasRestOfProperties = true
                object.rest = restOfContent(rest, member: "additionalProperties")
            }
        case .unevaluatedProperties(let rest) where !hasRestOfProperties:
            object.rest = restOfContent(rest, member: "unevaluatedProperties")
            object.restKeyword = "unevaluatedProperties"
        case .dependentRequired(let dependencies):
            object.requiredDependencies += dependencies
            object.requiredDependencyKeyword = keyword.name
        case .dependentSchemas(let dependencies):
            object.schemaDependencies += dependencies
            object.schemaDependencyKeyword = keyword.name
        case .dependencies(let names, let schemas):
            object.requiredDependencies += names
            object.schemaDependencies += schemas
        default: break
        }
    }

    private func restOfContent(_ schema: Int, member: String) -> RestOfContent {
        switch node.source[member]?.content {
        case .bool(true): .open
        case .bool(false): .closed
        case .object(let members) where members.isEmpty: .open
        default: .held(to: schema)
        }
    }

    /// `format` and what a string's content is are annotations by default, but those who read the data rely on them.
    private mutating func readAnnotations() {
        // Up to draft-07 what stands beside `$ref` says nothing.
        guard isModern || node.source["$ref"] == nil else { return }
        if let format = node.source["format"]?.string {
            if value.isTyped, value.kinds.contains(.number) {
                number.format = format
                touched.insert(.number)
            }
            if !value.isTyped || value.kinds.contains(.string) {
                string.format = format
                touched.insert(.string)
            }
        }
        for keyword in ["contentEncoding", "contentMediaType"] where !value.isTyped || value.kinds.contains(.string) {
            guard let text = node.source[keyword]?.string else { continue }
            string.content[keyword] = text
            touched.insert(.string)
        }
    }

    static func hasAnnotationsThatCount(_ node: JSONSchemaNode) -> Bool {
        ["format", "contentEncoding", "contentMediaType"].contains { node.source[$0] != nil }
    }

    private mutating func readApplicators() {
        let applied = node.keywords.flatMap { SchemaReach.inPlace($0.rule) }
        if object.restKeyword == "unevaluatedProperties" { object.evaluatedBy = applied }
        guard array.restKeyword == "unevaluatedItems" else { return }
        array.evaluatedBy = applied
        if let contains = array.contains { array.evaluatedBy.append(contains.schema) }
    }
}
