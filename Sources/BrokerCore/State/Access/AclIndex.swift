/// ACLs by what they are about and whom they mean, so that a decision looks at the few that can bear on it.
struct AclIndex {
    private struct Place: Hashable {
        var type: AclResourceType
        var pattern: AclPatternType
        var name: String
        var principal: String

        init(type: AclResourceType, pattern: AclPatternType, name: String, principal: String) {
            self.type = type
            self.pattern = pattern
            self.name = name
            self.principal = principal
        }

        init(_ binding: AclBinding) {
            self.init(
                type: binding.resourceType, pattern: binding.patternType, name: binding.resourceName,
                principal: binding.principal)
        }
    }

    private struct Rule: Hashable {
        var host: String
        var operation: AclOperation
        var permission: AclPermission

        init(_ binding: AclBinding) {
            host = binding.host
            operation = binding.operation
            permission = binding.permission
        }
    }

    /// What the ACLs say of one request, before any default.
    enum Verdict {
        case denied
        case allowed
        case silent
    }

    static let anyResource = "*"
    static let anyPrincipal = "User:*"
    static let anyHost = "*"

    private var rules: [Place: Set<Rule>] = [:]
    /// How many prefixes of a length in UTF-8 bytes there are: only these lengths of a name need looking up.
    private var prefixLengths: [AclResourceType: [Int: Int]] = [:]
    private var denials: [AclResourceType: Int] = [:]
    private var allowances: [AclResourceType: Int] = [:]

    mutating func insert(_ binding: AclBinding) {
        rules[Place(binding), default: []].insert(Rule(binding))
        count(binding, by: 1)
    }

    mutating func remove(_ binding: AclBinding) {
        let place = Place(binding)
        rules[place]?.remove(Rule(binding))
        if rules[place]?.isEmpty == true { rules[place] = nil }
        count(binding, by: -1)
    }

    /// Whether any ACL denies something about resources of this type.
    func hasDenials(of type: AclResourceType) -> Bool { denials[type, default: 0] > 0 }

    func hasRules(of type: AclResourceType) -> Bool { hasDenials(of: type) || allowances[type, default: 0] > 0 }

    /// Kafka's StandardAuthorizer: a denial that matches counts whatever else does.
    func verdict(_ asker: Asker, _ operation: AclOperation, on resource: ProtectedResource) -> Verdict {
        let type = resource.type
        guard hasRules(of: type) else { return .silent }
        let name = resource.name
        var isAllowed = false
        func isDenied(_ pattern: AclPatternType, _ name: String) -> Bool {
            for principal in [asker.principal, Self.anyPrincipal] {
                guard let here = rules[Place(type: type, pattern: pattern, name: name, principal: principal)] else { continue }
                for rule in here where rule.host == Self.anyHost || rule.host == asker.host {
                    if rule.permission == .deny {
                        if rule.operation == operation || rule.operation == .all { return true }
                    } else if rule.operation.implies(operation) {
                        isAllowed = true
                    }
                }
            }
            return false
        }
        if isDenied(.literal, name) || isDenied(.literal, Self.anyResource) { return .denied }
        for length in prefixLengths[type, default: [:]].keys where length <= name.utf8.count {
            // A length that ends within a character is the length of other prefixes than this name's.
            guard let prefix = String(name.utf8.prefix(length)) else { continue }
            if isDenied(.prefixed, prefix) { return .denied }
        }
        return isAllowed ? .allowed : .silent
    }

    private mutating func count(_ binding: AclBinding, by change: Int) {
        if binding.permission == .deny {
            denials[binding.resourceType, default: 0] += change
        } else {
            allowances[binding.resourceType, default: 0] += change
        }
        guard binding.patternType == .prefixed else { return }
        let length = binding.resourceName.utf8.count
        let remaining = prefixLengths[binding.resourceType]?[length, default: 0] ?? 0
        prefixLengths[binding.resourceType, default: [:]][length] = remaining + change == 0 ? nil : remaining + change
    }
}

extension AclOperation {
    /// Whether who may do this may do the other too. Of denials only the same operation and ALL count.
    func implies(_ other: AclOperation) -> Bool {
        if self == other || self == .all { return true }
        return switch other {
        case .describe: [.read, .write, .delete, .alter].contains(self)
        case .describeConfigs: self == .alterConfigs
        default: false
        }
    }
}
