import Diagnostics
import MeshModel

/// Rules on drift that name what is not there, or that never have a say.
func checkDrift(_ index: MeshIndex, _ topics: TopicTable, _ diagnostics: inout Findings) {
    guard let drift = index.loaded.mesh.spec.drift else { return }
    for (place, rule) in drift.rules.enumerated() {
        if let cluster = rule.cluster, !index.hasCluster(cluster.value) {
            diagnostics.appendUnknown(
                "Cluster", cluster, code: "mesh/unknown-cluster", among: index.clusterNames, gaps: index.loaded.gaps)
            continue
        }
        if let field = rule.field, let problem = problem(with: field, of: rule.kind?.value) {
            diagnostics.append(problem)
            continue
        }
        if let reason = silence(of: rule, index, topics) {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "mesh/drift-rule-never-applies", "this rule never applies: \(reason.message)", at: reason.range ?? rule.range,
                    suggestion: "remove it, or mend it"))
        } else if let earlier = drift.rules[..<place].first(where: { $0.covers(rule) }) {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "mesh/drift-rule-never-applies", "this rule never applies: an earlier one speaks of all that it does",
                    at: rule.range, secondary: [.init("the earlier one", at: earlier.range)],
                    suggestion: "put the narrower rule before the wider one"))
        }
    }
}

// MARK: Fields

private let fieldsOfTopics = ["partitions", "replication"]
private let fieldsOfContracts = ["format", "compatibility", "schema", "contract"]

/// A field that no resource of the kind has. A place in a schema may be called anything.
private func problem(with field: Located<String>, of kind: ResourceAddress.Kind?) -> Diagnostic? {
    if kind == .access {
        return Diagnostic(
            code: "mesh/unknown-drift-field", "access rules have no fields: a rule is there, or it is not", at: field.range,
            suggestion: "leave 'field' out")
    }
    let config = KafkaTopicConfig.all.keys.map { "config.\($0)" }
    var known: [String] = []
    if kind != .contract { known += fieldsOfTopics + config }
    if kind != .topic { known += fieldsOfContracts }
    let isKnown = field.value.contains("*") ? known.contains { matches(field.value, $0) } : known.contains(field.value)
    if isKnown { return nil }
    // Clusters that others run have config keys of their own, a schema has places of its own.
    let close = closestMatch(to: field.value, among: known) ?? (kind == .contract ? nil : closestMatch(to: "config." + field.value, among: config))
    let mayBeOwn = field.value.hasPrefix("config.") && kind != .contract || kind != .topic
    if close == nil, mayBeOwn { return nil }
    return Diagnostic(
        code: "mesh/unknown-drift-field", "'\(field.value)' is no field of \(kind.map { "a \($0.rawValue)" } ?? "a topic or a contract")", at: field.range,
        notes: close == nil ? ["a topic's are partitions, replication and config.KEY"] : [], suggestion: close.map { "did you mean '\($0)'?" },
        fixIts: close.flatMap { close in field.range.map { [TextEdit(replace: $0, with: close)] } } ?? [])
}

// MARK: Rules without a say

/// Why nothing can be what a rule speaks of.
private func silence(of rule: DriftSpec.Rule, _ index: MeshIndex, _ topics: TopicTable) -> (message: String, range: SourceRange?)? {
    if rule.kind?.value == .contract, let cluster = rule.cluster { return ("contracts belong to no one cluster", cluster.range) }
    if let kind = rule.kind, let kinds = index.loaded.mesh.spec.scope.kinds, !kinds.contains(where: { kind.value.isManaged(by: $0.value) }) {
        return ("the mesh's scope leaves this kind out", kind.range)
    }
    guard let name = rule.name, !name.value.contains("*"), index.loaded.gaps.documents.isEmpty, index.loaded.gaps.files.isEmpty else { return nil }
    switch rule.kind?.value {
    case .topic where topics[name.value] == nil: return ("there is no topic '\(name.value)'", name.range)
    case .contract where !index.hasContract(name.value): return ("there is no contract '\(name.value)'", name.range)
    default: return nil
    }
}

extension ResourceAddress.Kind {
    /// Of a scope's kinds.
    fileprivate func isManaged(by kind: String) -> Bool {
        kind.lowercased() == rawValue || self == .access && kind == "Application"
    }
}

extension DriftSpec.Rule {
    /// Whether it speaks of whatever the other one does. Patterns are compared as text but for `*`, which is everything.
    fileprivate func covers(_ other: DriftSpec.Rule) -> Bool {
        func covers(_ own: String?, _ others: String?) -> Bool {
            guard let own else { return true }
            guard let others else { return own == "*" }
            return own == others || !others.contains("*") && matches(own, others) || own == "*"
        }
        if let kind, kind.value != other.kind?.value { return false }
        if let cluster, cluster.value != other.cluster?.value { return false }
        guard covers(name?.value, other.name?.value) else { return false }
        // A rule with a field does not speak of resources as a whole.
        return field == nil || other.field != nil && covers(field?.value, other.field?.value)
    }
}
