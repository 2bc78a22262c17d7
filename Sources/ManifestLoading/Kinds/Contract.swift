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
                    Choice("avro", "Apache Avro 1.12."), Choice("json-schema", "JSON Schema. Not available yet."),
                    Choice("protobuf", "Protocol Buffers. Not available yet."), Choice("xsd", "XML Schema. Not available yet."),
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
                "compatibility", .choice(compatibilityChoices), fallback: "backward", example: "backward-transitive",
                "Which changes of the schema are allowed."),
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
            "The full name by which the schema speaks of the type."),
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
    guard let spec, let format: Located<ContractSpec.Format> = spec.choice("format") else { return nil }
    if format.value != .avro {
        diagnostics.append(
            Diagnostic(
                code: "contract/format-not-available", "the format '\(format.value.rawValue)' is not available in this version",
                at: format.range, suggestion: "use 'avro'"))
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
        classification: classification, classificationKeys: classificationKeys,
        deprecation: spec["deprecation"].map { .init(message: $0.text("message"), replacedBy: $0.text("replacedBy")) })
}

private func decodeReference(_ value: ManifestValue) -> ContractSpec.Reference? {
    guard let name = value.text("name"), let contract = value.text("contract") else { return nil }
    return ContractSpec.Reference(name: name, contract: contract)
}
