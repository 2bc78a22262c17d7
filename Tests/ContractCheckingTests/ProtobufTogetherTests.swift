import ContractCompatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

@testable import ContractChecking

@Suite struct `Protobuf contracts read together` {
    struct Told: Hashable {
        var rule, path, message, victim: String
        var old, new: String?

        init(_ finding: DirectedDifference) {
            rule = finding.difference.rule
            path = finding.difference.path
            message = finding.difference.message
            victim = finding.victim.rawValue
            old = finding.difference.oldRange?.location
            new = finding.difference.newRange?.location
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `come to what each comes to by itself`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let before = ProtobufMesh.random(Int.random(in: 2...6, using: &random), using: &random)
        var after = before
        for _ in 0..<Int.random(in: 0...3, using: &random) { after.change(using: &random) }
        let (old, new) = (before.contractTexts(suffix: "@main"), after.contractTexts())
        var contracts: [CheckedContract] = []
        var histories: [String: ContractHistory] = [:]
        for index in new.indices {
            let level = ProtobufLevel.allCases.randomElement(using: &random) ?? .wire
            contracts.append(
                CheckedContract(
                    name: "c\(index)", format: .protobuf, text: new[index], mode: .full, level: level, uses: Make.orderUses))
            if Int.random(in: 0..<8, using: &random) > 0 {
                histories["c\(index)"] = ContractHistory([ContractVersion(label: "main", format: .protobuf, text: old[index])])
            }
        }
        let together = judgeProtobufTogether(contracts, histories)
        for contract in contracts {
            guard let judgement = together[contract.name]?.values.first else { continue }
            let alone = histories[contract.name].map { judge(contract, against: $0.versions[0]) } ?? Judgement(unreadableNow: errorsOfReading(contract))
            #expect(alone.unreadableNow.isEmpty && alone.unreadableThen.isEmpty)
            #expect(Set(judgement.findings.map(Told.init)) == Set(alone.findings.map(Told.init)), "\(contract.name)")
        }
    }

    @Test func `mostly are`() {
        var together = 0
        var all = 0
        for seed in 0..<200 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let before = ProtobufMesh.random(4, using: &random)
            var after = before
            after.change(using: &random)
            let histories = Dictionary(
                uniqueKeysWithValues: before.contractTexts(suffix: "@main").enumerated().map {
                    ("c\($0)", ContractHistory([ContractVersion(label: "main", format: .protobuf, text: $1)]))
                })
            let contracts = after.contractTexts().enumerated().map { CheckedContract(name: "c\($0)", format: .protobuf, text: $1) }
                .filter { isChanged($0, histories[$0.name]) }
            let members = contracts.map { ProtobufMember(contract: $0, earlier: histories[$0.name]?.versions.last) }
            all += ProtobufGroup.groups(of: members).filter { $0.members.count > 1 }.map(\.members.count).reduce(0, +)
            together += judgeProtobufTogether(contracts, histories).count
        }
        #expect(all > 100 && together * 2 > all, "\(together) of \(all)")
    }

    func order(_ fields: String, message: String = "Order") -> String {
        "syntax = \"proto3\"; package shop; message \(message) { \(fields) }"
    }

    @Test func `versions of one message side by side do not disturb each other`() {
        let contracts = [
            Make.contract("order-v1", as: .protobuf, order("string id = 1;")), Make.contract("order-v2", as: .protobuf, order("bytes id = 1;")),
        ]
        let report = checkContracts(
            contracts, against: ["order-v1": ContractHistory([Make.version("main", of: "order-v1", as: .protobuf, order("int32 id = 1;"))])],
            today: Make.today)
        #expect(report["order-v2"]?.state == .new && report["order-v1"]?.state == .breaking)
    }

    @Test func `an import that cannot be found is told with the contract that has it`() {
        let contracts = [
            Make.contract("a", as: .protobuf, "syntax = \"proto3\"; import \"gone.proto\";"),
            Make.contract("b", as: .protobuf, order("string id = 1;")),
        ]
        let report = checkContracts(contracts, against: [:], today: Make.today)
        #expect(report["a"]?.state == .unreadable && report["b"]?.state == .new)
        #expect(report.problems.map(\.range?.file.path) == ["contracts/a"])
    }

    @Test func `the event of a topic does not become another message`() {
        let two = order("string id = 1;") + " message Line { int32 n = 1; }"
        let swapped = order("int32 n = 1;", message: "Line") + " message Order { string id = 1; }"
        let old = Make.version("main", of: "order", as: .protobuf, two)
        func check(_ text: String, message: String? = nil, uses: [TopicUse] = Make.orderUses) -> [String] {
            ContractCheckingTests.check(Make.contract("order", as: .protobuf, text, message: message, uses: uses), old)
                .findings.filter(\.isBreaking).map(\.rule)
        }
        #expect(check(swapped) == ["check/message-changed"])
        #expect(check(swapped, message: "shop.Order") == [])
        #expect(check(two, message: "shop.Line") == ["check/message-changed"])
        #expect(check(swapped, uses: []) == [], "a file of types that no topic uses")
    }

    @Test func `versions before the last are read together too, by their labels`() {
        func base(_ type: String) -> SourceFile { SourceFile(path: "contracts/base", text: order("\(type) id = 1;", message: "Base")) }
        let names = ["a", "b", "c"]
        func text(_ name: String, _ type: String) -> ContractText {
            let text = "syntax = \"proto3\"; package shop; import \"base.proto\"; message \(name.uppercased()) { Base base = 1; }"
            return ContractText(SourceFile(path: "contracts/\(name)", text: text), references: ["base.proto": base(type)])
        }
        let contracts = names.map {
            CheckedContract(name: $0, format: .protobuf, text: text($0, "bytes"), mode: .backwardTransitive)
        }
        let histories = names.map { name in
            let versions = [("v1", "fixed32"), ("v2", "int64"), ("v3", "string")].map {
                ContractVersion(label: $0, format: .protobuf, text: text(name, $1))
            }
            return (name, ContractHistory(versions))
        }
        let together = judgeProtobufTogether(contracts, Dictionary(uniqueKeysWithValues: histories))
        #expect(names.allSatisfy { Set(together[$0, default: [:]].keys) == ["v1", "v2", "v3"] })
        let report = checkContracts(contracts, against: Dictionary(uniqueKeysWithValues: histories), today: Make.today)
        #expect(report["a"]?.versions.map(\.state) == [.compatible, .breaking, .breaking])
        #expect(report.findings.filter(\.isBreaking).allSatisfy { Set($0.contracts) == Set(names) })
    }
}
