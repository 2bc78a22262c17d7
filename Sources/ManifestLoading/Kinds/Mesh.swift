import Diagnostics
import MeshModel

let meshDescription = KindDescription(
    .mesh,
    summary: "The root of a mesh: its name, where its manifests are, and what holds for all of them. It stands in `heddle.yaml`.",
    example: """
        apiVersion: heddle.dev/v1
        kind: Mesh
        metadata: { name: shop }
        spec:
          manifests: ["manifests/**/*.yaml"]
          defaults:
            topic: { partitions: 6, retention: { time: 7d } }
          variables:
            goldPartitions: { type: integer, default: 12 }
          environments:
            dev: { variables: { goldPartitions: 1 } }
            prod:
              patches:
                - target: { kind: Topic, labels: { tier: gold } }
                  set: { spec.retention.time: 30d }
        """,
    spec: ObjectDescription(
        "a mesh",
        [
            FieldDescription(
                "manifests", .list(of: .text(.pattern), atLeast: 0), fallback: "only heddle.yaml",
                example: "[\"manifests/**/*.yaml\"]",
                "Which files hold the other documents: patterns relative to the folder of heddle.yaml, with `*`, `**`, `?`, `[a-z]` and `{a,b}`."
            ),
            FieldDescription(
                "scope", .object(scopeDescription), fallback: "everything that the manifests declare",
                example: "{ prefixes: [orders.] }",
                "What this repository manages. Nothing outside of it is created, changed or deleted."),
            FieldDescription(
                "defaults", .object(defaultsDescription), example: "{ topic: { partitions: 6 } }",
                "What holds where a document is silent."),
            FieldDescription(
                "deletion", .object(deletionDescription), fallback: "{ drain: 1h, quarantine: 24h }",
                example: "{ drain: 1h, quarantine: 24h }", since: "0.2",
                "How a topic that holds records, or that somebody reads, is taken out of use before it is deleted. It is kept in the mesh with each topic: taking it away here shortens nothing."
            ),
            FieldDescription(
                "drift", .object(driftDescription), fallback: "whatever drifts is mended",
                example: "{ default: mend, rules: [{ kind: Topic, field: config.retention.ms, response: report }] }", since: "0.4",
                "What a controller does about what another hand changed. `heddle plan` and `heddle apply` do not ask it: whoever runs them by hand wants the manifests' state, and gets it."
            ),
            FieldDescription(
                "audit", .object(auditDescription), example: "{ topicsPerRule: 50 }", since: "0.4",
                "What `heddle audit access` holds for too much, and which of its findings were agreed upon."),
            FieldDescription(
                "variables", .map(of: .object(variableDescription), keys: "variables"),
                example: "{ retention: { type: duration, default: 7d } }",
                "Values to write as `$(name)` in any scalar. They are put in after the YAML is read, as values. `$$(` is a plain `$(`."
            ),
            FieldDescription(
                "environments", .map(of: .object(environmentDescription), keys: "environments"), example: "{ dev: {}, prod: {} }",
                "What differs from one environment to another. `--env` chooses one."),
            FieldDescription(
                "generate", .object(generateDescription), example: "{ swift: { output: Sources/Events } }",
                "Settings of the code that is generated from contracts. Read and checked; this version generates nothing yet."),
        ]))

private let scopeDescription = ObjectDescription(
    "a scope",
    [
        FieldDescription(
            "kinds",
            .list(
                of: .choice(
                    ["Contract", "Topic", "Principal", "Access"].map {
                        Choice($0, "Documents of kind `\($0)` and what follows from them.")
                    }), atLeast: 0),
            fallback: "every kind", example: "[Topic, Access]",
            "The kinds that are managed. A kind that is not named is left alone."),
        FieldDescription(
            "prefixes", .list(of: .text(.free), atLeast: 0), fallback: "every name", example: "[orders., payments.]",
            "The beginnings of the topic names that are managed. A topic outside of them is an error."),
    ])

private let deletionDescription = ObjectDescription(
    "a way to delete",
    [
        FieldDescription(
            "drain", .duration(allowsUnlimited: false), fallback: "1h", example: "1h", since: "0.2",
            "How long writes are denied before reads are denied too; a plain number is milliseconds. `0s`: not at all."),
        FieldDescription(
            "quarantine", .duration(allowsUnlimited: false), fallback: "24h", example: "24h", since: "0.2",
            "How long nobody can write or read before the topic may be deleted; a plain number is milliseconds. `0s`: not at all."),
    ])

private let defaultsDescription = ObjectDescription(
    "defaults",
    [
        FieldDescription(
            "topic", .object(ObjectDescription("topic defaults", topicSettingFields)),
            example: "{ partitions: 6, retention: { time: 7d } }",
            "Settings of every topic that does not say otherwise.")
    ])

let variableTypes = [
    Choice("string", "Any text."), Choice("integer", "A whole number."), Choice("number", "A number."),
    Choice("boolean", "`true` or `false`."), Choice("duration", "`7d`, `90s`, or milliseconds."),
    Choice("size", "`10GiB`, or bytes."),
]

private let variableDescription = ObjectDescription(
    "a variable",
    [
        FieldDescription(
            "type", .choice(variableTypes), fallback: "string", example: "integer",
            "What the value must be, wherever it comes from."),
        FieldDescription(
            "default", .anything, example: "6",
            "The value where neither the environment nor the command line gives one. Without it, one of these must."),
        FieldDescription("description", .text(.free), example: "How many partitions a busy topic has.", "What it is for."),
    ])

private let environmentDescription = ObjectDescription(
    "an environment",
    [
        FieldDescription(
            "variables", .map(of: .anything, keys: "variables"), example: "{ goldPartitions: 24 }",
            "Values for variables of the mesh."),
        FieldDescription(
            "patches", .list(of: .object(patchDescription), atLeast: 0),
            example: "[{ target: { kind: Topic }, set: { spec.partitions: 1 } }]",
            "Changes to documents, made in order before anything is checked."),
    ])

private let patchDescription = ObjectDescription(
    "a patch",
    [
        FieldDescription(
            "target", .object(patchTargetDescription), required: true, example: "{ kind: Topic, labels: { tier: gold } }",
            "Which documents it changes: all that have the kind, and the name and labels where these are given."),
        FieldDescription(
            "set", .map(of: .anything, keys: "paths"), required: true, example: "{ spec.partitions: 24 }",
            "Field paths, with dots, and their new values. A number names an item of a list, from 0."),
    ])

private let patchTargetDescription = ObjectDescription(
    "a patch's target",
    [
        FieldDescription(
            "kind", .choice(ManifestKind.allCases.map { Choice($0.rawValue, "Documents of kind `\($0.rawValue)`.") }),
            required: true,
            example: "Topic", "The kind of the documents."),
        FieldDescription("name", .text(.nonEmpty), example: "orders.created", "The name of the one document that is meant."),
        FieldDescription(
            "labels", .map(of: .text(.free), keys: "labels"), example: "{ tier: gold }",
            "Labels that the documents must have, all of them."),
    ])

private let generateDescription = ObjectDescription(
    "generation settings",
    [
        FieldDescription(
            "swift",
            .object(
                ObjectDescription(
                    "Swift generation settings",
                    [
                        FieldDescription(
                            "output", .text(.path), example: "Sources/Events",
                            "The folder for the generated files, relative to heddle.yaml."),
                        FieldDescription(
                            "accessLevel",
                            .choice([
                                Choice("internal", "Visible in its module."), Choice("package", "Visible in its package."),
                                Choice("public", "Visible everywhere."),
                            ]), fallback: "internal", example: "public", "The access level of the generated types."),
                    ])), example: "{ output: Sources/Events }", "Types in Swift.")
    ])

func decodeMesh(_ spec: ManifestValue?, diagnostics: inout [Diagnostic]) -> MeshSpec {
    let scope = spec?["scope"]
    let prefixes = nonEmptyList(scope, "prefixes", &diagnostics)
    for prefix in prefixes ?? [] {
        guard let problem = prefixProblem(prefix.value) else { continue }
        diagnostics.append(
            Diagnostic(
                code: "mesh/empty-scope", problem, at: prefix.range, suggestion: "to manage every name, leave 'prefixes' out"))
    }
    var mesh = MeshSpec(
        manifests: spec?.texts("manifests") ?? [],
        scope: MeshSpec.Scope(kinds: nonEmptyList(scope, "kinds", &diagnostics), prefixes: prefixes),
        topicDefaults: (spec?["defaults"]?["topic"]).map { decodeTopicSettings($0, diagnostics: &diagnostics) } ?? .init(),
        deletion: spec?["deletion"].map(decodeDeletion), drift: spec?["drift"].map(decodeDrift),
        environments: (spec?["environments"]?.fields ?? []).map { Located($0.name, at: $0.nameRange) })
    if let audit = spec?["audit"] { mesh.audit = decodeAudit(audit) }
    return mesh
}

/// A prefix that is no bound: it would put every topic of the cluster into this repository's hands, or none.
private func prefixProblem(_ prefix: String) -> String? {
    if prefix.isEmpty { return "an empty prefix is the beginning of every name" }
    if prefix.allSatisfy(\.isWhitespace) { return "a prefix of nothing but spaces is none: no topic's name begins with it" }
    if prefix.contains("*") || prefix.contains("?") {
        return "'\(prefix)' is a pattern, and prefixes are compared letter by letter: no topic's name begins with it"
    }
    if prefix.allSatisfy({ $0 == "." }) { return "'\(prefix)' bounds nothing: it is a prefix of dots alone" }
    return nil
}

/// What is not said is as usual.
private func decodeDeletion(_ value: ManifestValue) -> DeletionPolicy {
    DeletionPolicy(
        drain: value.duration("drain")?.value ?? DeletionPolicy.standard.drain,
        quarantine: value.duration("quarantine")?.value ?? DeletionPolicy.standard.quarantine)
}

/// A scope's list that is there but empty would manage nothing at all, which nobody means.
private func nonEmptyList(_ scope: ManifestValue?, _ name: String, _ diagnostics: inout [Diagnostic]) -> [Located<String>]? {
    guard let scope, let list = scope[name]?.list else { return nil }
    if list.isEmpty {
        diagnostics.append(
            Diagnostic(
                code: "mesh/empty-scope", "an empty list of \(name) would manage nothing",
                at: scope.field(name)?.nameRange ?? scope.range,
                suggestion: "leave '\(name)' out to manage all of them"))
    }
    return scope.texts(name)
}
