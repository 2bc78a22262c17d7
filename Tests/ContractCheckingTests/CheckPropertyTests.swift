import ContractCompatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

@testable import ContractChecking

@Suite struct `What holds of every check` {
    /// A record of some of six fields, each in one of several types, with or without a default.
    static func schema(using random: inout SeededGenerator) -> String {
        let types = [
            (#""string""#, #""""#), (#""int""#, "1"), (#""long""#, "2"), (#"["null","string"]"#, "null"),
            (#"{"type":"enum","name":"E","symbols":["A","B"]}"#, #""A""#),
        ]
        var fields: [String] = []
        for name in ["a", "b", "c", "d", "e", "f"] where Int.random(in: 0..<3, using: &random) > 0 {
            let (type, value) = types[Int.random(in: 0..<(name == "f" ? 5 : 4), using: &random)]
            let fallback = Bool.random(using: &random) ? #","default":\#(value)"# : ""
            fields.append(#"{"name":"\#(name)","type":\#(type)\#(fallback)}"#)
        }
        return #"{"type":"record","name":"R","fields":[\#(fields.joined(separator: ","))]}"#
    }

    static func history(using random: inout SeededGenerator) -> [ContractVersion] {
        (0..<Int.random(in: 1...5, using: &random)).map { Make.version("v\($0)", of: "r", schema(using: &random)) }
    }

    func occurrences(_ text: String, _ mode: CompatibilityMode, _ versions: [ContractVersion]) -> Set<String> {
        checkContracts([Make.contract("r", text, mode: mode)], against: ["r": ContractHistory(versions)], today: Make.today).occurrences
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func `transitive is each version by itself, together`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let versions = Self.history(using: &random)
        let text = Self.schema(using: &random)
        guard !versions.last!.isSame(as: Make.contract("r", text)) else { return }
        for (once, always) in [(CompatibilityMode.backward, CompatibilityMode.backwardTransitive), (.forward, .forwardTransitive), (.full, .fullTransitive)] {
            let each: Set<String> = versions.map { occurrences(text, once, [$0]) }.reduce(into: []) { $0.formUnion($1) }
            #expect(occurrences(text, always, versions) == each)
        }
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func `full is backward and forward, together`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let versions = Self.history(using: &random)
        let text = Self.schema(using: &random)
        #expect(
            occurrences(text, .full, versions) == occurrences(text, .backward, versions).union(occurrences(text, .forward, versions)))
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `nothing is found where nothing changed`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let versions = Self.history(using: &random)
        for mode in CompatibilityMode.allCases {
            let last = Make.contract("r", String(decoding: versions.last!.text.file.bytes, as: UTF8.self), mode: mode)
            let report = checkContracts([last], against: ["r": ContractHistory(versions)], today: Make.today)
            #expect(report.findings.isEmpty && report.state == .unchanged)
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `the order of roll-out says which modes the change would pass`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let old = Make.version("main", of: "r", Self.schema(using: &random))
        let text = Self.schema(using: &random)
        func report(_ mode: CompatibilityMode) -> CheckReport { check(Make.contract("r", text, mode: mode), old) }
        guard let order = report(.full).contracts[0].rollout?.order else { return }
        #expect(report(.backward).passes == (order == .any || order == .consumersFirst))
        #expect(report(.forward).passes == (order == .any || order == .producersFirst))
    }
}
