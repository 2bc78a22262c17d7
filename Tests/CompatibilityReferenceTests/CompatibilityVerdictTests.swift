import CompatibilityReference
import ContractCompatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

/// What the tables say is what the program says.
struct CompatibilityVerdictTests {
    private static let tables = (try? readCompatibilityTables(root: packageRoot)) ?? []
    static let rules = tables.flatMap(\.rules)

    @Test(arguments: rules.map(\.rule))
    func `the fixture's pair has the table's verdict in every mode`(_ name: String) throws {
        let rule = try #require(Self.rules.first { $0.rule == name })
        guard let fixture = try CompatibilityFixture(name) else {
            #expect(rule.withoutFixture?.isEmpty == false, "there is no pair in Fixtures/compatibility/\(name)")
            return
        }
        #expect(rule.withoutFixture == nil, "there is a pair")
        for (level, verdict) in rule.verdicts {
            for mode in CompatibilityMode.allCases {
                let comparison = fixture.compare(mode, level)
                #expect(comparison.isReadable == (verdict.isCompatible(mode) != nil))
                #expect(comparison.isReadable ? comparison.isCompatible == verdict.isCompatible(mode) : true, "\(mode) at \(level)")
            }
        }
    }

    @Test(arguments: rules.map(\.rule))
    func `each direction is hit by the rules that the table names`(_ name: String) throws {
        let rule = try #require(Self.rules.first { $0.rule == name })
        guard let fixture = try CompatibilityFixture(name) else { return }
        for (level, verdict) in rule.verdicts where verdict.newReaders != .unreadable {
            let findings = fixture.compare(.full, level).findings
            for (victim, word, others) in [
                (Difference.Victim.newReaders, verdict.newReaders, verdict.also?.newReaders),
                (.oldReaders, verdict.oldReaders, verdict.also?.oldReaders),
            ] {
                let met = findings.filter { $0.victim == victim }.map(\.difference)
                let own = met.filter { $0.rule == name }
                #expect((own.isEmpty ? .nothing : own.contains { $0.isBreaking } ? .breaks : .told) == word, "\(victim) at \(level)")
                let breaking = Set(met.filter { $0.rule != name && $0.isBreaking }.map(\.rule))
                #expect(breaking == Set(others ?? []), "\(victim) at \(level)")
            }
        }
    }

    @Test func `of every rule, somebody hears, unless its contract cannot be read`() {
        for rule in Self.rules {
            #expect(
                rule.verdicts.contains { $0.verdict.newReaders != .nothing || $0.verdict.oldReaders != .nothing }, "\(rule.rule)")
        }
    }

    @Test func `a rule without a pair weighs what the table says`() throws {
        for rule in Self.rules where rule.withoutFixture != nil {
            for (level, verdict) in rule.verdicts {
                let breaks: Bool
                if let avro = AvroRule(rawValue: rule.rule) {
                    breaks = avro.isBreaking
                } else {
                    breaks = try #require(ProtobufRule(rawValue: rule.rule), "\(rule.rule) needs a pair").weight(at: level) == .breaking
                }
                #expect((verdict.newReaders == .breaks) == breaks && verdict.newReaders == verdict.oldReaders, "\(rule.rule) at \(level)")
            }
        }
    }

    @Test func `the lenient policy lets through what the table says, and nothing else`() throws {
        for rule in Self.rules where rule.rule.hasPrefix("json-schema/") {
            let fixture = try #require(try CompatibilityFixture(rule.rule))
            let (old, _) = compileJSONSchema(fixture.previous.file)
            let (new, _) = compileJSONSchema(fixture.current.file)
            let met = compareJSONSchema(old: try #require(old), new: try #require(new), policy: .lenient).filter { $0.rule == rule.rule }
            let word: CompatibilityTable.Verdict.Word = met.isEmpty ? .nothing : met.contains { $0.isBreaking } ? .breaks : .told
            #expect(word == rule.lenient ?? rule.verdict?.newReaders, "\(rule.rule)")
        }
    }

    @Test func `text may become bytes for new readers, and bytes text for old ones`() {
        func order(_ type: String) -> ContractText {
            ContractText(SourceFile(path: "order.proto", text: "syntax = \"proto3\"; message Order { \(type) note = 1; }"))
        }
        func isCompatible(_ old: String, _ new: String, _ mode: CompatibilityMode) -> Bool {
            compareContracts(.protobuf, old: order(old), new: order(new), mode: mode).isCompatible
        }
        #expect(isCompatible("string", "bytes", .backward) && !isCompatible("string", "bytes", .forward))
        #expect(!isCompatible("bytes", "string", .backward) && isCompatible("bytes", "string", .forward))
    }
}
