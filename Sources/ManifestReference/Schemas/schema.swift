import ManifestLoading

/// The JSON Schema of one kind of document.
func kindSchema(_ description: KindDescription) -> JSONValue {
    JSONValue.object(
        [
            ("$schema", "http://json-schema.org/draft-07/schema#"),
            ("$id", .string("https://heddle.dev/schemas/manifest/v1/\(description.kind.rawValue.lowercased()).schema.json")),
            ("title", .string("Heddle \(description.kind.rawValue)")), ("description", .string(description.summary)),
        ] + members(of: description.document) + [("definitions", .object(sharedDefinitions))])
}

/// The JSON Schema of any document: its `kind` decides.
func documentSchema() -> JSONValue {
    let kinds = ManifestKind.allCases
    let branches = kinds.map { kind in
        JSONValue.object([
            (
                "if",
                .object([
                    ("properties", .object([("kind", .object([("const", .string(kind.rawValue))]))])),
                    ("required", .array(["kind"])),
                ])
            ),
            ("then", .object([("$ref", .string("#/definitions/\(kind.rawValue)"))])),
        ])
    }
    let definitions = kinds.map { kind in
        (
            kind.rawValue,
            JSONValue.object([("description", .string(kind.description.summary))] + members(of: kind.description.document))
        )
    }
    let kindNames = JSONValue.object([
        ("enum", .array(kinds.map { .string($0.rawValue) })), ("description", "What is declared."),
    ])
    return .object([
        ("$schema", "http://json-schema.org/draft-07/schema#"),
        ("$id", "https://heddle.dev/schemas/manifest/v1/manifest.schema.json"), ("title", "Heddle manifest"), ("type", "object"),
        ("required", .array(["kind"])), ("properties", .object([("kind", kindNames)])), ("allOf", .array(branches)),
        ("definitions", .object(sharedDefinitions + definitions)),
    ])
}

/// Written in place of any scalar; its value is put in before anything is checked.
private let sharedDefinitions: [(String, JSONValue)] = [
    (
        "variable",
        .object([
            ("type", "string"), ("pattern", "\\$\\([^)]+\\)"),
            ("description", "Holds a variable, `$(name)`, of the Mesh document."),
        ])
    )
]

private let variable = JSONValue.object([("$ref", "#/definitions/variable")])

private func members(of object: ObjectDescription) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("type", "object"), ("additionalProperties", false)]
    let required = object.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    if !required.isEmpty { members.append(("required", .array(required))) }
    members.append(("properties", .object(object.fields.map { ($0.name, schema(of: $0)) })))
    var conditions: [JSONValue] = object.exactlyOneOf.map { group in
        .object([("oneOf", .array(group.map { .object([("required", .array([.string($0)]))]) }))])
    }
    for group in object.atMostOneOf {
        for (index, left) in group.enumerated() {
            for right in group[(index + 1)...] {
                conditions.append(.object([("not", .object([("required", .array([.string(left), .string(right)]))]))]))
            }
        }
    }
    if !conditions.isEmpty { members.append(("allOf", .array(conditions))) }
    return members
}

private func schema(of field: FieldDescription) -> JSONValue {
    guard case .object(let members) = schema(of: field.shape) else { return schema(of: field.shape) }
    var documentation = field.documentation
    if let fallback = field.fallback { documentation += " Where it is absent: \(fallback)." }
    return .object([("description", .string(documentation))] + members)
}

private func schema(of shape: ValueShape) -> JSONValue {
    switch shape {
    case .text(let form):
        guard let pattern = form.pattern else { return .object([("type", "string")]) }
        return anyOf([.object([("type", "string"), ("pattern", .string(pattern))]), variable])
    case .integer(let range):
        return anyOf([
            .object([("type", "integer"), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound))]),
            variable,
        ])
    case .boolean: return anyOf([.object([("type", "boolean")]), variable])
    case .duration(let unlimited): return amount("^([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?$", unlimited)
    case .size(let unlimited): return amount("^[0-9]+(B|[kKMGT]B|[KMGT]iB)$", unlimited)
    case .choice(let choices):
        return anyOf([.object([("enum", .array(choices.map { .string($0.value) }))]), variable])
    case .list(let item, let minimum):
        return .object(
            [("type", "array"), ("items", schema(of: item))] + (minimum > 0 ? [("minItems", .integer(Int64(minimum)))] : []))
    case .map(let item, _): return .object([("type", "object"), ("additionalProperties", schema(of: item))])
    case .object(let object): return .object(members(of: object))
    case .either(let shapes): return anyOf(shapes.map { schema(of: $0) })
    case .setting:
        let scalar = JSONValue.array(["string", "number", "boolean"])
        return anyOf([
            .object([("type", .array(["string", "number", "boolean", "null"]))]),
            .object([("type", "array"), ("items", .object([("type", scalar)]))]),
        ])
    case .secret: return .object(members(of: secretReference))
    case .anything: return .object([])
    }
}

private func amount(_ pattern: String, _ allowsUnlimited: Bool) -> JSONValue {
    anyOf(
        [
            .object([("type", "integer"), ("minimum", .integer(allowsUnlimited ? -1 : 0))]),
            .object([("type", "string"), ("minLength", 1), ("pattern", .string(pattern))]),
        ] + (allowsUnlimited ? [.object([("const", "unlimited")])] : []) + [variable])
}

private func anyOf(_ schemas: [JSONValue]) -> JSONValue {
    .object([("anyOf", .array(schemas))])
}
