import ManifestWriting
import MeshModel

/// Rules as few Access documents: each is a whole product of principals, resources and hosts, with one role or one list of
/// operations. Denials are never mixed with grants.
func foldAccess(_ rules: Set<AccessRule>, _ request: ImportRequest, _ principals: inout PrincipalNames) -> [ImportedDocument] {
    var grants = Set<Grant>()
    for (place, operations) in operationsByPlace(rules, request) {
        grants.insert(
            Grant(
                permission: place.permission, rights: GrantedRights(operations, on: place.resource.type), principals: [place.principal],
                resources: [place.resource], hosts: [place.host], isProtected: place.isProtected))
    }
    grants = merge(grants, along: \.resources)
    grants = merge(grants, along: \.hosts)
    grants = merge(grants, along: \.principals)
    var names = NameTable(taken: request.loaded.access.map(\.name))
    let ordered = grants.map { ($0, $0.sortKey) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    return ordered.map { $0.document(&names, &principals, request) }.sorted { $0.name < $1.name }
}

private struct GrantedResource: Hashable {
    var type: AccessRule.ResourceType
    var pattern: AccessRule.Pattern

    var key: String {
        switch pattern {
        case .literal(let name): "\(type.rawValue) literal \(name)"
        case .prefix(let prefix): "\(type.rawValue) prefix \(prefix)"
        case .any: "\(type.rawValue)"
        }
    }
}

private struct Place: Hashable {
    var permission: AccessRule.Permission
    var principal: String
    var resource: GrantedResource
    var host: String
    var isProtected: Bool
}

private func operationsByPlace(_ rules: Set<AccessRule>, _ request: ImportRequest) -> [Place: Set<AccessRule.Operation>] {
    var operations: [Place: Set<AccessRule.Operation>] = [:]
    for rule in rules {
        let resource = GrantedResource(type: rule.resourceType, pattern: rule.pattern)
        let place = Place(
            permission: rule.permission, principal: rule.principal, resource: resource, host: rule.host, isProtected: request.isProtected(rule))
        operations[place, default: []].insert(rule.operation)
    }
    return operations
}

/// What may be done: a role where it is that and nothing else.
private enum GrantedRights: Hashable {
    case role(AccessRole)
    case operations(Set<AccessRule.Operation>)

    init(_ operations: Set<AccessRule.Operation>, on type: AccessRule.ResourceType) {
        // On what they are not made for, several roles mean no more than to see it.
        let roles = type == .delegationToken || type == .user ? [] : AccessRole.allCases
        if let role = roles.first(where: { Set($0.operations(on: type)) == operations }) {
            self = .role(role)
        } else {
            self = .operations(operations)
        }
    }

    var label: String {
        switch self {
        case .role(let role): role.rawValue
        case .operations(let operations): operations.map(\.rawValue).sorted().joined(separator: "-")
        }
    }
}

private struct Grant: Hashable {
    var permission: AccessRule.Permission
    var rights: GrantedRights
    var principals: Set<String>
    var resources: Set<GrantedResource>
    var hosts: Set<String>
    var isProtected: Bool

    var sortKey: [String] {
        [principals.sorted().joined(separator: "\n"), permission.rawValue, String(isProtected), rights.label, hosts.sorted().joined(separator: "\n")]
            + resources.map(\.key).sorted()
    }
}

/// Puts together what differs in one respect only.
private func merge<Part: Hashable>(_ grants: Set<Grant>, along part: WritableKeyPath<Grant, Set<Part>>) -> Set<Grant> {
    var merged: [Grant: Set<Part>] = [:]
    for grant in grants {
        var rest = grant
        rest[keyPath: part] = []
        merged[rest, default: []].formUnion(grant[keyPath: part])
    }
    return Set(
        merged.map { rest, parts in
            var grant = rest
            grant[keyPath: part] = parts
            return grant
        })
}

extension Grant {
    fileprivate func document(_ names: inout NameTable, _ known: inout PrincipalNames, _ request: ImportRequest) -> ImportedDocument {
        let principals = principals.sorted().map { known.name(of: $0) }
        let first = principals.first == "*" ? "everyone" : principals.first ?? ""
        let others = principals.count > 1 ? "-and-others" : ""
        let name = names.take("\(permission == .deny ? "deny-" : "")\(first.prefix(120))\(others)-\(rights.label)")
        var spec: [(String, YAMLDraft)] = []
        if permission == .deny { spec.append(("permission", text(permission.rawValue))) }
        spec.append(("principals", .sequence(principals.map(text))))
        switch rights {
        case .role(let role): spec.append(("role", text(role.rawValue)))
        case .operations(let operations): spec.append(("operations", .sequence(operations.map(\.rawValue).sorted().map(text))))
        }
        spec.append(("resources", .sequence(resources.sorted { $0.key < $1.key }.map(\.draft))))
        if hosts != ["*"] { spec.append(("hosts", .sequence(hosts.sorted().map(text)))) }
        spec.append(("clusters", .sequence([text(request.cluster)])))
        return ImportedDocument(
            name: name, draft: ManifestDraft(kind: .access, metadata: adoptedMetadata(name, owner: nil, isProtected: isProtected), spec: .mapping(spec)))
    }
}

extension GrantedResource {
    fileprivate var draft: YAMLDraft {
        let type = text(type.rawValue)
        if self.type == .cluster { return .mapping([("type", type), ("any", .boolean(true))], layout: .flow) }
        return switch pattern {
        case .literal(let name): .mapping([("type", type), ("name", text(name))], layout: .flow)
        case .prefix(let prefix): .mapping([("type", type), ("prefix", text(prefix))], layout: .flow)
        case .any: .mapping([("type", type), ("any", .boolean(true))], layout: .flow)
        }
    }
}
