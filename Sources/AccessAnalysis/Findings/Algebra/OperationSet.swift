import MeshModel

/// What a rule lets one do, or forbids, on its type of resource.
struct OperationSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ operation: AccessRule.Operation) { rawValue = Self.bits[operation] ?? 0 }

    /// All that the rule decides. Kafka: a grant of Read, Write, Delete or Alter is one of Describe too, and AlterConfigs one of
    /// DescribeConfigs; a denial denies what it names and nothing more; `all` is everything that the type knows.
    init(decidedBy rule: AccessRule) {
        let known = Self.known[rule.resourceType] ?? []
        var found: OperationSet = rule.operation == .all ? known : OperationSet(rule.operation)
        if rule.permission == .allow {
            if !found.isDisjoint(with: Self.implyingDescribe) { found.insert(OperationSet(.describe)) }
            if found.contains(OperationSet(.alterConfigs)) { found.insert(OperationSet(.describeConfigs)) }
        }
        self = found.intersection(known)
    }

    var operations: [AccessRule.Operation] { AccessRule.Operation.allCases.filter { $0 != .all && contains(OperationSet($0)) } }

    var names: [String] { operations.map(\.rawValue) }

    private static let bits = Dictionary(
        uniqueKeysWithValues: AccessRule.Operation.allCases.filter { $0 != .all }.enumerated().map { ($1, UInt16(1) << UInt16($0)) })

    private static let implyingDescribe: OperationSet = [
        OperationSet(.read), OperationSet(.write), OperationSet(.delete), OperationSet(.alter),
    ]

    /// By type, what Kafka asks its authorizer about.
    private static let known = Dictionary(
        uniqueKeysWithValues: AccessRule.ResourceType.allCases.map { type in
            (type, type.askedOperations.reduce(into: OperationSet()) { $0.insert(OperationSet($1)) })
        })
}
