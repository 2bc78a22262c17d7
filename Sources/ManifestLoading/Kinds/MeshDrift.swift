import Diagnostics
import MeshModel

let driftDescription = ObjectDescription(
    "a drift policy",
    [
        FieldDescription(
            "default", .choice(responseChoices), fallback: "mend", example: "report", since: "0.4", "What holds where no rule applies."),
        FieldDescription(
            "rules", .list(of: .object(driftRuleDescription), atLeast: 0),
            example: "[{ kind: Topic, name: orders.*, field: config.retention.ms, response: report }]", since: "0.4",
            "What holds of some resources or fields; the first that applies counts."),
    ])

private let responseChoices = [
    Choice("mend", "It is put back to what the manifests say."),
    Choice("report", "It is left as found, and shown as drift until it is gone."),
    Choice("ignore", "It is left as found, and not spoken of."),
]

private let driftRuleDescription = ObjectDescription(
    "a drift rule",
    [
        FieldDescription(
            "kind",
            .choice([
                Choice("Topic", "Topics."), Choice("Access", "Access rules, those that follow from Applications too."),
                Choice("Contract", "Contracts as they are registered."),
            ]), fallback: "every kind", example: "Topic", since: "0.4", "Of which resources it speaks."),
        FieldDescription(
            "cluster", .text(.name), fallback: "every cluster", example: "eu", since: "0.4",
            "On which cluster. Contracts are of no one cluster: a rule that names one does not speak of them."),
        FieldDescription(
            "name", .text(.nonEmpty), fallback: "every name", example: "orders.*", since: "0.4",
            "The resource's name; `*` stands for any characters. Of an access rule, what plans print behind the cluster: `User:checkout/topic:orders.created/write`."
        ),
        FieldDescription(
            "field", .text(.nonEmpty), fallback: "the resource as a whole, with all of its fields", example: "config.retention.ms", since: "0.4",
            "The field, as plans print it: `partitions`, `replication`, `config.retention.ms`, of a contract `compatibility` or a place in its schema; `*` stands for any characters. A rule with a field does not speak of resources that are gone or came about as a whole, and access rules have no fields."
        ),
        FieldDescription("response", .choice(responseChoices), required: true, example: "report", since: "0.4", "What is done about it."),
    ])

/// Whether the names in it lead anywhere is seen once the mesh is linked.
func decodeDrift(_ value: ManifestValue) -> DriftSpec {
    DriftSpec(
        standard: value.choice("default", as: DriftPolicy.Response.self)?.value ?? .mend,
        rules: (value["rules"]?.list ?? []).compactMap { rule in
            guard let response: Located<DriftPolicy.Response> = rule.choice("response") else { return nil }
            let kind = rule.text("kind").flatMap { text in
                ResourceAddress.Kind(rawValue: text.value.lowercased()).map { Located($0, at: text.range) }
            }
            return DriftSpec.Rule(
                kind: kind, cluster: rule.text("cluster"), name: rule.text("name"), field: rule.text("field"), response: response,
                range: rule.fields.first?.nameRange ?? rule.range)
        })
}
