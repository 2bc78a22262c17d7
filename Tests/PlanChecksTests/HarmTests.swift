import Determinism
import Diagnostics
import EngineInterface
import MeshModel
import MeshPlanning
import RandomMeshes
import Testing

@testable import PlanChecks

/// One way to spoil a good plan. nil: there is nothing in this plan to spoil so.
struct Spoiling: Sendable, CustomTestStringConvertible {
    var name: String
    var harms: Set<PlanFault.Harm>
    var spoil: @Sendable (inout RandomPlan, inout SeededGenerator) -> Bool

    var testDescription: String { name }

    init(_ name: String, _ harms: Set<PlanFault.Harm>, _ spoil: @escaping @Sendable (inout RandomPlan, inout SeededGenerator) -> Bool) {
        self.name = name
        self.harms = harms
        self.spoil = spoil
    }
}

extension RandomPlan {
    /// Picks a change that fits, and changes it.
    mutating func spoil(_ chance: inout SeededGenerator, where fits: (Change) -> Bool, _ body: (inout Change, RandomMesh) -> Bool) -> Bool {
        let places = plan.clusters[0].changes.indices.filter { fits(plan.clusters[0].changes[$0]) }
        guard let place = places.randomElement(using: &chance) else { return false }
        return body(&plan.clusters[0].changes[place], mesh)
    }
}

extension EngineOperation {
    var deletes: Bool {
        switch self {
        case .deleteTopic, .deleteSubject: true
        default: false
        }
    }
}

let spoilings: [Spoiling] = [
    Spoiling("a deletion aims at another topic", [.inconsistent]) { random, chance in
        random.spoil(&chance, where: { $0.stage == .deleteTopics }) { change, mesh in
            guard let other = mesh.observed.topics.keys.sorted().first(where: { $0 != change.address.name }) else { return false }
            change.operations = [.deleteTopic(name: other)]
            return true
        }
    },
    Spoiling("a deletion, its name and its note aim at another topic", [.foreign, .declared, .reserved, .protected, .twice, .outOfScope]) { random, chance in
        let taken = Set(random.plan.changes.filter { $0.action == .delete }.map(\.address.name))
        let mesh = random.mesh
        return random.spoil(&chance, where: { $0.stage == .deleteTopics }) { change, _ in
            guard let other = mesh.observed.topics.keys.sorted().last(where: { !taken.contains($0) }) else { return false }
            if mesh.observed.ledger.topics[other]?.stewardship.mesh == "shop", mesh.desired.clusters["eu"]?.topics[other] == nil { return false }
            change.address = .topic(other, on: "eu")
            change.operations = [.deleteTopic(name: other)]
            change.outcome = .topic(other, nil)
            change.withdrawal = nil
            return true
        }
    },
    Spoiling("a creation also deletes", [.inconsistent, .declared, .replaced, .notAsked]) { random, chance in
        random.spoil(&chance, where: { $0.stage == .createTopics }) { change, _ in
            change.operations.insert(.deleteTopic(name: change.address.name), at: 0)
            return true
        }
    },
    Spoiling("a change is there twice", [.twice]) { random, chance in
        guard let change = random.plan.changes.randomElement(using: &chance) else { return false }
        let place = random.plan.clusters[0].changes.firstIndex { $0.address == change.address && $0.subject == change.subject } ?? 0
        random.plan.clusters[0].changes.insert(change, at: place)
        return true
    },
    Spoiling("two changes of different stages change places", [.order]) { random, chance in
        let changes = random.plan.clusters[0].changes
        guard let first = changes.first, let last = changes.last, first.stage != last.stage else { return false }
        random.plan.clusters[0].changes.swapAt(0, changes.count - 1)
        return true
    },
    Spoiling("a change moves to an early stage", [.inconsistent, .order]) { random, chance in
        random.spoil(&chance, where: { $0.stage > .alterTopics && $0.stage != .note && $0.action != .forget }) { change, _ in
            change.stage = .registerSchemas
            return true
        }
    },
    Spoiling("nobody asked for deletions", [.notAsked]) { random, chance in
        guard random.plan.changes.contains(where: { $0.operations.contains(where: \.deletes) }) else { return false }
        random.options.prunes = false
        return true
    },
    Spoiling("what is deleted was protected", [.protected]) { random, chance in
        guard let change = random.plan.changes.first(where: { $0.action == .delete }) else { return false }
        switch change.outcome {
        case .topic(let name, _): random.mesh.observed.ledger.topics[name]?.stewardship.deletionProtection = true
        case .access(let rule, _): random.mesh.observed.ledger.access[rule]?.stewardship.deletionProtection = true
        case .subject(let name, _): random.mesh.observed.ledger.subjects[name]?.stewardship.deletionProtection = true
        case .claim: return false
        }
        return true
    },
    Spoiling("another mesh owns it", [.foreign]) { random, chance in
        guard let change = random.plan.changes.filter({ $0.action != .create && $0.action != .adopt }).randomElement(using: &chance) else { return false }
        switch change.outcome {
        case .topic(let name, _): random.mesh.observed.ledger.topics[name]?.stewardship.mesh = "other"
        case .access(let rule, _): random.mesh.observed.ledger.access[rule]?.stewardship.mesh = "other"
        case .subject(let name, _): random.mesh.observed.ledger.subjects[name]?.stewardship.mesh = "other"
        case .claim: return false
        }
        return true
    },
    Spoiling("nobody owns it", [.foreign, .inconsistent]) { random, chance in
        let fits = random.plan.changes.filter { $0.action == .update || $0.action == .delete }
        guard let change = fits.randomElement(using: &chance) else { return false }
        switch change.outcome {
        case .topic(let name, _): random.mesh.observed.ledger.topics[name] = nil
        case .access(let rule, _): random.mesh.observed.ledger.access[rule] = nil
        case .subject(let name, _): random.mesh.observed.ledger.subjects[name] = nil
        case .claim: return false
        }
        return true
    },
    Spoiling("an adoption that no manifest asks for", [.foreign]) { random, chance in
        guard let change = random.plan.changes.filter({ $0.action == .adopt }).randomElement(using: &chance) else { return false }
        switch change.outcome {
        case .topic(let name, _): random.mesh.desired.clusters["eu"]?.topics[name]?.adopts = false
        case .access(let rule, _): random.mesh.desired.clusters["eu"]?.access[rule]?.adopts = false
        case .subject(let name, _): random.mesh.desired.clusters["eu"]?.subjects[name]?.adopts = false
        case .claim: return false
        }
        return true
    },
    Spoiling("what is taken away is declared", [.declared]) { random, chance in
        guard let change = random.plan.changes.filter({ $0.action == .delete && $0.subject == nil }).randomElement(using: &chance) else { return false }
        switch change.outcome {
        case .topic(let name, _):
            random.mesh.desired.clusters["eu"]?.topics[name] = DesiredTopic(name: name, partitions: 1, origin: Origin(document: "Topic"))
        case .access(let rule, _): random.mesh.desired.clusters["eu"]?.access[rule] = DesiredAccess(origins: [Origin(document: "Access")])
        case .subject, .claim: return false
        }
        return true
    },
    Spoiling("a grant that nobody asked for", [.inconsistent]) { random, chance in
        guard let change = random.plan.changes.filter({ $0.stage == .grant }).randomElement(using: &chance), case .access(let rule, _) = change.outcome
        else { return false }
        random.mesh.desired.clusters["eu"]?.access[rule] = nil
        return true
    },
    Spoiling("a grant grants another rule", [.inconsistent]) { random, chance in
        random.spoil(&chance, where: { $0.stage == .grant }) { change, _ in
            change.operations = [.grant(AccessRule(resourceType: .topic, pattern: .any, principal: "User:mallory", operation: .all))]
            return true
        }
    },
    Spoiling("a revocation revokes another rule", [.inconsistent]) { random, chance in
        random.spoil(&chance, where: { $0.stage == .revoke && $0.address.kind == .access }) { change, mesh in
            guard let other = mesh.observed.access.sorted().first(where: { $0.addressName != change.address.name }) else { return false }
            change.operations = [.revoke(other)]
            return true
        }
    },
    Spoiling("a creation's intent is lost", [.inconsistent]) { random, chance in
        random.spoil(&chance, where: { $0.action == .create }) { change, _ in
            change.intent = nil
            return true
        }
    },
    Spoiling("a creation loses its operations", [.inconsistent, .dangling]) { random, chance in
        random.spoil(&chance, where: { $0.action == .create }) { change, _ in
            change.operations = []
            return true
        }
    },
    Spoiling("partitions are taken away", [.inconsistent]) { random, chance in
        random.spoil(&chance, where: { $0.stage == .alterTopics }) { change, _ in
            change.operations.append(.setPartitions(topic: change.address.name, total: 1))
            return true
        }
    },
    Spoiling("another key is set", [.inconsistent, .twice]) { random, chance in
        random.spoil(&chance, where: { $0.stage == .alterTopics }) { change, _ in
            change.operations.append(.alterConfig(topic: change.address.name, set: ["retention.bytes": "1"], unset: []))
            return true
        }
    },
    Spoiling("a key of others is unset", [.foreign, .twice]) { random, chance in
        random.spoil(&chance, where: { $0.stage == .alterTopics }) { change, _ in
            change.operations = [.alterConfig(topic: change.address.name, set: [:], unset: ["segment.bytes"])]
            return true
        }
    },
    Spoiling("what is noted is another mesh's", [.inconsistent]) { random, chance in
        random.spoil(&chance, where: { $0.action == .create || $0.action == .update }) { change, _ in
            guard case .topic(let name, var entry?) = change.outcome else { return false }
            entry.stewardship.mesh = "other"
            change.outcome = .topic(name, entry)
            return true
        }
    },
    Spoiling("an outcome is about something else", [.inconsistent, .foreign, .reserved]) { random, chance in
        random.spoil(&chance, where: { _ in true }) { change, _ in
            change.outcome = .topic("elsewhere", nil)
            return true
        }
    },
    Spoiling("a deletion is called safe", [.understated]) { random, chance in
        random.spoil(&chance, where: { $0.stage == .deleteTopics || $0.stage == .deleteSubjects }) { change, _ in
            change.risk = .safe
            return true
        }
    },
    Spoiling("the plan is another cluster's", [.wrongCluster]) { random, _ in
        guard !random.plan.isEmpty else { return false }
        random.mesh.observed.clusterId = "another"
        return true
    },
    Spoiling("the kind left the scope", [.outOfScope]) { random, _ in
        guard random.plan.changes.contains(where: { $0.stage != .claim }) else { return false }
        random.mesh.desired.scope.kinds = []
        return true
    },
    Spoiling("the prefix left the scope", [.outOfScope]) { random, _ in
        guard random.plan.changes.contains(where: { $0.address.kind == .topic }) else { return false }
        random.mesh.desired.scope.prefixes = [Located("nothing.of.that.name")]
        return true
    },
    Spoiling("a target is another", [.outOfScope]) { random, _ in
        guard random.plan.changes.contains(where: { $0.stage != .claim }) else { return false }
        random.options.targets = [.topic("nothing", on: "eu")]
        return true
    },
    Spoiling("the schema is another", [.inconsistent]) { random, chance in
        random.spoil(&chance, where: { $0.stage == .registerSchemas }) { change, _ in
            guard let subject = change.subject, change.operations.contains(where: \.registers) else { return false }
            change.operations = [.registerSchema(SubjectSchema(subject: subject, format: .avro, schema: "\"string\""))]
            return true
        }
    },
    Spoiling("the time of what is granted is over", [.inconsistent]) { random, chance in
        let grants = random.plan.changes.filter { $0.stage == .grant }
        guard case .access(let rule, _)? = grants.randomElement(using: &chance)?.outcome else { return false }
        random.mesh.desired.clusters["eu"]?.access[rule]?.expires = random.options.now
        return true
    },
    Spoiling("the time of what is revoked is not over yet", [.declared]) { random, chance in
        let over = random.plan.changes.filter { change in
            guard change.stage == .revoke, case .access(let rule, _) = change.outcome else { return false }
            return random.mesh.desired.clusters["eu"]?.access[rule] != nil
        }
        guard case .access(let rule, _)? = over.randomElement(using: &chance)?.outcome else { return false }
        random.mesh.desired.clusters["eu"]?.access[rule]?.expires = random.options.now + .milliseconds(1)
        return true
    },
    Spoiling("the engine's own topic is touched", [.reserved]) { random, chance in
        random.spoil(&chance, where: { $0.address.kind == .topic && $0.stage == .alterTopics }) { change, _ in
            guard case .topic(_, let entry) = change.outcome else { return false }
            change.address = .topic("__heddle.state", on: "eu")
            change.outcome = .topic("__heddle.state", entry)
            change.operations = [.alterConfig(topic: "__heddle.state", set: ["cleanup.policy": "delete"], unset: [])]
            return true
        }
    },
]

@Suite struct `Each way to spoil a plan` {
    @Test(arguments: spoilings) func `is seen`(spoiling: Spoiling) {
        var chance = SeededGenerator(seed: 5)
        var count = 0
        for seed in 0..<250 as Range<UInt64> {
            var random = RandomPlan(seed: seed)
            guard !random.plan.clusters.isEmpty, spoiling.spoil(&random, &chance) else { continue }
            count += 1
            let harms = Set(random.faults().map(\.harm))
            #expect(!harms.isDisjoint(with: spoiling.harms), "\(spoiling.name), seed \(seed): \(harms)")
        }
        #expect(count > 2, "\(spoiling.name) was tried \(count) times only")
    }
}
