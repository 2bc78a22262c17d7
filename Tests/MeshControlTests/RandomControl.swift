import Determinism
import MeshControl
import MeshModel

/// Control records as a mesh could have them, and as nobody would name things.
struct RandomControl {
    var chance: SeededGenerator

    init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

    mutating func record() -> ControlRecord {
        switch number(9) {
        case 0: .cluster(clusterStatus())
        case 1: .clusterGone(word())
        case 2: .resource(resourceStatus(), epoch: Int64(number(1 << 40)))
        case 3: .resourceGone(address())
        case 4: .approval(Approval(plan: word(), by: word(), at: moment(), reason: maybe { $0.word() }))
        case 5: .approvalSpent(plan: word())
        case 6: .suspension(suspension())
        case 7: .resumption(maybe { $0.address() })
        default: .auditHead(AuditHeadNote(offset: Int64(number(1 << 50)), digest: word(), by: word(), at: moment()))
        }
    }

    mutating func clusterStatus() -> ClusterStatus {
        ClusterStatus(
            mesh: word(), environment: maybe { $0.word() }, cluster: word(), conditions: conditions(),
            source: .init(
                revision: maybe { $0.word() }, repository: maybe { $0.word() }, seen: maybe { $0.word() }, problem: maybe { $0.word() },
                diagnostics: many { $0.word() }),
            counts: .init(resources: number(99), synced: number(99), ready: number(99), drifted: number(99), blocked: number(99)),
            pending: maybe { random in
                PendingPlan(
                    id: random.word(),
                    changes: random.many { PendingPlan.PendingChange(address: $0.address(), action: $0.word(), risk: $0.word(), reasons: $0.many { $0.word() }) },
                    since: random.moment())
            },
            suspensions: many { $0.suspension() }, controller: word(), epoch: Int64(number(1 << 40)), rounds: number(1 << 30),
            observedAt: maybe { $0.moment() }, writtenAt: moment(), validUntil: moment())
    }

    mutating func resourceStatus() -> ResourceStatus {
        ResourceStatus(
            address: address(), generation: number(1000), observedGeneration: number(1000), revision: maybe { $0.word() }, conditions: conditions())
    }

    mutating func suspension() -> Suspension {
        Suspension(address: maybe { $0.address() }, by: word(), at: moment(), reason: maybe { $0.word() })
    }

    mutating func conditions() -> [Condition] {
        var conditions: [Condition] = []
        for kind in Condition.Kind.allCases where number(3) > 0 {
            conditions.append(
                Condition(kind, Condition.State.allCases[number(3)], reason: word(), message: number(2) == 0 ? "" : word(), since: moment()))
        }
        return conditions
    }

    mutating func address() -> ResourceAddress {
        switch number(4) {
        case 0: .topic(word(), on: plain())
        case 1: .contract(word())
        case 2: ResourceAddress(kind: .access, cluster: plain(), name: "User:\(word())/topic:\(word())/write")
        default: ResourceAddress(kind: .principal, cluster: nil, name: word())
        }
    }

    mutating func plain() -> String { ["eu", "us-east", "日本"][number(3)] }

    mutating func word() -> String {
        ["eu", "orders.created", "a/b", "50%", "%2F", "\"quoted\"\\", "new\nline\u{0}", "日本 ☃", "e\u{301}", "x*"][number(10)] + (number(2) == 0 ? "" : "\(number(1000))")
    }

    mutating func moment() -> Instant { Instant(millisecondsSinceEpoch: Int64(number(4_000_000_000_000))) }
    mutating func number(_ bound: Int) -> Int { Int(chance.next() % UInt64(bound)) }
    mutating func maybe<Value>(_ make: (inout RandomControl) -> Value) -> Value? { number(2) == 0 ? nil : make(&self) }
    mutating func many<Value>(_ make: (inout RandomControl) -> Value) -> [Value] { (0..<number(4)).map { _ in make(&self) } }
}
