import Diagnostics
import MeshModel

let applicationDescription = KindDescription(
    .application,
    summary: "A service: what it produces and consumes. Its rules, its retry topics and its dead-letter topics follow from this.",
    requiresOwner: true,
    example: """
        kind: Application
        metadata: { name: checkout, owner: team-checkout }
        spec:
          principal: checkout
          produces:
            - { topic: orders.created, idempotent: true }
          consumes:
            - topic: payments.settled
              group: checkout
              retry: { attempts: 5, backoff: { initial: 1s, max: 5m } }
              deadLetter: { retention: 30d }
        """,
    spec: ObjectDescription(
        "an application",
        [
            FieldDescription(
                "principal", .text(.name), required: true, example: "checkout", "The Principal as which it connects."),
            FieldDescription(
                "produces", .list(of: .object(productionDescription), atLeast: 0), example: "[{ topic: orders.created }]",
                "The topics that it writes to."),
            FieldDescription(
                "consumes", .list(of: .object(consumptionDescription), atLeast: 0),
                example: "[{ topic: payments.settled, group: checkout }]", "The topics that it reads."),
            FieldDescription(
                "clusters", clusterSelectionShape, fallback: "wherever its topics are", example: "[eu]",
                "Against which clusters it runs."),
        ]))

private let productionDescription = ObjectDescription(
    "a production",
    [
        FieldDescription("topic", .text(.topicName), required: true, example: "orders.created", "The topic."),
        FieldDescription("idempotent", .boolean, fallback: "true", example: "true", "Whether its producer is idempotent."),
        FieldDescription(
            "transactionalId", .text(.nonEmpty), example: "checkout-1", "The id under which it writes in transactions."),
    ])

private let consumptionDescription = ObjectDescription(
    "a consumption",
    [
        FieldDescription("topic", .text(.topicName), required: true, example: "payments.settled", "The topic."),
        FieldDescription("group", .text(.nonEmpty), required: true, example: "checkout", "The consumer group."),
        FieldDescription(
            "retry", .object(retryDescription), example: "{ attempts: 5, backoff: { initial: 1s, max: 5m } }",
            "Records that fail are tried again, from the topic `<topic>.<group>.retry`."),
        FieldDescription(
            "deadLetter",
            .object(
                ObjectDescription(
                    "a dead letter setting",
                    [
                        FieldDescription(
                            "retention", .duration(allowsUnlimited: true), fallback: "14d", example: "30d",
                            "How long dead letters are kept.")
                    ])), example: "{ retention: 30d }", "Records that fail for good go to the topic `<topic>.<group>.dlq`."),
    ])

private let retryDescription = ObjectDescription(
    "a retry",
    [
        FieldDescription("attempts", .integer(1...1000), required: true, example: "5", "How often a record is tried again."),
        FieldDescription(
            "backoff",
            .object(
                ObjectDescription(
                    "a backoff",
                    [
                        FieldDescription(
                            "initial", .duration(allowsUnlimited: false), example: "1s", "The wait before the first attempt."),
                        FieldDescription("max", .duration(allowsUnlimited: false), example: "5m", "The longest wait."),
                    ])), example: "{ initial: 1s, max: 5m }",
            "How long to wait between attempts; each wait is twice the one before."),
    ])

func decodeApplication(_ spec: ManifestValue?, diagnostics: inout [Diagnostic]) -> ApplicationSpec? {
    guard let spec, let principal = spec.text("principal") else { return nil }
    return ApplicationSpec(
        principal: principal, produces: (spec["produces"]?.list ?? []).compactMap(decodeProduction),
        consumes: (spec["consumes"]?.list ?? []).compactMap { decodeConsumption($0, &diagnostics) },
        clusters: decodeClusterSelection(spec["clusters"]))
}

private func decodeProduction(_ value: ManifestValue) -> ApplicationSpec.Production? {
    guard let topic = value.text("topic") else { return nil }
    return .init(
        topic: topic, idempotent: value.boolean("idempotent")?.value ?? true, transactionalId: value.text("transactionalId"))
}

private func decodeConsumption(_ value: ManifestValue, _ diagnostics: inout [Diagnostic]) -> ApplicationSpec.Consumption? {
    guard let topic = value.text("topic"), let group = value.text("group") else { return nil }
    var retry: ApplicationSpec.Retry?
    if let field = value.field("retry"), let attempts = field.value.integer("attempts") {
        let backoff = field.value["backoff"]
        retry = .init(
            attempts: attempts, initialBackoff: backoff?.duration("initial"), maxBackoff: backoff?.duration("max"),
            range: field.nameRange)
        if let initial = retry?.initialBackoff, let longest = retry?.maxBackoff, initial.value > longest.value {
            diagnostics.append(
                Diagnostic(
                    code: "application/backoff-out-of-order",
                    "the first wait, \(initial.value), is longer than the longest, \(longest.value)",
                    at: initial.range, secondary: longest.range.map { [.init("the longest", at: $0)] } ?? []))
        }
    }
    let deadLetter = value.field("deadLetter").map {
        ApplicationSpec.DeadLetter(retention: $0.value.duration("retention"), range: $0.nameRange)
    }
    return .init(topic: topic, group: group, retry: retry, deadLetter: deadLetter)
}
