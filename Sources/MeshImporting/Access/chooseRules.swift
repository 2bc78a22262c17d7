import ManifestLoading
import MeshModel
import MeshPlanning
import MeshResolution

/// The rules that nobody else answers for and that a manifest can state.
func chooseRules(_ request: ImportRequest, _ topics: [ChosenTopic], _ leftOut: inout [LeftOut]) -> Set<AccessRule> {
    let quarantines = Set(request.observed.ledger.topics.values.flatMap { $0.quarantine?.denials ?? [] })
    let concerned = Set(request.observed.access.filter { request.isAboutWantedTopics($0) }.map(\.principal))
    var chosen: Set<AccessRule> = []
    for rule in request.observed.access {
        if let (reason, message) = whyNot(rule, quarantines, concerned, request) {
            leftOut.append(LeftOut(.access, rule.addressName, reason, message))
        } else {
            chosen.insert(rule)
        }
    }
    return chosen
}

private func whyNot(
    _ rule: AccessRule, _ quarantines: Set<AccessRule>, _ concerned: Set<String>, _ request: ImportRequest
) -> (LeftOut.Reason, String)? {
    let own = request.declared?.ownPrincipal
    if quarantines.contains(rule) { return (.quarantined, "it keeps a topic out of use that is on its way to deletion") }
    if rule.principal == own { return (.internal, "it is a right of Heddle's own principal") }
    if rule.resourceType == .topic, rule.pattern.name?.hasPrefix("__heddle") == true {
        return (.internal, "it is about a topic in which Heddle keeps what it knows")
    }
    let entry = request.observed.ledger.access[rule]
    if request.isOfAnotherMesh(entry?.stewardship) { return (.ownedElsewhere, "it belongs to the mesh '\(entry?.stewardship.mesh ?? "")'") }
    if request.declared?.access[rule] != nil { return (.declared, "the manifests declare it") }
    guard isWanted(rule, concerned, request) else { return (.outsidePrefix, "it is about none of the wanted topics, nor of who uses them") }
    if let problem = rule.lockoutProblem(own: own) { return (.inexpressible, problem) }
    return rule.problem.map { (.inexpressible, $0) }
}

/// Of those who have rules about wanted topics, groups and transactional ids are wanted too.
private func isWanted(_ rule: AccessRule, _ concerned: Set<String>, _ request: ImportRequest) -> Bool {
    if request.prefixes.isEmpty { return true }
    switch rule.resourceType {
    case .topic: return request.isAboutWantedTopics(rule)
    case .group, .transactionalId: return concerned.contains(rule.principal) && rule.principal != "User:*"
    case .cluster, .delegationToken, .user: return false
    }
}

extension ImportRequest {
    fileprivate func isAboutWantedTopics(_ rule: AccessRule) -> Bool {
        rule.resourceType == .topic && rule.pattern.name.map(isWanted) == true
    }
}

extension AccessRule.Pattern {
    /// nil: any.
    var name: String? {
        switch self {
        case .literal(let name), .prefix(let name): name
        case .any: nil
        }
    }
}

extension AccessRule {
    /// Why no manifest can state it.
    fileprivate var problem: String? {
        guard principal.hasPrefix("User:") else { return "its principal is no user, and manifests know no others" }
        if principal.dropFirst(5).allSatisfy(\.isWhitespace) { return "its principal has no name" }
        if host.allSatisfy(\.isWhitespace) { return "its host is empty" }
        switch resourceType {
        case .delegationToken, .user: return "manifests have no access to a resource of type '\(resourceType.rawValue)'"
        case .cluster: if pattern != .literal("kafka-cluster") { return "the cluster it is about is not called 'kafka-cluster'" }
        case .topic, .group, .transactionalId:
            if let name = pattern.name, let problem = TextForm.resourceName.problem(name) { return "its resource '\(name)' \(problem.message)" }
        }
        guard resourceType.operations.contains(operation) else {
            return "'\(operation.rawValue)' cannot be done to a \(resourceType.rawValue)"
        }
        return nil
    }
}
