import Diagnostics
import MeshModel

/// Access documents, multiplied out: a rule for each principal, resource, operation, host and cluster.
func expandAccess(_ ground: AccessGround, _ rules: inout RuleBook, _ diagnostics: inout Findings) {
    let index = ground.index
    for access in index.loaded.access {
        let selection = access.spec.clusters.map {
            selectClusters($0, of: "access '\(access.name)'", code: "access/unknown-cluster", index, &diagnostics)
        }
        let principals = principals(of: access, index, &diagnostics)
        checkLimits(of: access, &diagnostics)
        for target in access.spec.resources {
            let targets = accessTargets(target, of: access, on: selection ?? index.clusterNames, ground, &diagnostics)
            expand(access, target.range, targets, principals, &rules, &diagnostics)
        }
    }
}

private func expand(
    _ access: Resource<AccessSpec>, _ range: SourceRange?, _ targets: [AccessTarget], _ principals: [String], _ rules: inout RuleBook,
    _ diagnostics: inout Findings
) {
    let origin = Origin(document: "Access \(access.name)", range: range)
    let hosts = access.spec.hosts.isEmpty ? ["*"] : access.spec.hosts.map(\.value)
    guard ruleCount(targets, principals, hosts) <= rules.maximum - rules.count else {
        diagnostics.append(tooManyRules(targets, principals, hosts, at: range, maximum: rules.maximum))
        return
    }
    var repeated: Origin?
    for target in targets {
        for cluster in target.clusters {
            for principal in principals {
                for operation in target.operations {
                    for host in hosts {
                        let rule = AccessRule(
                            resourceType: target.type, pattern: target.pattern, principal: principal, host: host, operation: operation,
                            permission: access.spec.permission)
                        if repeated == nil { repeated = rules.origin(of: rule, on: cluster, before: origin.document) }
                        rules.add(
                            rule, on: cluster, owner: access.metadata.owner?.value, adopts: access.metadata.adopts,
                            isProtected: access.metadata.protects, expires: access.spec.expires?.value, origin: origin)
                    }
                }
            }
        }
    }
    if let repeated {
        diagnostics.append(
            Diagnostic(
                .note, code: "access/already-granted",
                "\(repeated.document) \(access.spec.permission == .allow ? "already grants" : "already denies") some of this",
                at: range, secondary: repeated.range.map { [.init("here", at: $0)] } ?? [],
                suggestion: "leave it out here if it was not meant to outlive the other"))
    }
}

/// Int.max where nobody can count that far.
private func ruleCount(_ targets: [AccessTarget], _ principals: [String], _ hosts: [String]) -> Int {
    targets.reduce(0) { sum, target in
        let count = [target.clusters.count, principals.count, target.operations.count].reduce(hosts.count) { product, factor in
            let (result, overflow) = product.multipliedReportingOverflow(by: factor)
            return overflow ? Int.max : result
        }
        let (result, overflow) = sum.addingReportingOverflow(count)
        return overflow ? Int.max : result
    }
}

private func tooManyRules(
    _ targets: [AccessTarget], _ principals: [String], _ hosts: [String], at range: SourceRange?, maximum: Int
) -> Diagnostic {
    let operations = targets.map(\.operations.count).max() ?? 0
    let clusters = targets.map(\.clusters.count).max() ?? 0
    let resources = targets.count == 1 ? "" : "\(targets.count) resources, "
    return Diagnostic(
        code: "access/too-many-rules", "this comes to more than the \(maximum) rules that a mesh may have", at: range,
        notes: [
            "\(resources)\(principals.count) principals, \(operations) operations, \(hosts.count) hosts and \(clusters) clusters are multiplied"
        ],
        suggestion: "use a prefix, or 'any', in place of single names")
}

/// As Kafka writes them, each once: groups stand for their members.
private func principals(of access: Resource<AccessSpec>, _ index: MeshIndex, _ diagnostics: inout Findings) -> [String] {
    var seen: Set<String> = []
    return access.spec.principals.flatMap { name -> [String] in
        if name.value == "*" { return ["User:*"] }
        guard let principal = index.principals[name.value] else {
            diagnostics.appendUnknown(
                "Principal", name, code: "access/unknown-principal", among: Array(index.principals.keys), gaps: index.loaded.gaps)
            return []
        }
        guard let members = principal.spec.members else { return [kafkaPrincipal(principal)] }
        // A member that leads nowhere is told of at the group.
        return members.compactMap { index.principals[$0.value] }.filter { $0.spec.members == nil }.map(kafkaPrincipal)
    }.filter { seen.insert($0).inserted }
}

/// What is protected outlives its manifest, and what has a limit is taken back before: both cannot be.
private func checkLimits(of access: Resource<AccessSpec>, _ diagnostics: inout Findings) {
    guard access.metadata.protects, let expires = access.spec.expires else { return }
    diagnostics.append(
        Diagnostic(
            code: "access/protected-and-limited", "'\(access.name)' is never to be taken back, and yet has an end", at: expires.range,
            secondary: access.metadata.annotations["heddle.dev/protect"]?.range.map { [.init("never", at: $0)] } ?? [],
            suggestion: "leave out one of the two"))
}
