import EngineInterface
import MeshModel
import MeshPlanning

/// Which rules stand when: before the plan, between its steps, and after it.
struct AccessTimeline {
    /// A rule from one state up to, not including, another.
    struct Stay {
        var rule: AccessRule
        var from: Int
        var until: Int
    }

    /// How many states there are: one more than there are steps that change access.
    private(set) var stateCount = 1
    private var stays: [String: [Stay]] = [:]
    /// Rules whose coming or going may open a window: those that go, and denials. An allowance that comes opens none by itself:
    /// whatever takes it back is one of these.
    private(set) var moved: [AccessRule] = []
    /// Literal names that rules speak of, where prefixes are probed.
    private var names: [AccessRule.ResourceType: [String]] = [:]

    init(before: Set<AccessRule>, changes: [Change]) {
        var open: [AccessRule: Int] = [:]
        for rule in before { open[rule] = 0 }
        var step: (stage: Change.Stage, order: Int)?
        var state = 0
        var finished: [Stay] = []
        for change in changes {
            for operation in change.operations {
                let rule: AccessRule
                switch operation {
                case .grant(let granted): rule = granted
                case .revoke(let revoked): rule = revoked
                default: continue
                }
                if step.map({ $0 != (change.stage, change.order) }) ?? true {
                    step = (change.stage, change.order)
                    state += 1
                }
                if case .grant = operation {
                    if rule.permission == .deny { moved.append(rule) }
                    if open[rule] == nil { open[rule] = state }
                } else if let from = open.removeValue(forKey: rule) {
                    moved.append(rule)
                    finished.append(Stay(rule: rule, from: from, until: state))
                }
            }
        }
        stateCount = state + 1
        guard !moved.isEmpty else { return }
        for stay in finished + open.map({ Stay(rule: $0.key, from: $0.value, until: stateCount) }) {
            stays[stay.rule.principal, default: []].append(stay)
            if case .literal(let name) = stay.rule.pattern { names[stay.rule.resourceType, default: []].append(name) }
        }
        for type in names.keys { names[type] = Array(Set(names[type] ?? [])).sorted() }
    }

    /// Whether somebody may do something to a resource of that name, in every state.
    func isAllowed(_ probe: AccessProbe) -> [Bool] {
        var allowed = [Bool](repeating: false, count: stateCount)
        var denied = allowed
        for principal in probe.principal == "User:*" ? ["User:*"] : [probe.principal, "User:*"] {
            for stay in stays[principal] ?? [] where stay.rule.covers(probe) {
                for state in stay.from..<stay.until {
                    if stay.rule.permission == .allow { allowed[state] = true } else { denied[state] = true }
                }
            }
        }
        return zip(allowed, denied).map { $0 && !$1 }
    }

    /// By halving: names are sorted, and there may be tens of thousands.
    private func first(in names: [String], notBefore prefix: String) -> Int {
        var (low, high) = (0, names.count)
        while low < high {
            let middle = (low + high) / 2
            if names[middle] < prefix { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What a rule is about, as questions with one answer each. Of a prefix: the names under it that other rules speak of, up to
    /// a bound, and one that none does.
    func probes(of rule: AccessRule) -> [AccessProbe] {
        let most = rule.principal == "User:*" ? 50 : 200
        let known = names[rule.resourceType] ?? []
        let resources: [String] =
            switch rule.pattern {
            case .literal(let name): [name]
            case .prefix(let prefix): [prefix + "\u{1}"] + known[first(in: known, notBefore: prefix)...].prefix(most).prefix { $0.hasPrefix(prefix) }
            case .any: ["\u{1}"] + known.prefix(most)
            }
        // A denial of everybody is felt by those who have a rule of their own.
        let principals = rule.principal == "User:*" ? ["User:\u{1}"] + stays.keys.sorted().prefix(most) : [rule.principal]
        return principals.flatMap { principal in
            resources.map { AccessProbe(principal: principal, host: rule.host, resourceType: rule.resourceType, resource: $0, operation: rule.operation) }
        }
    }
}

/// One question: may this principal, from here, do this to that?
struct AccessProbe: Hashable {
    var principal: String
    /// `*`: from anywhere.
    var host: String
    var resourceType: AccessRule.ResourceType
    var resource: String
    var operation: AccessRule.Operation
}

extension AccessRule {
    /// As Kafka's authorizer matches (StandardAuthorizer): `all` covers every operation; an allowed read, write, delete or alter
    /// brings describe with it, an allowed alter-configs brings describe-configs.
    func covers(_ probe: AccessProbe) -> Bool {
        guard resourceType == probe.resourceType, host == "*" || host == probe.host else { return false }
        let operations: Set<Operation> =
            switch (probe.operation, permission) {
            case (.describe, .allow): [.describe, .read, .write, .delete, .alter]
            case (.describeConfigs, .allow): [.describeConfigs, .alterConfigs]
            default: [probe.operation]
            }
        guard operation == .all || operations.contains(operation) else { return false }
        return switch pattern {
        case .any: true
        case .literal(let name): name == probe.resource
        case .prefix(let prefix): probe.resource.hasPrefix(prefix)
        }
    }
}
