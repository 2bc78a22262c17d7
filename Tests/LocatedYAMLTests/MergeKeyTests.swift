import Diagnostics
import LocatedYAML
import TestSupport
import Testing

struct MergeKeyTests {
    @Test func `a merge key brings the entries of another mapping`() throws {
        let source = MarkedSource("base: &b {⟦p⟧: ⟦1⟧, q: 2}\nuse:\n  <<: ⟦*b⟧\n  q: 3\n")
        let use = try #require(try readOne(source)["use"])
        #expect(use.mapping?.map { $0.key.scalar?.text } == ["p", "q"])
        #expect(use["p"]?.asInteger == 1 && use["q"]?.asInteger == 3)
        #expect(use.entry("p")?.key.range == source.ranges[0])
        #expect(use["p"]?.range == source.ranges[1])
        #expect(use["p"]?.aliasRange == source.ranges[2])
        #expect(use["q"]?.aliasRange == nil)
    }

    @Test func `of several merged mappings the first wins`() throws {
        let node = try readOne("- &a {x: 1}\n- &b {x: 2, y: 2}\n- <<: [*a, *b]\n  z: 3\n- {<<: *b, <<: *a}\n")
        #expect(node.sequence?[2].mapping?.map { "\($0.key.scalar?.text ?? "")\($0.value.asInteger ?? 0)" } == ["x1", "y2", "z3"])
        #expect(node.sequence?[3]["x"]?.asInteger == 2)
    }

    @Test func `merges nest`() throws {
        let node = try readOne("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b, z: 3}\n")
        #expect(node.sequence?[2].mapping?.count == 3)
    }

    @Test func `a mapping written in place merges too`() throws {
        #expect(try readOne("{<<: {a: 1}, b: 2}")["a"]?.asInteger == 1)
    }

    @Test func `a quoted or tagged key is only text`() throws {
        #expect(try readOne("\"<<\": 1")["<<"]?.asInteger == 1)
        #expect(try readOne("!!str <<: 1")["<<"]?.asInteger == 1)
    }

    @Test func `what is no mapping cannot be merged`() throws {
        try expectOne(.mergeNotAMapping, in: "a: 1\n<<: ⟦text⟧")
        try expectOne(.mergeNotAMapping, in: "a: &a 5\nb: {<<: ⟦*a⟧}")
        try expectOne(.mergeNotAMapping, in: "<<: [{a: 1}, ⟦[1]⟧]")
    }

    @Test func `entries beyond a merge are still looked at for duplicates`() throws {
        try expectOne(.duplicateKey, in: "a: &a {x: 1}\nb:\n  <<: *a\n  x: 2\n  ⟦x⟧: 3\n")
    }
}
