import Determinism
import MeshModel
import Testing

@Suite struct `A pattern with stars` {
    @Test(arguments: [
        ("orders", "orders"), ("*", ""), ("*", "anything"), ("orders.*", "orders."), ("orders.*", "orders.created"), ("*.dlq", "a.b.dlq"),
        ("a*b*c", "abc"), ("a*b*c", "axxbyybzzc"), ("**", "x"), ("*a", "aaa"), ("config.*", "config.retention.ms"), ("ü*", "üx"),
    ])
    func `fits what it stands for`(pattern: String, text: String) { #expect(matches(pattern, text)) }

    @Test(arguments: [
        ("orders", "orders2"), ("orders", ""), ("", "x"), ("orders.*", "orders"), ("*.dlq", "dlq"), ("a*b", "abc"), ("a*b*c", "acb"), ("?", "x"),
        ("orders.*", "Orders.created"),
    ])
    func `fits nothing else`(pattern: String, text: String) { #expect(!matches(pattern, text)) }

    @Test func `agrees with a slow and plain matcher, and stays fast where that does not`() {
        func plain(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
            guard let first = pattern.first else { return text.isEmpty }
            if first == UInt8(ascii: "*") {
                return plain(pattern.dropFirst(), text) || (!text.isEmpty && plain(pattern, text.dropFirst()))
            }
            return text.first == first && plain(pattern.dropFirst(), text.dropFirst())
        }
        var chance = SeededGenerator(seed: 11)
        func word(_ letters: String) -> String { String((0..<Int.random(in: 0...7, using: &chance)).compactMap { _ in letters.randomElement(using: &chance) }) }
        for _ in 0..<20_000 {
            let (pattern, text) = (word("ab*"), word("ab"))
            #expect(matches(pattern, text) == plain(Array(pattern.utf8)[...], Array(text.utf8)[...]), "\(pattern) \(text)")
        }
        #expect(!matches(String(repeating: "a*", count: 200) + "b", String(repeating: "a", count: 20_000)))
    }
}

@Suite struct `What becomes of drift` {
    private let orders = ResourceAddress.topic("orders.created", on: "eu")

    @Test func `without a word, everything is mended`() {
        #expect(DriftPolicy().response(to: nil, of: orders) == .mend)
        #expect(DriftPolicy(standard: .report).response(to: "partitions", of: orders) == .report)
    }

    @Test func `the first rule that applies counts`() {
        let policy = DriftPolicy(rules: [
            .init(kind: .topic, name: "orders.*", field: "config.retention.ms", response: .report), .init(kind: .topic, cluster: "us", response: .ignore),
            .init(kind: .topic, name: "orders.*", response: .ignore),
        ])
        #expect(policy.response(to: "config.retention.ms", of: orders) == .report)
        #expect(policy.response(to: "partitions", of: orders) == .ignore)
        #expect(policy.response(to: "partitions", of: .topic("stock", on: "eu")) == .mend)
        #expect(policy.response(to: "partitions", of: .topic("stock", on: "us")) == .ignore)
    }

    @Test func `a rule with a field does not speak of resources as a whole, one without speaks of fields too`() {
        let policy = DriftPolicy(standard: .report, rules: [.init(field: "*", response: .ignore)])
        #expect(policy.response(to: nil, of: orders) == .report)
        #expect(policy.response(to: "partitions", of: orders) == .ignore)
        #expect(DriftPolicy(rules: [.init(kind: .topic, response: .ignore)]).response(to: "partitions", of: orders) == .ignore)
    }

    @Test func `a contract is on no cluster`() {
        let policy = DriftPolicy(rules: [.init(cluster: "eu", response: .ignore), .init(kind: .contract, response: .report)])
        #expect(policy.response(to: nil, of: .contract("order")) == .report)
    }
}
