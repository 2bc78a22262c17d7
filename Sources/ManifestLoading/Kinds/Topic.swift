import Diagnostics
import MeshModel

let topicDescription = KindDescription(
    .topic, summary: "A topic: on which clusters, of what size, with which contract, and how long its records stay.",
    nameForm: .topicName, requiresOwner: true,
    example: """
        kind: Topic
        metadata:
          name: orders.created
          owner: team-checkout
          labels: { domain: orders, tier: gold }
        spec:
          clusters: [eu, us]
          partitions: 6
          key: { type: string }
          value: { contract: order-created }
          retention: { time: 7d, size: 10GiB }
        """,
    spec: ObjectDescription(
        "a topic",
        [
            FieldDescription(
                "clusters", clusterSelectionShape, fallback: "the mesh's one cluster, if there is just one", example: "[eu, us]",
                "On which clusters the topic is: their names, or the labels that they have."),
            FieldDescription("key", .object(payloadDescription), example: "{ type: string }", "What a record's key is."),
            FieldDescription(
                "value", .object(payloadDescription), example: "{ contract: order-created }", "What a record's value is."),
        ] + topicSettingFields))

/// Names, or `{ labels: … }`.
let clusterSelectionShape = ValueShape.either([
    .list(of: .text(.name), atLeast: 1),
    .object(
        ObjectDescription(
            "a selection of clusters",
            [
                FieldDescription(
                    "labels", .map(of: .text(.free), keys: "labels"), required: true, example: "{ region: eu }",
                    "Labels that a cluster must have, all of them.")
            ])),
])

private let payloadDescription = ObjectDescription(
    "a payload", exactlyOneOf: [["contract", "type"]],
    [
        FieldDescription(
            "type",
            .choice(
                [
                    ("string", "Text in UTF-8."), ("bytes", "Any bytes."), ("int", "A 32-bit integer, big-endian."),
                    ("long", "A 64-bit integer, big-endian."), ("short", "A 16-bit integer, big-endian."),
                    ("float", "A 32-bit IEEE 754 number."), ("double", "A 64-bit IEEE 754 number."),
                    ("boolean", "One byte, 0 or 1."),
                    ("uuid", "A UUID as text."), ("json", "JSON without a contract."),
                ].map { Choice($0.0, $0.1) }), example: "string", "A serialisation that needs no contract."),
        FieldDescription("contract", .text(.name), example: "order-created", "The Contract that it follows."),
        FieldDescription(
            "subject",
            .choice([
                Choice("topic-name", "`TOPIC-value` or `TOPIC-key`: what clients do unless told otherwise."),
                Choice("record-name", "The full name of the record: one history, wherever it is used."),
                Choice("topic-record-name", "`TOPIC-RECORD`: for topics with events of several types."),
            ]), fallback: "topic-name", example: "record-name", since: "0.2",
            "Under which subject the schema registry keeps the contract."),
    ])

func decodeTopic(_ spec: ManifestValue?, at range: SourceRange, diagnostics: inout [Diagnostic]) -> TopicSpec {
    TopicSpec(
        clusters: spec.flatMap { decodeClusterSelection($0["clusters"]) } ?? .onlyCluster(at: range),
        key: (spec?["key"]).flatMap(decodePayload), value: (spec?["value"]).flatMap(decodePayload),
        keySubject: spec?["key"]?.choice("subject"), valueSubject: spec?["value"]?.choice("subject"),
        settings: spec.map { decodeTopicSettings($0, diagnostics: &diagnostics) } ?? .init())
}

func decodeClusterSelection(_ value: ManifestValue?) -> ClusterSelection? {
    guard let value else { return nil }
    if let items = value.list {
        return .names(items.compactMap { item in item.text.map { Located($0, at: item.range) } })
    }
    return .labels(value.textMap("labels"), at: value.field("labels")?.nameRange ?? value.range)
}

private func decodePayload(_ value: ManifestValue) -> Located<PayloadType>? {
    if let contract = value.text("contract") { return contract.map(PayloadType.contract) }
    return value.text("type")?.map(PayloadType.plain)
}
