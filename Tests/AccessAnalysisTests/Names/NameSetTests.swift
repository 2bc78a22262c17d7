import AccessAnalysis
import MeshModel
import Testing

struct NameSetTests {
    private let orders = NameSet.prefix("orders.").subtracting(.literal("orders.secret"))

    @Test func `names that do not exist yet count`() {
        #expect(orders.contains("orders.made.up.tomorrow"))
        #expect(!orders.contains("orders.secret"))
        #expect(orders.contains("orders.secrets"))
        #expect(!orders.containsAll(ofPrefix: "orders."))
        #expect(!orders.containsAll(ofPrefix: "orders.secret"))
        #expect(orders.containsAll(ofPrefix: "orders.secret."))
        #expect(orders.isSubset(of: .prefix("orders")))
        #expect(!NameSet.prefix("orders").isSubset(of: orders))
    }

    @Test func `however one comes to a set, it is the same`() {
        #expect(orders.union(.literal("orders.secret")) == .prefix("orders."))
        #expect(NameSet.prefix("a").union(.prefix("a")).union(.literal("ab")) == .prefix("a"))
        #expect(NameSet.prefix("a").complement.complement == .prefix("a"))
        #expect(NameSet.prefix("a").union(NameSet.prefix("a").complement) == .all)
        #expect(NameSet.prefix("").isAll)
        #expect(NameSet.literal("a").intersection(.literal("b")).isEmpty)
        #expect(NameSet([.prefix("b"), .literal("a"), .prefix("b.c"), .literal("bb")]) == NameSet.literal("a").union(.prefix("b")))
        #expect(NameSet([.literal("x"), .any]) == .all)
        #expect(NameSet([.literal("*")]) == .all)
        #expect(NameSet([.prefix("*")]) == .prefix("*"))
    }

    @Test func `a prefix less all that its next letters lead to is not nothing`() {
        let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { AccessRule.Pattern.prefix("x\(Unicode.Scalar($0))") }
        let rest = NameSet.prefix("x").subtracting(NameSet(letters))
        #expect(!rest.isEmpty)
        #expect(rest.contains("x"))
        #expect(rest.contains("x0"))
    }

    @Test func `two ways to write a letter are two names`() {
        let composed = NameSet.literal("caf\u{E9}")
        #expect(!composed.contains("cafe\u{301}"))
        #expect(NameSet.prefix("cafe").contains("cafe\u{301}"))
        #expect(!NameSet.prefix("cafe").contains("caf\u{E9}"))
    }

    @Test(arguments: [
        (NameSet.none, "nothing"),
        (.all, "*"),
        (.literal("a"), "a"),
        (.prefix("orders."), "orders.*"),
        (NameSet.prefix("orders.").subtracting(.literal("orders.secret")), "orders.* except orders.secret"),
        (NameSet.all.subtracting(.prefix("__")), "* except __*"),
        (NameSet.all.subtracting(.literal("")), "* except "),
        (NameSet.prefix("a").subtracting(.literal("a")), "a* except a"),
        (NameSet.prefix("a").subtracting(.prefix("ab")).union(.literal("abc")), "a* except (ab* except abc)"),
        (NameSet.literal("b").union(.prefix("c")).union(.literal("a")), "a, b, c*"),
        (NameSet.prefix("é").union(.prefix("ê")), "é*, ê*"),
        (NameSet.prefix("a").union(.prefix("b")).union(.prefix("c")), "a*, b*, c*"),
        (NameSet.literal("z").union(NameSet.prefix("a").subtracting(.literal("ab"))), "a* except ab; z"),
    ])
    func `sets are told in words`(set: NameSet, words: String) {
        #expect(set.description == words)
    }

    @Test func `long lists are cut, and the rest is counted`() {
        let many = NameSet((0..<9).map { AccessRule.Pattern.literal("n\($0)") })
        #expect(many.told(most: 3) == "n0, n1, n2, and 6 more")
        #expect(NameSet.prefix("n").subtracting(many).told(most: 2) == "n* except n0, n1, 7 more")
    }

    @Test func `examples are names of the set, plain ones where there are`() {
        #expect(orders.examples(most: 1) == ["orders.example"])
        #expect(NameSet.literal("a").examples(most: 5) == ["a"])
        #expect(NameSet.none.examples(most: 5).isEmpty)
        let odd = NameSet.prefix("x").subtracting(NameSet((0..<128).map { .prefix("x\(Unicode.Scalar(UInt8($0)))") })).subtracting(.literal("x"))
        #expect(odd.examples(most: 2) == ["x\u{A1}", "x\u{A2}"])
    }

    @Test func `the names that there are, are found by set`() {
        let names = SortedNames(["b", "orders.b", "orders.secret", "orders.a", "orders", "ordersx"])
        #expect(names.members(of: orders) == ["orders.a", "orders.b"])
        #expect(names.count(in: .all) == 6)
        #expect(names.members(of: .literal("b")) == ["b"])
        #expect(names.members(of: .none).isEmpty)
    }

    @Test func `names as long as Kafka allows are no matter`() {
        let long = String(repeating: "a", count: 32_767)
        let nested = NameSet((0..<20).map { .literal(String(long.prefix(32_000 + $0 * 10))) })
        let set = NameSet.prefix(String(long.prefix(100))).subtracting(nested)
        #expect(set.terms.first?.exceptions.count == 20)
        #expect(!set.contains(String(long.prefix(32_100))))
        #expect(set.contains(long))
    }
}
