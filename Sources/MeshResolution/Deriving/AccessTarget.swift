import Diagnostics
import MeshModel

/// One resource of an Access document, looked up: what may be done to what, and where.
struct AccessTarget {
    var type: AccessRule.ResourceType
    var pattern: AccessRule.Pattern
    var operations: [AccessRule.Operation]
    var clusters: [String]
}

/// - Parameter clusters: those that the document is about.
/// - Returns: empty, with a word on why, where nothing is meant.
func accessTargets(
    _ target: Located<AccessSpec.Target>, of access: Resource<AccessSpec>, on clusters: [String], _ ground: AccessGround,
    _ diagnostics: inout Findings
) -> [AccessTarget] {
    if case .role(let role) = access.spec.rights, role.value.needsApplication {
        guard case .application = target.value else {
            diagnostics.append(
                Diagnostic(
                    code: "access/role-needs-application", "the role '\(role.value.rawValue)' is about an application, and this is none",
                    at: target.range, secondary: role.range.map { [.init("the role", at: $0)] } ?? [],
                    suggestion: "write { application: NAME }, or give another role in another document"))
            return []
        }
    }
    switch target.value {
    case .resources(let type, let pattern):
        let operations = operations(of: access, onAnyOf: [type], at: target.range, &diagnostics)[type] ?? []
        return [AccessTarget(type: type, pattern: pattern, operations: operations, clusters: clusters)]
    case .everything:
        let operations = operations(of: access, onAnyOf: AccessRule.ResourceType.ofEverything, at: target.range, &diagnostics)
        return AccessRule.ResourceType.ofEverything.map {
            AccessTarget(type: $0, pattern: $0 == .cluster ? .theCluster : .any, operations: operations[$0] ?? [], clusters: clusters)
        }
    case .topics(let labels): return labelled(labels, target, access, on: clusters, ground, &diagnostics)
    case .application(let name): return parts(of: name, target, access, on: clusters, ground, &diagnostics)
    }
}

private func labelled(
    _ labels: [String: Located<String>], _ target: Located<AccessSpec.Target>, _ access: Resource<AccessSpec>, on clusters: [String],
    _ ground: AccessGround, _ diagnostics: inout Findings
) -> [AccessTarget] {
    let operations = operations(of: access, onAnyOf: [.topic], at: target.range, &diagnostics)[.topic] ?? []
    let wanted = Set(clusters)
    let targets = ground.topics(with: labels).compactMap { name -> AccessTarget? in
        let placed = (ground.topics[name]?.clusters ?? []).filter(wanted.contains)
        return placed.isEmpty ? nil : AccessTarget(type: .topic, pattern: .literal(name), operations: operations, clusters: placed)
    }
    if targets.isEmpty, ground.index.loaded.gaps.documents["Topic"] == nil, ground.index.loaded.gaps.files.isEmpty {
        diagnostics.append(
            Diagnostic(
                .warning, code: "access/no-matching-topic", "no topic there has these labels: this says nothing yet", at: target.range,
                notes: notes(on: labels, ground)))
    }
    return targets
}

private func notes(on labels: [String: Located<String>], _ ground: AccessGround) -> [String] {
    labels.sorted { $0.key < $1.key }.compactMap { label, value in
        let values = ground.values(of: label)
        if values.isEmpty {
            let close = closestMatch(to: label, among: ground.labels)
            return "no topic has the label '\(label)'" + (close.map { "; did you mean '\($0)'?" } ?? "")
        }
        if values.contains(value.value) { return nil }
        let listed = values.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
        return "of topics, '\(label)' is \(listed)" + (values.count > 8 ? ", …" : "")
    }
}

private func parts(
    of name: Located<String>, _ target: Located<AccessSpec.Target>, _ access: Resource<AccessSpec>, on clusters: [String],
    _ ground: AccessGround, _ diagnostics: inout Findings
) -> [AccessTarget] {
    guard let places = ground.footprints[name.value] else {
        diagnostics.appendUnknown(
            "Application", name, code: "access/unknown-application", among: Array(ground.footprints.keys), gaps: ground.index.loaded.gaps)
        return []
    }
    let wanted = Set(clusters)
    let types: [AccessRule.ResourceType] = [.topic, .group, .transactionalId]
    var stated: [AccessRule.ResourceType: [AccessRule.Operation]] = [:]
    if case .operations = access.spec.rights { stated = operations(of: access, onAnyOf: types, at: target.range, &diagnostics) }
    return places.map { place in
        let operations =
            if case .role(let role) = access.spec.rights { role.value.operations(on: place.part) } else { stated[place.part.type] ?? [] }
        return AccessTarget(
            type: place.part.type, pattern: place.pattern, operations: operations, clusters: place.clusters.filter(wanted.contains))
    }
}

/// What a document's rights come to on each of these types; an operation that none of them knows is an error.
private func operations(
    of access: Resource<AccessSpec>, onAnyOf types: [AccessRule.ResourceType], at range: SourceRange?, _ diagnostics: inout Findings
) -> [AccessRule.ResourceType: [AccessRule.Operation]] {
    switch access.spec.rights {
    case .role(let role): return Dictionary(uniqueKeysWithValues: types.map { ($0, role.value.operations(on: $0)) })
    case .operations(let operations):
        for operation in operations where !types.contains(where: { $0.operations.contains(operation.value) }) {
            let isOne = types.count == 1
            let what = isOne ? "a \(types[0].rawValue)" : "any of these"
            diagnostics.append(
                Diagnostic(
                    code: "access/invalid-operation", "'\(operation.value.rawValue)' cannot be done to \(what)", at: operation.range,
                    secondary: range.map { [.init(isOne ? "the \(types[0].rawValue)" : "these", at: $0)] } ?? [],
                    notes: types.map { "to a \($0.rawValue): " + $0.operations.map(\.rawValue).joined(separator: ", ") }))
        }
        return Dictionary(
            uniqueKeysWithValues: types.map { type in
                let known = type.operations
                return (type, operations.map(\.value).filter(known.contains))
            })
    }
}

extension AccessRule.ResourceType {
    /// What `everything` means.
    fileprivate static let ofEverything: [Self] = [.topic, .group, .transactionalId, .cluster]

    /// What Kafka's authorizer lets a rule speak of (org.apache.kafka.common.acl, AclEntry.supportedOperations).
    package var operations: [AccessRule.Operation] {
        switch self {
        case .topic: [.read, .write, .create, .delete, .alter, .describe, .describeConfigs, .alterConfigs, .all]
        case .group: [.read, .describe, .delete, .describeConfigs, .alterConfigs, .all]
        case .cluster: [.create, .clusterAction, .describeConfigs, .alterConfigs, .idempotentWrite, .alter, .describe, .all]
        case .transactionalId: [.describe, .write, .all]
        case .delegationToken: [.describe, .all]
        case .user: [.createTokens, .describeTokens, .all]
        }
    }
}
