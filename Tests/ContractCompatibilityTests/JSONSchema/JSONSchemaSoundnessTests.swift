import ContractCompatibility
import ContractModel
import Diagnostics
import LocatedJSON
import TestSupport
import Testing

/// Random schemas and values: where nothing is said to break, no value of the old schema may be refused by the new one.
struct JSONSchemaSoundnessTests {
    @Test func `a value is never refused where nothing was said to break`() throws {
        var random = SeededGenerator(seed: 0x4EDD1E)
        var (verdicts, checks) = ((compatible: 0, breaking: 0), 0)
        for _ in 0..<3_000 {
            let old = RandomSchema.text(&random, depth: 3)
            let new = Bool.random(using: &random) ? RandomSchema.mutated(old, &random) : RandomSchema.text(&random, depth: 2)
            let (first, second) = (try jsonSchema(old), try jsonSchema(new))
            let found = compareJSONSchema(old: first, new: second)
            if found.contains(where: \.isBreaking) {
                verdicts.breaking += 1
                continue
            }
            verdicts.compatible += 1
            for _ in 0..<60 {
                let text = RandomSchema.value(&random, depth: 2)
                let value = try #require(parseJSON(SourceFile(path: "v", bytes: Array(text.utf8))).root)
                guard try first.isValid(value) else { continue }
                checks += 1
                if try !second.isValid(value) {
                    Issue.record("\(text) met \(old) and does not meet \(new), told \(found.map(\.rule))")
                    return
                }
            }
        }
        #expect(verdicts.compatible > 300 && verdicts.breaking > 300 && checks > 5_000, "\(verdicts) \(checks)")
    }

    @Test func `a schema takes all that it took`() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<1_000 {
            let text = RandomSchema.text(&random, depth: 3)
            let marked = ##"{"$defs":{"was":\##(text)},"$ref":"#/$defs/was"}"##
            let found = try compare(text, marked).filter(\.isBreaking)
            #expect(found.isEmpty, "\(text): \(found.map(\.rule))")
        }
    }

    @Test func `hostile schemas end in a verdict`() throws {
        let definitions = (0..<60).map {
            ##""d\##($0)":{"anyOf":[{"properties":{"x":{"$ref":"#/$defs/d\##(($0 + 1) % 60)"},"y":{"$ref":"#/$defs/d\##(($0 + 7) % 60)"}},"additionalProperties":false},{"type":"integer","maximum":N}]}"##
        }.joined(separator: ",")
        let knot = ##"{"$defs":{\##(definitions)},"$ref":"#/$defs/d0"}"##
        let first = knot.replacing("N", with: "5")
        #expect(try !breaks(first, knot.replacing("N", with: "6")))
        #expect(try breaks(first, knot.replacing("N", with: "4")))

        let wide = (0..<900).map { #"{"type":"object","properties":{"p\#($0)":{"type":"string"}},"required":["q"]}"# }
        let many = try compare(
            #"{"anyOf":[\#(wide.joined(separator: ","))]}"#,
            #"{"anyOf":[\#(wide.map { $0.replacing("string", with: "null") }.joined(separator: ","))]}"#)
        let isBroken = many.contains { $0.isBreaking }
        #expect(isBroken)

        let deep = (0..<100).reduce(#"{"type":"string"}"#) { inner, _ in #"{"properties":{"a":\#(inner)}}"# }
        #expect(try breaks(deep, deep.replacing("string", with: "null")))

        let chain = (0..<3_000).map { ##""d\##($0)":{"properties":{"a":{"$ref":"#/$defs/d\##($0 + 1)"}}}"## }.joined(separator: ",")
        let long = ##"{"$defs":{\##(chain),"d3000":{"type":"string"}},"$ref":"#/$defs/d0"}"##
        let found = try compare(long, long.replacing("string", with: "integer"))
        #expect(found.contains { $0.rule == "json-schema/compatibility-undecided" && $0.isBreaking })
    }

    @Test func `work beyond the limit is a verdict, not a wait`() throws {
        var limits = SchemaComparisonLimits()
        limits.maximumWork = 10
        let properties = (0..<50).map { #""p\#($0)":{"type":"string"}"# }.joined(separator: ",")
        let found = try compare("{\"properties\":{\(properties)}}", "{\"title\":\"x\",\"properties\":{\(properties)}}", limits: limits)
        #expect(found.last?.rule == "json-schema/compatibility-undecided")
    }
}
