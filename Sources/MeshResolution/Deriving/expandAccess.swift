import Diagnostics
import MeshModel

/// Access documents, multiplied out: a rule for each principal, resource, operation, host and cluster.
func expandAccess(_ index: MeshIndex, _ rules: inout RuleBook, _ diagnostics: inout Findings) {
    for access in index.loaded.access {
        let selection = access.spec.clusters.map {
            selectClusters($0, of: "access '\(access.name)'", code: "access/unknown-cluster", index, &diagnostics)
        }
        let principals = principals(of: access, index, &diagnostics)
        for target in access.spec.resources {
            let operations = operations(of: access, on: target.value.type, at: target.range, &diagnostics)
            expand(access, target, operations, principals, on: selection ?? index.clusterNames, &rules, &diagnostics)
        }
    }
}

private func expand(
    _ access: Resource<AccessSpec>, _ target: Located<AccessSpec.Target>, _ operations: [AccessRule.Operation],
    _ principals: [String],
    on clusters: [String], _ rules: inout RuleBook, _ diagnostics: inout Findings
) {
    let origin = Origin(document: "Access \(access.name)", range: target.range)
    let hosts = access.spec.hosts.isEmpty ? ["*"] : access.spec.hosts.map(\.value)
    var repeated: Origin?
    let count = [clusters.count, principals.count, operations.count].reduce(hosts.count) { product, factor in
        product.multipliedReportingOverflow(by: factor).overflow ? Int.max : product * factor
    }
    guard count <= rules.maximum - rules.count else {
        diagnostics.append(
            Diagnostic(
                code: "access/too-many-rules", "this comes to more than the \(rules.maximum) rules that a mesh may have",
                at: target.range,
                notes: [
                    "\(principals.count) principals, \(operations.count) operations, \(hosts.count) hosts and "
                        + "\(clusters.count) clusters are multiplied"
                ],
                suggestion: "use a prefix, or 'any', in place of single names"))
        return
    }
    for cluster in clusters {
        for principal in principals {
            for operation in operations {
                for host in hosts {
                    let rule = AccessRule(
                        resourceType: target.value.type, pattern: target.value.pattern, principal: principal, host: host,
                        operation: operation,
                        permission: access.spec.permission)
                    if repeated == nil { repeated = rules.origin(of: rule, on: cluster, before: origin.document) }
                    rules.add(
                        rule, on: cluster, owner: access.metadata.owner?.value, adopts: access.metadata.adopts,
                        isProtected: access.metadata.protects, origin: origin)
                }
            }
        }
    }
    if let repeated {
        diagnostics.append(
            Diagnostic(
                .note, code: "access/already-granted",
                "\(repeated.document) \(access.spec.permission == .allow ? "already grants" : "already denies") some of this",
                at: target.range, secondary: repeated.range.map { [.init("here", at: $0)] } ?? [],
                suggestion: "leave it out here if it was not meant to outlive the other"))
    }
}

private func principals(of access: Resource<AccessSpec>, _ index: MeshIndex, _ diagnostics: inout Findings) -> [String] {
    access.spec.principals.compactMap { name in
        if name.value == "*" { return "User:*" }
        if let principal = index.principals[name.value] { return kafkaPrincipal(principal) }
        diagnostics.appendUnknown(
            "Principal", name, code: "access/unknown-principal", among: Array(index.principals.keys), gaps: index.loaded.gaps)
        return nil
    }
}

private func operations(
    of access: Resource<AccessSpec>, on type: AccessRule.ResourceType, at range: SourceRange?, _ diagnostics: inout Findings
) -> [AccessRule.Operation] {
    switch access.spec.rights {
    case .role(let role): return role.value.operations(on: type)
    case .operations(let operations):
        let allowed = type.operations
        return operations.compactMap { operation in
            if allowed.contains(operation.value) { return operation.value }
            diagnostics.append(
                Diagnostic(
                    code: "access/invalid-operation", "'\(operation.value.rawValue)' cannot be done to a \(type.rawValue)",
                    at: operation.range,
                    secondary: range.map { [.init("the \(type.rawValue)", at: $0)] } ?? [],
                    notes: ["to a \(type.rawValue): " + allowed.map(\.rawValue).joined(separator: ", ")]))
            return nil
        }
    }
}

extension AccessRule.ResourceType {
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
