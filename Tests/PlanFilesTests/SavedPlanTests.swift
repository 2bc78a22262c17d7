import Determinism
import EngineInterface
import MeshModel
import MeshPlanning
import RandomMeshes
import Testing

@testable import PlanFiles

@Suite struct `A plan as a file` {
    static func saved(_ seed: UInt64) -> (SavedPlan, RandomMesh) {
        var chance = SeededGenerator(seed: seed)
        let mesh = RandomMesh(using: &chance)
        let observations = [RandomMesh.cluster: Observation.success(mesh.observed)]
        let options = PlanOptions(prunes: seed % 2 == 0, targets: seed % 5 == 0 ? [.topic("orders", on: "eu")] : [])
        let saved = SavedPlan(
            madeAt: Instant(millisecondsSinceEpoch: 1_764_000_000_000), heddleVersion: "0.1.0",
            source: seed % 3 == 0 ? SourceStamp(repository: "github.com/acme/mesh", revision: "abc") : nil, options: options,
            plan: planMesh(mesh.desired, environment: seed % 2 == 0 ? "prod" : nil, observations: observations, options: options),
            bases: bases(of: mesh.desired, observations: observations))
        return (saved, mesh)
    }

    @Test func `what is written is read again, exactly`() throws {
        for seed in 0..<200 as Range<UInt64> {
            let (saved, _) = Self.saved(seed)
            let (bytes, digest) = encodePlan(saved)
            let (again, digestAgain) = try decodePlan(bytes)
            #expect(digest == digestAgain)
            #expect(encodePlan(again).bytes == bytes, "seed \(seed)")
            #expect(again.bases == saved.bases)
            #expect(again.options.targets == saved.options.targets && again.options.prunes == saved.options.prunes)
            for (left, right) in zip(saved.plan.changes, again.plan.changes) {
                #expect(left.operations == right.operations && left.outcome == right.outcome && left.intent == right.intent)
                #expect(left.withdrawal == right.withdrawal && left.stage == right.stage && left.order == right.order && left.risk == right.risk)
                #expect(left.fields == right.fields && left.address == right.address && left.action == right.action && left.subject == right.subject)
            }
        }
    }

    @Test func `a plan that was changed by hand is told`() throws {
        let (bytes, _) = encodePlan(Self.saved(2).0)
        let text = String(decoding: bytes, as: UTF8.self)
        for (old, new) in [("\"shop\"", "\"shap\""), ("\"topic\"", "\"topik\"")] where text.contains(old) {
            let problem = #expect(throws: FileProblem.self) { try decodePlan(Array(text.replacingOccurrence(of: old, with: new).utf8)) }
            #expect(problem?.kind == .changed)
        }
    }

    @Test func `hostile contents are refused and harm nothing`() throws {
        var chance = SeededGenerator(seed: 79)
        let odd = ["null", "-1", "1e400", "\"\"", "{}", "[]", "true", "\"access/eu/x\"", "99999999999"]
        for round in 0..<250 {
            let text = String(decoding: encodePlan(Self.saved(UInt64(round % 60)).0).bytes, as: UTF8.self)
            let tokens = text.ranges(of: try Regex(#""[^"]*"(?!:)|[0-9]+"#))
            let token = tokens[Int(chance.next() % UInt64(tokens.count))]
            guard let bytes = resealed(text.replacingCharacters(in: token, with: odd[Int(chance.next() % UInt64(odd.count))])) else { continue }
            guard let (again, _) = try? decodePlan(bytes) else { continue }
            _ = encodePlan(again)
        }
    }

    @Test func `damage is refused`() {
        var chance = SeededGenerator(seed: 80)
        for round in 0..<400 {
            let (bytes, _) = encodePlan(Self.saved(UInt64(round % 20)).0)
            var damaged = bytes
            damaged[Int(chance.next() % UInt64(damaged.count))] = UInt8(truncatingIfNeeded: chance.next())
            guard let (again, _) = try? decodePlan(damaged) else { continue }
            #expect(encodePlan(again).bytes == bytes)
        }
    }
}

@Suite struct `A saved plan goes stale` {
    func reasons(_ seed: UInt64, _ move: (inout RandomMesh) -> Void) -> [Staleness] {
        var (saved, mesh) = `A plan as a file`.saved(seed)
        move(&mesh)
        let observations = [RandomMesh.cluster: Observation.success(mesh.observed)]
        let again = planMesh(mesh.desired, environment: saved.plan.environment, observations: observations, options: saved.options)
        return staleness(of: saved, now: bases(of: mesh.desired, observations: observations), replanned: again)
    }

    @Test func `not while nothing moves`() {
        for seed in 0..<100 as Range<UInt64> { #expect(reasons(seed) { _ in }.isEmpty) }
    }

    @Test func `not by what belongs to others, and not by counts`() {
        for seed in 0..<100 as Range<UInt64> {
            let found = reasons(seed) { mesh in
                mesh.observed.topics["somebody-elses"] = ObservedTopic(partitions: 1, replication: 1)
                mesh.observed.ledger.topics["somebody-elses"] = LedgerTopic(phase: .applied, stewardship: Stewardship(mesh: "other"), partitions: 1)
                mesh.observed.access.insert(AccessRule(resourceType: .group, pattern: .literal("theirs"), principal: "User:x", operation: .read))
                for name in mesh.observed.topics.keys { mesh.observed.topics[name]?.usage = TopicUsage(bytes: 7) }
            }
            #expect(found.isEmpty, "seed \(seed): \(found)")
        }
    }

    @Test func `by a topic of its own that was altered, made or deleted, each told by its address`() throws {
        for seed in 0..<60 as Range<UInt64> {
            let (_, mesh) = `A plan as a file`.saved(seed)
            guard let name = mesh.desired.clusters["eu"]?.topics.keys.sorted().first else { continue }
            let found = reasons(seed) { mesh in
                if mesh.observed.topics[name] == nil {
                    mesh.observed.topics[name] = ObservedTopic(partitions: 9, replication: 1, config: [:])
                } else {
                    mesh.observed.topics[name]?.config?["retention.ms"] = .init(value: "77", isSetOnTopic: true)
                }
            }
            #expect(found.map(\.cause) == [.mesh])
            #expect(found.first?.description.contains("topic/eu/\(name) is ") == true)
        }
    }

    @Test func `by the manifests`() {
        let found = reasons(2) { $0.desired.clusters["eu"]?.topics["new-one"] = DesiredTopic(name: "new-one", partitions: 1, origin: Origin(document: "Topic")) }
        #expect(found.map(\.cause).contains(.manifests))
        #expect(found.first { $0.cause == .manifests }?.differences.first?.resource == "topic/eu/new-one")
    }

    @Test func `by records that have come since`() throws {
        var story = 0
        for seed in 0..<400 as Range<UInt64> {
            var (saved, mesh) = `A plan as a file`.saved(seed)
            let risky = saved.plan.changes.filter { $0.risk == .destructive && $0.address.kind == .topic && $0.action == .update }
            guard let change = risky.first else { continue }
            mesh.observed.topics[change.address.name]?.held = HeldRecords(total: 0)
            let empty = planMesh(mesh.desired, observations: [RandomMesh.cluster: .success(mesh.observed)], options: saved.options)
            let full = saved.plan
            saved.plan = empty
            guard empty.changes.contains(where: { $0.address == change.address && $0.risk < .destructive }) else { continue }
            story += 1
            let now = bases(of: mesh.desired, observations: [RandomMesh.cluster: .success(mesh.observed)])
            #expect(staleness(of: saved, now: now, replanned: full).map(\.cause) == [.risk])
        }
        #expect(story > 3)
    }

    @Test func `by the end of what it grants, while manifests and mesh stand still`() throws {
        var story = 0
        for seed in 0..<60 as Range<UInt64> {
            var (saved, mesh) = `A plan as a file`.saved(seed)
            let observations = [RandomMesh.cluster: Observation.success(mesh.observed)]
            guard case .access(let rule, _)? = saved.plan.changes.first(where: { $0.stage == .grant })?.outcome else { continue }
            story += 1
            let end = Instant(millisecondsSinceEpoch: 1_796_148_000_000)
            mesh.desired.clusters["eu"]?.access[rule]?.expires = end
            func replanned(at now: Instant) -> [Staleness] {
                var options = saved.options
                options.now = now
                let again = planMesh(mesh.desired, environment: saved.plan.environment, observations: observations, options: options)
                return staleness(of: saved, now: bases(of: mesh.desired, observations: observations), replanned: again)
            }
            #expect(replanned(at: saved.options.now).map(\.cause) == [.manifests], "an end is part of what the manifests say")
            saved.bases = bases(of: mesh.desired, observations: observations)
            #expect(replanned(at: end - .milliseconds(1)).filter { $0.cause == .time }.isEmpty)
            let found = replanned(at: end).filter { $0.cause == .time }
            #expect(found.first?.description.contains(rule.addressName) == true, "seed \(seed): \(found)")
        }
        #expect(story > 10)
    }

    @Test func `by a cluster that came or went`() {
        let (saved, _) = `A plan as a file`.saved(4)
        #expect(staleness(of: saved, now: [:], replanned: saved.plan).map(\.cause) == [.clusters])
    }
}
