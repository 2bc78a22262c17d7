import ContractModel
import Determinism
import Diagnostics
import MeshModel

let contractDescription = KindDescription(
    .contract, summary: "The schema of an event, and how it may change.", requiresOwner: true,
    example: """
        kind: Contract
        metadata: { name: order-created, owner: team-checkout }
        spec:
          format: avro
          file: ../contracts/order-created.avsc
          compatibility: backward-transitive
          classification: { customerId: pseudonym, shippingAddress: pii }
        """,
    spec: ObjectDescription(
        "a contract", exactlyOneOf: [["file", "schema"]],
        [
            FieldDescription(
                "format",
                .choice([
                    Choice("avro", "Apache Avro 1.12."), Choice("json-schema", "JSON Schema, drafts 4 to 2020-12."),
                    Choice("protobuf", "Protocol Buffers: proto2, proto3 and editions."), Choice("xsd", "XML Schema 1.0."),
                ]), required: true, example: "avro", "The schema language."),
            FieldDescription(
                "file", .text(.path), example: "../contracts/order-created.avsc",
                "The schema's file, relative to the manifest's folder."),
            FieldDescription(
                "schema", .text(.nonEmpty), example: "'{ \"type\": \"string\" }'",
                "The schema itself, for short ones: a block of text after `|`."),
            FieldDescription(
                "references", .list(of: .object(referenceDescription), atLeast: 0),
                example: "[{ name: com.example.Address, contract: address }]", "Other contracts whose types the schema speaks of."
            ),
            FieldDescription(
                "message", .text(.nonEmpty), fallback: "the file's first message", example: "shop.v1.OrderCreated", since: "0.2",
                "Of a Protobuf contract: the full name of the message that an event is."),
            FieldDescription(
                "compatibility", .choice(compatibilityChoices), fallback: "backward", example: "backward-transitive",
                "Which changes of the schema are allowed."),
            FieldDescription(
                "level", .choice(levelChoices), fallback: "wire", example: "wire-json", since: "0.2",
                "Of a Protobuf contract: what has to go on working when it changes."),
            FieldDescription(
                "exceptions", .list(of: .object(exceptionDescription), atLeast: 0),
                example: "[{ rule: avro/field-added-without-default, reason: agreed with billing, expires: 2026-12-31 }]", since: "0.2",
                "Breaking changes that were agreed upon: `heddle check` lets them pass until they expire."),
            FieldDescription(
                "classification",
                .map(of: .choice(classificationChoices), keys: "field paths"),
                example: "{ customerId: pseudonym, shippingAddress: pii }",
                "How delicate fields are, by path: `customer.address.street`. Fields of list items and map values are named without an index."
            ),
            FieldDescription(
                "deprecation", .object(deprecationDescription),
                example: "{ message: use order-placed, replacedBy: order-placed }",
                "Marks the contract as one that new uses should avoid."),
        ]))

private let compatibilityChoices = [
    Choice("none", "Any change."), Choice("backward", "A new schema reads what the last one wrote."),
    Choice("backward-transitive", "A new schema reads what any earlier one wrote."),
    Choice("forward", "The last schema reads what a new one writes."),
    Choice("forward-transitive", "Every earlier schema reads what a new one writes."), Choice("full", "Backward and forward."),
    Choice("full-transitive", "Backward and forward, with every earlier schema."),
]

private let levelChoices = [
    Choice("wire", "Binary data."), Choice("wire-json", "Binary data and the JSON mapping."),
    Choice("source", "Programs that were written against generated code."),
]

private let exceptionDescription = ObjectDescription(
    "an exception",
    [
        FieldDescription(
            "rule", .text(.nonEmpty), required: true, example: "avro/field-added-without-default", since: "0.2",
            "The rule that it silences, as `heddle check` names it."),
        FieldDescription(
            "path", .text(.free), fallback: "wherever the rule finds something", example: "/fields/2", since: "0.2",
            "Only there, as `heddle check` writes the place."),
        FieldDescription(
            "reason", .text(.nonEmpty), required: true, example: "agreed with billing, who read no orders before May", since: "0.2",
            "Why the change is no danger, for those who read it later."),
        FieldDescription(
            "expires", .text(.date), required: true, example: "2026-12-31", since: "0.2",
            "The last day on which it holds."),
    ])

private let classificationChoices = [
    Choice("public", "Anyone may see it."), Choice("internal", "Anyone in the house may see it."),
    Choice("confidential", "Some in the house may see it."),
    Choice("pseudonym", "Stands for a person, who can be found with more knowledge."), Choice("pii", "Tells who a person is."),
    Choice("secret", "Nobody may see it who does not work on it."),
]

private let referenceDescription = ObjectDescription(
    "a reference",
    [
        FieldDescription(
            "name", .text(.nonEmpty), required: true, example: "com.example.Address",
            "The name by which the schema speaks of it: a type's full name in Avro, the URI of a `$ref` in JSON Schema, the path of an `import` in Protobuf, a `schemaLocation` in XSD."),
        FieldDescription("contract", .text(.name), required: true, example: "address", "The Contract that defines it."),
    ])

private let deprecationDescription = ObjectDescription(
    "a deprecation",
    [
        FieldDescription("message", .text(.free), example: "use order-placed", "Why, and what to do."),
        FieldDescription("replacedBy", .text(.name), example: "order-placed", "The Contract to use instead."),
    ])

/// - Parameter read: the file at a path relative to the manifest's folder.
func decodeContract(
    _ spec: ManifestValue?, named name: String, read: (_ path: Located<String>, _ diagnostics: inout [Diagnostic]) -> SourceFile?,
    diagnostics: inout [Diagnostic]
) -> ContractSpec? {
    guard let spec, let format: Located<ContractFormat> = spec.choice("format") else { return nil }
    if format.value != .protobuf {
        for field in spec.fields where ["message", "level"].contains(field.name) {
            diagnostics.append(
                Diagnostic(
                    code: "contract/field-not-for-format", "'\(field.name)' means nothing for the format '\(format.value.rawValue)'",
                    at: field.nameRange, suggestion: "remove it"))
        }
    }
    let schema: SourceFile?
    let schemaRange: SourceRange
    if let file = spec.text("file"), let range = file.range {
        schema = read(file, &diagnostics)
        schemaRange = range
    } else if let inline = spec["schema"], let text = inline.text {
        schema = SourceFile(path: "\(inline.range.file.path) (schema of \(name))", text: text)
        schemaRange = inline.range
    } else {
        return nil
    }
    var classification: [String: Located<ContractSpec.Classification>] = [:]
    var classificationKeys: [String: SourceRange] = [:]
    for field in spec["classification"]?.fields ?? [] {
        guard let text = field.value.text, let word = ContractSpec.Classification(rawValue: text) else { continue }
        classification[field.name] = Located(word, at: field.value.range)
        classificationKeys[field.name] = field.nameRange
    }
    return ContractSpec(
        format: format, schema: schema, schemaRange: schemaRange, isInline: spec.field("schema") != nil,
        references: (spec["references"]?.list ?? []).compactMap(decodeReference), compatibility: spec.choice("compatibility"),
        level: spec.choice("level"), message: spec.text("message"), exceptions: (spec["exceptions"]?.list ?? []).compactMap(decodeException),
        classification: classification, classificationKeys: classificationKeys,
        deprecation: spec["deprecation"].map { .init(message: $0.text("message"), replacedBy: $0.text("replacedBy")) })
}

private func decodeReference(_ value: ManifestValue) -> ContractSpec.Reference? {
    guard let name = value.text("name"), let contract = value.text("contract") else { return nil }
    return ContractSpec.Reference(name: name, contract: contract)
}

private func decodeException(_ value: ManifestValue) -> ContractSpec.Exception? {
    guard let rule = value.text("rule"), let reason = value.text("reason"), let expires = value.text("expires"),
        let day = CalendarDate(parsing: expires.value)
    else { return nil }
    return ContractSpec.Exception(rule: rule, path: value.text("path"), reason: reason, expires: Located(day, at: expires.range))
}
