import Diagnostics
import MeshModel

let accessDescription = KindDescription(
    .access, summary: "A grant, or a denial, that follows from no Application.",
    example: """
        kind: Access
        metadata: { name: analytics-reads-orders }
        spec:
          principals: [analytics]
          operations: [read]
          resources:
            - { type: topic, prefix: orders. }
            - { type: group, name: analytics }
        """,
    spec: ObjectDescription(
        "an access", exactlyOneOf: [["operations", "role"]],
        [
            FieldDescription(
                "permission",
                .choice([Choice("allow", "A grant."), Choice("deny", "A denial, which is stronger than every grant.")]),
                fallback: "allow", example: "deny", "Whether it grants or denies."),
            FieldDescription(
                "principals", .list(of: .text(principalNameOrEveryone), atLeast: 1), required: true, example: "[analytics]",
                "The Principals that are meant; `\"*\"` is everyone."),
            FieldDescription(
                "operations", .list(of: .choice(operationChoices), atLeast: 1), example: "[read, describe]",
                "What they may, or may not, do."),
            FieldDescription(
                "role", .choice(roleChoices), example: "reader", "A named bundle of operations, in place of `operations`."),
            FieldDescription(
                "resources", .list(of: .object(targetDescription), atLeast: 1), required: true,
                example: "[{ type: topic, prefix: orders. }]", "What they may, or may not, do it to."),
            FieldDescription(
                "hosts", .list(of: .text(.nonEmpty), atLeast: 1), fallback: "[\"*\"]", example: "[\"10.0.0.7\"]",
                "The addresses from which; `\"*\"` is anywhere."),
            FieldDescription(
                "clusters", clusterSelectionShape, fallback: "every cluster of the mesh", example: "[eu]", "On which clusters."),
        ]))

private let principalNameOrEveryone = TextForm("a principal's name or \"*\"", pattern: "^(\\*|[a-z0-9]([a-z0-9._-]*[a-z0-9])?)$")
{ text in
    text == "*" ? nil : TextForm.name.problem(text)
}

private let operationChoices = AccessRule.Operation.allCases
    .filter { $0 != .createTokens && $0 != .describeTokens }
    .map {
        Choice(
            $0.rawValue,
            "Kafka's operation \($0.rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()).")
    }

private let roleChoices = [
    Choice("viewer", "Sees that it is there and how it is set up."), Choice("reader", "Reads records and commits offsets."),
    Choice("writer", "Writes records."), Choice("operator", "Changes configuration, deletes records."),
    Choice("admin", "Everything."),
]

private let targetDescription = ObjectDescription(
    "a resource", exactlyOneOf: [["name", "prefix", "any"]],
    [
        FieldDescription(
            "type",
            .choice([
                Choice("topic", "Topics."), Choice("group", "Consumer groups."),
                Choice("cluster", "The cluster itself. It has no name: write `any: true`."),
                Choice("transactional-id", "Transactional ids."),
            ]), required: true, example: "topic", "What sort of thing it is."),
        FieldDescription("name", .text(.resourceName), example: "orders.created", "The one of this name."),
        FieldDescription("prefix", .text(.resourceName), example: "orders.", "All whose names begin so."),
        FieldDescription("any", .boolean, example: "true", "All of this type."),
    ])

func decodeAccess(_ spec: ManifestValue?, diagnostics: inout [Diagnostic]) -> AccessSpec? {
    guard let spec else { return nil }
    let rights: AccessSpec.Rights
    if let role: Located<AccessRole> = spec.choice("role") {
        rights = .role(role)
    } else {
        rights = .operations(
            spec.texts("operations").compactMap { text in
                AccessRule.Operation(rawValue: text.value).map { Located($0, at: text.range) }
            })
    }
    return AccessSpec(
        permission: spec.choice("permission", as: AccessRule.Permission.self)?.value ?? .allow,
        principals: spec.texts("principals"),
        rights: rights, resources: (spec["resources"]?.list ?? []).compactMap { decodeTarget($0, &diagnostics) },
        hosts: spec.texts("hosts"), clusters: decodeClusterSelection(spec["clusters"]))
}

private func decodeTarget(_ value: ManifestValue, _ diagnostics: inout [Diagnostic]) -> Located<AccessSpec.Target>? {
    guard let type: Located<AccessRule.ResourceType> = value.choice("type") else { return nil }
    let range = type.range ?? value.range
    if type.value == .cluster {
        // Kafka knows one cluster resource, by this name.
        if let named = value.field("name") ?? value.field("prefix") {
            diagnostics.append(
                Diagnostic(
                    code: "access/cluster-has-no-name",
                    "the resource 'cluster' has no name: it is the cluster that the rule is kept on",
                    at: named.nameRange, suggestion: "write any: true"))
            return nil
        }
        return Located(.init(type: .cluster, pattern: .literal("kafka-cluster")), at: range)
    }
    if type.value == .topic, let own = value.text("name") ?? value.text("prefix"), own.value.hasPrefix("__heddle") {
        diagnostics.append(
            Diagnostic(
                code: "access/reserved-topic", "'\(own.value)' is where Heddle keeps what it knows: no manifest grants or denies it",
                at: own.range,
                notes: ["whoever may write there can make Heddle take what is not its own for its own"],
                suggestion: "give Heddle's own principal its rights with the cluster's own tools"))
        return nil
    }
    if let name = value.text("name") { return Located(.init(type: type.value, pattern: .literal(name.value)), at: name.range) }
    if let prefix = value.text("prefix") {
        return Located(.init(type: type.value, pattern: .prefix(prefix.value)), at: prefix.range)
    }
    guard let any = value.boolean("any") else { return nil }
    if !any.value {
        diagnostics.append(
            Diagnostic(
                code: "manifest/invalid-value", "'any' can only be true", at: any.range,
                suggestion: "give a 'name' or a 'prefix' instead"))
        return nil
    }
    return Located(.init(type: type.value, pattern: .any), at: range)
}
