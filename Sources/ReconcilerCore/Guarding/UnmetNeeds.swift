import EngineInterface
import MeshModel
import MeshPlanning

/// What does not come about this time, and what must therefore wait.
///
/// A planner's changes are safe together. Where some of them are not made, those that lean on them are not either: a right to a
/// topic that is not created, a schema that refers to one that is not registered, the revocation of a right in whose place another
/// was to come.
struct UnmetNeeds {
    private var claim: ResourceAddress?
    private var topics: [String: ResourceAddress] = [:]
    private var subjects: [String: ResourceAddress] = [:]
    /// Subjects that stay because what refers to them stays.
    private var neededSubjects: [String: ResourceAddress] = [:]
    /// By principal.
    private var grants: [String: ResourceAddress] = [:]
    private var denials: [String: ResourceAddress] = [:]

    /// What manifests ask for and a plan refuses altogether.
    mutating func add(_ notice: Notice, observed: ObservedCluster) {
        switch notice.address.kind {
        case .topic where observed.topics[notice.address.name] == nil: topics[notice.address.name] = notice.address
        case .contract: if let subject = notice.subject { subjects[subject] = notice.address }
        default: break
        }
    }

    mutating func add(_ change: Change, observed: ObservedCluster) {
        if change.stage == .claim { claim = change.address }
        for operation in change.operations {
            switch operation {
            case .createTopic(let name, _, _, _): topics[name] = change.address
            case .registerSchema(let schema): subjects[schema.subject] = change.address
            case .deleteSubject(let subject):
                for reference in observed.subjects?[subject]?.references ?? [] { neededSubjects[reference.subject] = change.address }
            case .grant(let rule) where change.address.kind == .access:
                grants[rule.principal] = change.address
                if rule.permission == .deny { denials[rule.principal] = change.address }
            default: continue
            }
        }
    }

    /// What the change has to wait for; nil: it may go on.
    func missing(for change: Change) -> ResourceAddress? {
        if let claim, change.stage != .claim { return claim }
        for operation in change.operations {
            switch operation {
            case .grant(let rule):
                if rule.resourceType == .topic, case .literal(let topic) = rule.pattern, let missing = topics[topic] { return missing }
                if change.address.kind == .access, rule.permission == .allow, let missing = related(rule.principal, in: denials) { return missing }
            case .revoke(let rule) where change.address.kind == .access:
                if let missing = related(rule.principal, in: grants) { return missing }
            case .registerSchema(let schema):
                for reference in schema.references { if let missing = subjects[reference.subject] { return missing } }
            case .deleteSubject(let subject): if let missing = neededSubjects[subject] { return missing }
            default: continue
            }
        }
        return nil
    }

    private func related(_ principal: String, in found: [String: ResourceAddress]) -> ResourceAddress? {
        if principal == "User:*" { return found.min { $0.key < $1.key }?.value }
        return found[principal] ?? found["User:*"]
    }
}
