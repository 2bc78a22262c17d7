import Determinism
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
                "The Principals that are meant, one by one or as a group; `\"*\"` is everyone."),
            FieldDescription(
                "operations", .list(of: .choice(operationChoices), atLeast: 1), example: "[read, describe]",
                "What they may, or may not, do."),
            FieldDescription(
                "role", .choice(AccessRole.allCases.map { Choice($0.rawValue, $0.summary) }), example: "reader",
                "A named bundle of operations, in place of `operations`; which ones on what is told in access-roles.md. `on-call` is for the resources of an `application`."
            ),
            FieldDescription(
                "resources", .list(of: .object(targetDescription), atLeast: 1), required: true,
                example: "[{ type: topic, prefix: orders. }]", "What they may, or may not, do it to."),
            FieldDescription(
                "hosts", .list(of: .text(.nonEmpty), atLeast: 1), fallback: "[\"*\"]", example: "[\"10.0.0.7\"]",
                "The addresses from which; `\"*\"` is anywhere."),
            FieldDescription(
                "clusters", clusterSelectionShape, fallback: "every cluster of the mesh", example: "[eu]", "On which clusters."),
            FieldDescription(
                "expires", .text(.deadline), fallback: "never", example: "2026-12-01T18:00:00Z", since: "0.4",
                "When its time is over: a moment, or the last day on which it holds, in UTC. From then on it is as if it were not there: the next plan takes back what nothing else asks for, and a controller does so by itself."
            ),
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

private let targetDescription = ObjectDescription(
    "a resource", exactlyOneOf: [["type", "application", "everything"], ["name", "prefix", "any", "labels", "application", "everything"]],
    [
        FieldDescription(
            "type",
            .choice([
                Choice("topic", "Topics."), Choice("group", "Consumer groups."),
                Choice("cluster", "The cluster itself. It has no name: write `any: true`."),
                Choice("transactional-id", "Transactional ids."),
            ]), example: "topic", "What sort of thing it is."),
        FieldDescription("name", .text(.resourceName), example: "orders.created", "The one of this name."),
        FieldDescription("prefix", .text(.resourceName), example: "orders.", "All whose names begin so."),
        FieldDescription("any", .boolean, example: "true", "All of this type."),
        FieldDescription(
            "labels", .map(of: .text(.free), keys: "labels"), example: "{ domain: orders }", since: "0.4",
            "The declared topics that have all of these labels, each on its own clusters."),
        FieldDescription(
            "application", .text(.name), example: "checkout", since: "0.4",
            "Instead of a type: what an Application works with, where it does. Its topics, with those for retries and dead letters, its groups and its transactional ids; each gets those of the operations that it knows."
        ),
        FieldDescription(
            "everything", .boolean, example: "true", since: "0.4",
            "Instead of a type: every topic, group and transactional id, those to come too, and the cluster itself."),
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
        hosts: spec.texts("hosts"), clusters: decodeClusterSelection(spec["clusters"]),
        expires: spec.text("expires").flatMap { text in instant(ofDeadline: text.value).map { Located($0, at: text.range) } })
}

private func decodeTarget(_ value: ManifestValue, _ diagnostics: inout [Diagnostic]) -> Located<AccessSpec.Target>? {
    if let application = value.text("application") { return Located(.application(application), at: application.range) }
    if let everything = value.boolean("everything") {
        return isTrue(everything, "everything", &diagnostics) ? Located(.everything, at: value.field("everything")?.nameRange ?? value.range) : nil
    }
    guard let type: Located<AccessRule.ResourceType> = value.choice("type") else { return nil }
    let range = type.range ?? value.range
    if let labels = value.field("labels") { return decodeLabels(labels, type, &diagnostics) }
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
        return Located(.resources(.cluster, .theCluster), at: range)
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
    if let name = value.text("name") { return Located(.resources(type.value, .literal(name.value)), at: name.range) }
    if let prefix = value.text("prefix") { return Located(.resources(type.value, .prefix(prefix.value)), at: prefix.range) }
    guard let any = value.boolean("any") else { return nil }
    return isTrue(any, "any", &diagnostics) ? Located(.resources(type.value, .any), at: range) : nil
}

private func isTrue(_ flag: Located<Bool>, _ name: String, _ diagnostics: inout [Diagnostic]) -> Bool {
    if flag.value { return true }
    diagnostics.append(
        Diagnostic(
            code: "manifest/invalid-value", "'\(name)' can only be true", at: flag.range, suggestion: "give a 'name' or a 'prefix' instead"))
    return false
}

private func decodeLabels(
    _ field: ManifestField, _ type: Located<AccessRule.ResourceType>, _ diagnostics: inout [Diagnostic]
) -> Located<AccessSpec.Target>? {
    guard type.value == .topic else {
        diagnostics.append(
            Diagnostic(
                code: "access/labels-of-topics-only", "a \(type.value.rawValue) has no labels: only declared topics have", at: field.nameRange,
                secondary: type.range.map { [.init("this type", at: $0)] } ?? [],
                suggestion: type.value == .group ? "name the groups, or say application: NAME for those of an application" : "say a name, a prefix, or any: true"))
        return nil
    }
    let labels = Dictionary(
        field.value.fields.compactMap { label in label.value.text.map { (label.name, Located($0, at: label.value.range)) } },
        uniquingKeysWith: { _, last in last })
    guard !labels.isEmpty else {
        diagnostics.append(
            Diagnostic(
                code: "manifest/too-few-items", "'labels' must have at least one label: without one it would be every topic", at: field.nameRange,
                suggestion: "write any: true, if every topic is meant"))
        return nil
    }
    return Located(.topics(labels: labels), at: field.nameRange)
}
