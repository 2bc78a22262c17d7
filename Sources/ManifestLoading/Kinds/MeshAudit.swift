import Determinism
import Diagnostics
import MeshModel

let auditDescription = ObjectDescription(
    "an audit",
    [
        FieldDescription(
            "topicsPerRule", .integer(1...100_000), fallback: "20", example: "50", since: "0.4",
            "How many topics the prefix of one grant may match."),
        FieldDescription(
            "classifications", .list(of: .choice(classificationChoices), atLeast: 1), fallback: "[pii, secret]",
            example: "[pii, secret, confidential]", since: "0.4", "Which classes of fields are watched: who can read topics that carry them."),
        FieldDescription(
            "domains", .map(of: .object(domainDescription), keys: "domains"),
            example: "{ orders: { topics: [orders.], owners: [team-checkout] } }", since: "0.4",
            "What belongs to which domain, where no label `domain` says so: topics by the beginning of their names, principals by name, and whatever these owners own."),
        FieldDescription(
            "separations", .list(of: .object(separationDescription), atLeast: 0),
            example: "[{ name: refunds, first: { operation: write, type: topic, prefix: payments. }, second: { operation: write, type: topic, prefix: refunds. } }]",
            since: "0.4", "Pairs of duties that no principal may hold at once, besides those that Heddle knows."),
        FieldDescription(
            "suppressions", .list(of: .object(suppressionDescription), atLeast: 0),
            example: "[{ code: broad-prefix, principal: analytics, owner: team-data, reason: reads all of orders by contract, expires: 2027-03-31 }]",
            since: "0.4", "Findings that were looked at and let be until a day. One that has expired, or that suppresses nothing, is a finding itself."),
    ])

private let classificationChoices = ContractSpec.Classification.allCases.map { Choice($0.rawValue, "Fields classified `\($0.rawValue)`.") }

private let domainDescription = ObjectDescription(
    "a domain",
    [
        FieldDescription("topics", .list(of: .text(.nonEmpty), atLeast: 0), example: "[orders.]", since: "0.4", "Beginnings of topics' names; the longest that fits counts."),
        FieldDescription("principals", .list(of: .text(.nonEmpty), atLeast: 0), example: "[checkout]", since: "0.4", "Names of principals."),
        FieldDescription("owners", .list(of: .text(.nonEmpty), atLeast: 0), example: "[team-checkout]", since: "0.4", "Owners, as `metadata.owner` names them."),
    ])

private let separationDescription = ObjectDescription(
    "a separation of duties",
    [
        FieldDescription("name", .text(.nonEmpty), required: true, example: "refunds", since: "0.4", "What it is called in findings."),
        FieldDescription(
            "first", .object(dutyDescription), required: true, example: "{ operation: write, type: topic, prefix: payments. }", since: "0.4",
            "The one duty."),
        FieldDescription(
            "second", .object(dutyDescription), required: true, example: "{ operation: write, type: topic, prefix: refunds. }", since: "0.4",
            "The other."),
    ])

private let dutyDescription = ObjectDescription(
    "a duty", exactlyOneOf: [["name", "prefix", "any"]],
    [
        FieldDescription(
            "operation", .choice(AccessRule.Operation.allCases.filter { $0 != .all }.map { Choice($0.rawValue, "Kafka's operation `\($0.rawValue)`.") }),
            required: true, example: "write", since: "0.4", "What is done."),
        FieldDescription(
            "type", .choice(AccessRule.ResourceType.allCases.map { Choice($0.rawValue, "Resources of type `\($0.rawValue)`.") }), required: true,
            example: "topic", since: "0.4", "To what sort of thing."),
        FieldDescription("name", .text(.nonEmpty), example: "payments.settled", since: "0.4", "The one of this name."),
        FieldDescription("prefix", .text(.nonEmpty), example: "payments.", since: "0.4", "Any whose name begins so."),
        FieldDescription("any", .boolean, example: "true", since: "0.4", "Any at all."),
    ])

private let suppressionDescription = ObjectDescription(
    "a suppression",
    [
        FieldDescription(
            "code", .choice(AuditCode.allCases.map { Choice($0.rawValue, "Findings `\($0.diagnosticCode)`.") }), required: true,
            example: "broad-prefix", since: "0.4", "The finding's code, without its group."),
        FieldDescription(
            "resource", .text(.nonEmpty), fallback: "every resource", example: "\"topic:orders.*\"", since: "0.4",
            "The resource, as the finding names it; `*` stands for any characters."),
        FieldDescription(
            "principal", .text(.nonEmpty), fallback: "every principal", example: "analytics", since: "0.4",
            "The principal, as the finding names it; `*` stands for any characters."),
        FieldDescription("owner", .text(.nonEmpty), required: true, example: "team-data", since: "0.4", "Who answers for it."),
        FieldDescription("reason", .text(.nonEmpty), required: true, example: "reads all of orders by contract", since: "0.4", "Why, for those who read it later."),
        FieldDescription("expires", .text(.date), required: true, example: "2027-03-31", since: "0.4", "The last day on which it holds."),
    ])

func decodeAudit(_ value: ManifestValue) -> AuditSpec {
    var audit = AuditSpec()
    if let count = value.integer("topicsPerRule") { audit.topicsPerRule = count.value }
    if value.field("classifications") != nil {
        audit.classifications = value.texts("classifications").compactMap { ContractSpec.Classification(rawValue: $0.value) }
    }
    audit.domains = (value["domains"]?.fields ?? []).map { field in
        AuditSpec.Domain(
            name: Located(field.name, at: field.nameRange), topics: field.value.texts("topics"), principals: field.value.texts("principals"),
            owners: field.value.texts("owners"))
    }
    audit.separations = (value["separations"]?.list ?? []).compactMap(decodeSeparation)
    audit.suppressions = (value["suppressions"]?.list ?? []).compactMap(decodeSuppression)
    return audit
}

private func decodeSeparation(_ value: ManifestValue) -> AuditSpec.Separation? {
    guard let name = value.text("name"), let first = value["first"].flatMap(decodeDuty), let second = value["second"].flatMap(decodeDuty) else { return nil }
    return AuditSpec.Separation(name: name, first: first, second: second)
}

private func decodeDuty(_ value: ManifestValue) -> AuditSpec.Duty? {
    guard let operation: Located<AccessRule.Operation> = value.choice("operation"), let type: Located<AccessRule.ResourceType> = value.choice("type")
    else { return nil }
    let pattern: AccessRule.Pattern =
        if let name = value.text("name") { .literal(name.value) } else if let prefix = value.text("prefix") { .prefix(prefix.value) } else { .any }
    return AuditSpec.Duty(operation: operation.value, on: type.value, pattern)
}

private func decodeSuppression(_ value: ManifestValue) -> AuditSpec.Suppression? {
    guard let code: Located<AuditCode> = value.choice("code"), let owner = value.text("owner"), let reason = value.text("reason"),
        let expires = value.text("expires"), let day = CalendarDate(parsing: expires.value)
    else { return nil }
    return AuditSpec.Suppression(
        code: code, resource: value.text("resource"), principal: value.text("principal"), owner: owner, reason: reason,
        expires: Located(day, at: expires.range), range: code.range ?? value.range)
}
