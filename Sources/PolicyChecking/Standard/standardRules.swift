import Diagnostics
import ExpressionLanguage
import MeshModel

/// A standard policy as one would write it.
struct StandardRule {
    var target: PolicySpec.Target
    var rule: String
    var message: String
}

func standardRules(_ standard: PolicySpec.Standard) -> [StandardRule] {
    switch standard {
    case .topicNames:
        [
            StandardRule(
                target: .topic, rule: "resource.derived || resource.name.matches(settings.pattern)",
                message: "the name '{{resource.name}}' does not match {{settings.pattern}}")
        ]
    case .owners:
        [PolicySpec.Target.topic, .contract, .application, .access, .principal, .cluster].map { target in
            StandardRule(
                target: target, rule: "resource.owner != \"\" && resource.owner.matches(settings.pattern)",
                message: "{{resource.owner == \"\" ? \"it has no owner\" : \"its owner '\" + resource.owner + \"' does not match \" + string(settings.pattern)}}")
        }
    case .retentionBounds:
        [
            StandardRule(
                target: .topic,
                rule: """
                    resource.cleanup == ["compact"]
                      || (resource.retention.unlimited ? settings.most == null
                        : resource.retention.time == null
                          || ((settings.least == null || resource.retention.time >= settings.least)
                            && (settings.most == null || resource.retention.time <= settings.most)))
                    """,
                message: "it keeps records {{resource.retention.unlimited ? \"for ever\" : \"for another time than is allowed\"}}"
                    + "{{settings.least == null ? \"\" : \"; at least \" + string(settings.least)}}{{settings.most == null ? \"\" : \"; at most \" + string(settings.most)}}"
            )
        ]
    case .classifiedContracts:
        [
            StandardRule(
                target: .contract, rule: "size(resource.topics) == 0 || size(resource.classification) > 0",
                message: "topics use it ({{resource.topics}}), and none of its fields is classified")
        ]
    case .regions:
        [
            StandardRule(
                target: .topic, rule: "!(\"pii\" in resource.classifications) || size(resource.regions) <= 1",
                message: "it holds fields classified 'pii' and stands in several regions: {{resource.regions}}")
        ]
    case .noWildcardGrants:
        [
            StandardRule(
                target: .access,
                rule: """
                    resource.permission == "deny"
                      || !(resource.principals.exists(p, p == "*")
                        || resource.resources.exists(r, r.pattern == "any" || (r.pattern == "prefix" && r.name == "")))
                    """,
                message: "it grants to {{resource.principals.exists(p, p == \"*\") ? \"everybody\" : \"whatever there is and will be\"}}")
        ]
    case .replication:
        [
            StandardRule(
                target: .topic,
                rule: """
                    environment in settings.exceptEnvironments
                      || (resource.replication != null && resource.replication >= settings.leastReplication)
                    """,
                message: "it has {{resource.replication == null ? \"the cluster's default replication\" : string(resource.replication) + \" replicas\"}}; "
                    + "at least {{settings.leastReplication}} are wanted")
        ]
    }
}

/// What a standard policy's expressions read as `settings`.
func settingsValue(_ settings: PolicySpec.Settings, of standard: PolicySpec.Standard) -> ExpressionValue {
    func duration(_ time: Located<Milliseconds>?) -> ExpressionValue { time.map { .duration(.milliseconds($0.value.count)) } ?? .null }
    let fallback = standard == .topicNames ? "^[a-z0-9-]+([.][a-z0-9-]+)*$" : ""
    return .map(
        ExpressionMap([
            ("pattern", .string(settings.pattern?.value ?? fallback)), ("least", duration(settings.leastRetention)),
            ("most", duration(settings.mostRetention)), ("leastReplication", .int(Int64(settings.leastReplication?.value ?? 3))),
            ("exceptEnvironments", .strings(settings.exceptEnvironments.map(\.value))),
        ]))
}
