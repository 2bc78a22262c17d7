import AccessAnalysis
import Determinism
import MeshModel
import Testing

struct CompareAccessTests {
    private func cluster(_ rules: [AccessRule], allows: Bool = false) -> ClusterAccess {
        ClusterAccess(cluster: "one", rules: rules, declared: [:], isLive: false, topics: [], defaults: AccessDefaults(allowsByDefault: allows))
    }

    private func compare(_ old: [String], _ new: [String], allows: Bool = false) throws -> AccessDifference {
        func rules(_ texts: [String]) throws -> [AccessRule] { try texts.map { try #require(AccessRule(parsing: $0)) } }
        return compareAccess(from: cluster(try rules(old), allows: allows), to: cluster(try rules(new), allows: allows))
    }

    private func told(_ changes: [AccessChange]) -> [String] {
        changes.map { "\($0.who.name) \($0.operation.rawValue) \($0.type.rawValue) \($0.share.names) from \($0.share.hosts)" }
    }

    @Test func `a rule that another covers changes nothing`() throws {
        #expect(try compare(["User:a/topic:orders.*/read"], ["User:a/topic:orders.*/read", "User:a/topic:orders.new/read"]).isEmpty)
        #expect(try compare(["User:a/topic:x/read", "User:a/topic:x/describe"], ["User:a/topic:x/read"]).isEmpty)
        #expect(try compare(["User:*/topic:x/deny-all"], ["User:*/topic:x/deny-all", "User:a/topic:x/read"]).isEmpty)
    }

    @Test func `what is gained is told as names, once, and who is new`() throws {
        let difference = try compare(["User:a/topic:orders.a/read"], ["User:a/topic:orders.*/read", "User:b/topic:pay/all"])
        #expect(told(difference.gained) == ["User:a read topic orders.* except orders.a from every host", "User:b all topic pay from every host"])
        #expect(difference.lost.isEmpty)
        #expect(difference.newcomers == ["User:b"])
    }

    @Test func `a denial that goes may give, one that comes takes`() throws {
        let difference = try compare(["User:a/topic:o*/read", "User:*/topic:old/deny-read"], ["User:a/topic:o*/read", "User:a/topic:odd/deny-all"])
        #expect(told(difference.gained) == ["User:a read topic old from every host"])
        #expect(told(difference.lost) == ["User:a read topic odd from every host"])
    }

    @Test func `what everybody gains is told of everybody alone`() throws {
        let difference = try compare(["User:a/topic:x/write"], ["User:a/topic:x/write", "User:*/topic:free*/read"])
        #expect(told(difference.gained) == ["User:* read topic free* from every host"])
        #expect(difference.newcomers == ["User:*"])
    }

    @Test func `from where counts`() throws {
        let difference = try compare(["User:a/topic:x/read"], ["User:a/topic:x/read@10.0.0.1"])
        #expect(told(difference.lost) == ["User:a read topic x from every host except 10.0.0.1"])
        #expect(difference.gained.isEmpty)
    }

    @Test func `nothing changes between a state and itself`() {
        for seed in 0..<50 {
            var random = RandomRules(seed: UInt64(seed))
            let rules = random.rules(0..<40)
            #expect(compareAccess(from: cluster(rules), to: cluster(rules.shuffled(using: &random.random))).isEmpty)
        }
    }

    /// Each gain and each loss is held against decisions, and each decision that differs against what was told.
    @Test(arguments: 0..<40)
    func `what is told is what decisions say`(seed: Int) {
        var random = RandomRules(seed: UInt64(seed))
        let rules = random.rules(0..<30)
        let changed = rules.filter { _ in Int.random(in: 0..<5, using: &random.random) > 0 } + random.rules(0..<5)
        let allows = seed % 2 == 0
        let (old, new) = (cluster(rules, allows: allows), cluster(changed, allows: allows))
        let difference = compareAccess(from: old, to: new)
        for _ in 0..<300 {
            let principal = (RandomRules.principals + ["User:nobody"]).randomElement(using: &random.random) ?? ""
            let host = (RandomRules.hosts + ["192.0.2.1"]).randomElement(using: &random.random) ?? ""
            let name = random.name(most: 5)
            let operation = AccessRule.ResourceType.topic.askedOperations.randomElement(using: &random.random) ?? .read
            let asker = AccessAsker(principal, from: host)
            let before = old.access.decide(asker, operation, .topic, name).isAllowed
            let after = new.access.decide(asker, operation, .topic, name).isAllowed
            func isTold(_ changes: [AccessChange]) -> Bool {
                changes.contains { change in
                    guard change.type == .topic, change.who == .everybody || change.who.name == principal, change.share.names.contains(name) else { return false }
                    guard change.operation == .all || change.operation == operation || change.operation.implied == operation else { return false }
                    return switch change.share.hosts {
                    case .everywhere: true
                    case .only(let hosts): hosts.contains(host)
                    case .except(let hosts): !hosts.contains(host)
                    }
                }
            }
            if before != after { #expect(isTold(after ? difference.gained : difference.lost), "seed \(seed): \(principal) \(operation) \(name) from \(host)") }
        }
        for change in difference.gained + difference.lost {
            let isGain = difference.gained.contains(change)
            let name = change.share.names.examples(most: 1).first ?? ""
            let hosts: [String?] = switch change.share.hosts {
                case .everywhere: [nil] + RandomRules.hosts
                case .only(let hosts): hosts
                case .except: [nil]
                }
            let principal: String? = change.who == .everybody ? nil : change.who.name
            for host in hosts {
                for operation in change.operation == .all ? change.type.askedOperations : [change.operation] {
                    let asker = AccessAsker(principal, from: host)
                    #expect(old.access.decide(asker, operation, change.type, name).isAllowed == !isGain, "seed \(seed): \(change)")
                    #expect(new.access.decide(asker, operation, change.type, name).isAllowed == isGain, "seed \(seed): \(change)")
                }
            }
        }
    }
}
