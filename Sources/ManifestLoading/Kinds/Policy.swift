import Determinism
import Diagnostics
import MeshModel

let policyDescription = KindDescription(
    .policy, summary: "A rule of the house: an expression that must be true of resources, of the mesh, or of a plan's changes.",
    example: """
        kind: Policy
        metadata: { name: short-retention-of-pii, owner: privacy }
        spec:
          target: Topic
          when: resource.classifications.exists(c, c == "pii")
          rule: resource.retention.time <= duration("720h")
          message: "{{resource.name}} keeps personal data for {{resource.retention.time}}"
          exemptions:
            - { resource: customers.audit, owner: legal, reason: the law asks for ten years, expires: 2027-12-31 }
        """,
    spec: ObjectDescription(
        "a policy", exactlyOneOf: [["rule", "standard"]],
        [
            FieldDescription(
                "target", .choice(targetChoices), fallback: "Topic", example: "Topic", since: "0.3", "What the rule is asked of."),
            FieldDescription(
                "when", .text(.nonEmpty), fallback: "always", example: "resource.labels.tier == \"gold\"", since: "0.3",
                "Which of them it is asked of: an expression that is true or false."),
            FieldDescription(
                "rule", .text(.nonEmpty), example: "resource.partitions <= 48", since: "0.3",
                "What must be true: an expression (CEL)."),
            FieldDescription(
                "standard", .choice(standardChoices), example: "topic-names", since: "0.3",
                "Instead of a rule: one that Heddle brings along."),
            FieldDescription(
                "settings", .object(settingsDescription), example: "{ pattern: \"^[a-z]+[.][a-z-]+$\" }", since: "0.3",
                "What a standard policy leaves open."),
            FieldDescription(
                "message", .text(.nonEmpty), fallback: "that the policy is broken", example: "\"{{resource.name}} has too many partitions\"",
                since: "0.3", "What to say of a resource that breaks it. Expressions stand in `{{ }}`."),
            FieldDescription(
                "remedy", .text(.nonEmpty), example: "ask #data-platform for a review", since: "0.3", "How to mend it, or whom to ask."),
            FieldDescription(
                "severity",
                .choice([Choice("error", "Nothing is applied."), Choice("warning", "It is said, and no more.")]), fallback: "error",
                example: "warning", since: "0.3", "What becomes of a mesh that breaks it."),
            FieldDescription(
                "environments", .list(of: .text(.free), atLeast: 1), fallback: "every environment", example: "[prod]", since: "0.3",
                "Where it holds."),
            FieldDescription(
                "exemptions", .list(of: .object(exemptionDescription), atLeast: 0),
                example: "[{ resource: orders.legacy, owner: team-checkout, reason: moved in spring, expires: 2027-03-31 }]", since: "0.3",
                "Resources that may break it until a day."),
        ]))

private let targetChoices = PolicySpec.Target.allCases.map { target in
    switch target {
    case .mesh: Choice(target.rawValue, "Asked once, of the whole mesh.")
    case .change: Choice(target.rawValue, "Asked of each change of a plan, with `old` and `new`.")
    default: Choice(target.rawValue, "Asked of each resource of kind `\(target.rawValue)`.")
    }
}

private let standardChoices = [
    Choice("topic-names", "Topics are named by `settings.pattern`: by default words of lower-case letters, digits and hyphens, joined by dots."),
    Choice("owners", "Whatever can have an owner has one, by `settings.pattern` where that is given."),
    Choice("retention-bounds", "Topics keep records for at least `settings.leastRetention` and at most `settings.mostRetention`."),
    Choice("classified-contracts", "Every contract that a topic uses classifies its fields."),
    Choice("regions", "Topics with fields classified `pii` stand in clusters of one region."),
    Choice("no-wildcard-grants", "No grant is for every principal, every resource, or everything that begins with nothing."),
    Choice("replication", "Topics have at least `settings.leastReplication` replicas (3), but in `settings.exceptEnvironments` (dev)."),
]

private let settingsDescription = ObjectDescription(
    "settings of a standard policy",
    [
        FieldDescription("pattern", .text(.nonEmpty), example: "\"^[a-z]+[.][a-z-]+$\"", since: "0.3", "A regular expression (RE2)."),
        FieldDescription("leastRetention", .duration(allowsUnlimited: false), example: "1d", since: "0.3", "The shortest retention."),
        FieldDescription("mostRetention", .duration(allowsUnlimited: false), example: "90d", since: "0.3", "The longest retention."),
        FieldDescription("leastReplication", .integer(1...100), fallback: "3", example: "3", since: "0.3", "The fewest replicas."),
        FieldDescription(
            "exceptEnvironments", .list(of: .text(.free), atLeast: 0), fallback: "[dev]", example: "[dev, test]", since: "0.3",
            "Environments in which it does not hold."),
    ])

private let exemptionDescription = ObjectDescription(
    "an exemption",
    [
        FieldDescription(
            "resource", .text(.nonEmpty), required: true, example: "orders.legacy", since: "0.3",
            "The resource's name; `*` stands for any characters."),
        FieldDescription("owner", .text(.nonEmpty), required: true, example: "team-checkout", since: "0.3", "Who answers for it."),
        FieldDescription("reason", .text(.nonEmpty), required: true, example: "moved in spring", since: "0.3", "Why, for those who read it later."),
        FieldDescription("expires", .text(.date), required: true, example: "2027-03-31", since: "0.3", "The last day on which it holds."),
    ])

/// Which settings each standard policy takes.
private let settingsOfStandard: [PolicySpec.Standard: Set<String>] = [
    .topicNames: ["pattern"], .owners: ["pattern"], .retentionBounds: ["leastRetention", "mostRetention"], .classifiedContracts: [],
    .regions: [], .noWildcardGrants: [], .replication: ["leastReplication", "exceptEnvironments"],
]

func decodePolicy(_ spec: ManifestValue?, diagnostics: inout [Diagnostic]) -> PolicySpec? {
    guard let spec else { return nil }
    func misplaced(_ name: String, _ why: String) {
        guard let field = spec.field(name) else { return }
        diagnostics.append(Diagnostic(code: "policy/misplaced-field", "'\(name)' \(why)", at: field.nameRange, suggestion: "remove it"))
    }
    let content: PolicySpec.Content
    if let standard: Located<PolicySpec.Standard> = spec.choice("standard") {
        for name in ["target", "when", "message"] { misplaced(name, "means nothing beside 'standard', which brings its own") }
        let settings = spec["settings"]
        let known = settingsOfStandard[standard.value] ?? []
        for field in settings?.fields ?? [] where !known.contains(field.name) {
            diagnostics.append(
                Diagnostic(
                    code: "policy/misplaced-field", "'\(field.name)' means nothing to the policy '\(standard.value.rawValue)'",
                    at: field.nameRange, suggestion: "remove it"))
        }
        if standard.value == .retentionBounds, settings?.fields.isEmpty ?? true {
            diagnostics.append(
                Diagnostic(
                    code: "policy/missing-settings", "'retention-bounds' needs a bound", at: standard.range,
                    suggestion: "add settings: { leastRetention: 1d, mostRetention: 90d }, or one of them"))
        }
        content = .standard(
            standard,
            PolicySpec.Settings(
                pattern: settings?.text("pattern"), leastRetention: settings?.duration("leastRetention"),
                mostRetention: settings?.duration("mostRetention"), leastReplication: settings?.integer("leastReplication"),
                exceptEnvironments: settings?.field("exceptEnvironments") == nil ? [Located("dev")] : settings?.texts("exceptEnvironments") ?? []))
    } else if let rule = spec.text("rule") {
        misplaced("settings", "means nothing beside 'rule'")
        content = .rule(
            PolicySpec.Rule(
                target: spec.choice("target") ?? Located(.topic), condition: spec.text("when"), expression: rule, message: spec.text("message")))
    } else {
        return nil
    }
    return PolicySpec(
        content: content, severity: spec.choice("severity", as: PolicySpec.Severity.self)?.value ?? .error, remedy: spec.text("remedy")?.value,
        environments: spec["environments"] == nil ? nil : spec.texts("environments"),
        exemptions: (spec["exemptions"]?.list ?? []).compactMap(decodeExemption))
}

private func decodeExemption(_ value: ManifestValue) -> PolicySpec.Exemption? {
    guard let resource = value.text("resource"), let owner = value.text("owner"), let reason = value.text("reason"),
        let expires = value.text("expires"), let day = CalendarDate(parsing: expires.value)
    else { return nil }
    return PolicySpec.Exemption(resource: resource, owner: owner, reason: reason, expires: Located(day, at: expires.range))
}
