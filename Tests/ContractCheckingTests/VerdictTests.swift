import ContractCompatibility
import ContractModel
import Diagnostics
import Testing

@testable import ContractChecking

@Suite struct `The verdict on a contract` {
    @Test func `what is byte by byte the same is not looked at, however wrong it is`() {
        let report = check(Make.contract("order", "{ no schema"), Make.version("main", of: "order", "{ no schema"))
        #expect(report.state == .unchanged)
        #expect(report.passes && report.findings.isEmpty && report.problems.isEmpty)
        #expect(report.contracts[0].versions.map(\.label) == ["main"])
    }

    @Test func `a field without a default breaks new readers and names both places`() throws {
        let report = check(
            Make.contract("order", Make.avro(Make.id, Make.amount), uses: Make.orderUses),
            Make.version("main", of: "order", Make.avro(Make.id)))
        #expect(report.state == .breaking && !report.passes)
        let finding = try #require(report.findings.first)
        #expect(report.findings.count == 1)
        #expect(finding.rule == "avro/field-added-without-default" && finding.isBreaking)
        #expect(finding.victims == [.newReaders] && finding.versions == ["main"] && finding.contracts == ["order"])
        #expect(finding.newRange?.file.path == "contracts/order")
        #expect(finding.affected.map(\.application) == ["billing", "shipping"])
        #expect(finding.affected.allSatisfy { $0.victim == .newReaders && $0.topic == "orders" })
    }

    @Test func `the direction that the mode does not ask about is left to the roll-out`() {
        let report = check(
            Make.contract("order", Make.avro(Make.id), uses: Make.orderUses),
            Make.version("main", of: "order", Make.avro(Make.id, Make.amount)))
        #expect(report.state == .compatible && report.findings.isEmpty)
        let rollout = report.contracts[0].rollout
        #expect(rollout?.order == .consumersFirst)
        #expect(rollout?.reasons.map(\.rule) == ["avro/field-added-without-default"])
        #expect(rollout?.consumers == ["billing", "shipping"] && rollout?.producers == ["checkout"])
    }

    @Test(arguments: [
        ([Make.id, Make.note], [Make.id], Rollout.Order.any),
        ([Make.id], [Make.id, Make.amount], .consumersFirst),
        ([Make.id, Make.amount], [Make.id], .producersFirst),
        ([Make.id, Make.amount], [Make.id, #"{"name":"total","type":"long"}"#], .none),
    ])
    func `the order of roll-out follows from both directions`(_ new: [String], _ old: [String], order: Rollout.Order) {
        let texts = [new, old].map { #"{"type":"record","name":"Order","fields":[\#($0.joined(separator: ","))]}"# }
        for mode in [CompatibilityMode.backward, .forward, .full] {
            let report = check(Make.contract("order", texts[0], mode: mode), Make.version("main", of: "order", texts[1]))
            #expect(report.contracts[0].rollout?.order == order)
        }
    }

    @Test func `without transitivity only the last version counts`() {
        let versions = [
            Make.version("v1", of: "order", Make.avro(Make.id)), Make.version("v2", of: "order", Make.avro(Make.id, Make.amount)),
        ]
        let new = Make.avro(Make.id, Make.amount, Make.note)
        #expect(check(Make.contract("order", new), versions[0], versions[1]).state == .compatible)
        let report = check(Make.contract("order", new, mode: .backwardTransitive), versions[0], versions[1])
        #expect(report.state == .breaking)
        #expect(report.contracts[0].versions == [.init(label: "v2", state: .compatible), .init(label: "v1", state: .breaking)])
        #expect(report.findings.map(\.versions) == [["v1"]])
    }

    @Test func `what breaks several versions is told once, at the latest of them`() {
        let report = check(
            Make.contract("order", Make.avro(Make.id, Make.amount), mode: .fullTransitive),
            Make.version("v1", of: "order", Make.avro(Make.id)),
            Make.version("v2", of: "order", #"{"type":"record","name":"Order","doc":"x","fields":[\#(Make.id)]}"#))
        #expect(report.findings.map(\.versions) == [["v2", "v1"]])
        #expect(report.findings.first?.oldRange?.file.path == "contracts/order@v2")
    }

    @Test func `none asks no question, but for a text that can be read`() {
        let old = Make.version("main", of: "order", Make.avro(Make.id))
        let report = check(Make.contract("order", Make.avro(Make.amount), mode: .none), old)
        #expect(report.state == .notChecked && report.passes && report.findings.isEmpty)
        #expect(!check(Make.contract("order", "{", mode: .none), old).passes)
        #expect(check(Make.contract("order", as: .jsonSchema, "{}", mode: .none), old).passes)
    }

    @Test func `a new contract has only to be readable`() {
        #expect(check(Make.contract("order", Make.avro(Make.id))).state == .new)
        let report = check(Make.contract("order", #"{"type":"recod"}"#))
        #expect(report.state == .unreadable && !report.passes)
        #expect(report.problems.allSatisfy { $0.range?.file.path == "contracts/order" } && !report.problems.isEmpty)
    }

    @Test func `another format breaks everyone`() {
        let old = Make.version("main", of: "order", Make.avro(Make.id))
        let report = check(Make.contract("order", as: .jsonSchema, "{}", mode: .full), old)
        #expect(report.findings.map(\.rule) == ["check/format-changed"])
        #expect(report.findings.first?.victims == [.newReaders, .oldReaders])
        #expect(report.contracts[0].rollout?.order == Rollout.Order.none)
    }

    @Test func `a version that cannot be read is an error where it is the last, and a warning before that`() {
        let good = Make.avro(Make.id)
        let last = check(Make.contract("order", good), Make.version("main", of: "order", "{"))
        #expect(last.state == .unreadable && last.codes == ["check/earlier-version-unreadable"] && !last.passes)
        let earlier = check(
            Make.contract("order", Make.avro(Make.id, Make.note), mode: .backwardTransitive), Make.version("v1", of: "order", "{"),
            Make.version("v2", of: "order", good))
        #expect(earlier.state == .compatible && earlier.codes == ["check/earlier-version-unreadable"] && earlier.passes)
    }

    @Test func `a contract that takes another's place on a topic answers to the other's readers`() {
        let report = check(
            Make.contract("order-v2", Make.avro(Make.id, Make.amount)),
            replaced: [Make.version("main, contract 'order' of topic 'orders'", of: "order", Make.avro(Make.id))])
        #expect(report.state == .breaking)
        #expect(report.findings.first?.versions == ["main, contract 'order' of topic 'orders'"])
    }

    @Test func `a promise that is made weaker is pointed out`() {
        let text = Make.avro(Make.id)
        let old = Make.version("main", of: "order", text, mode: .fullTransitive)
        let report = check(Make.contract("order", text, mode: .backward), old)
        #expect(report.codes == ["check/compatibility-weakened"] && report.passes)
        #expect(check(Make.contract("order", text, mode: .fullTransitive), old).problems.isEmpty)
        let proto = Make.version("main", of: "p", as: .protobuf, "", mode: .backward, level: .source)
        #expect(check(Make.contract("p", as: .protobuf, "", level: .wire), proto).codes == ["check/compatibility-weakened"])
    }

    @Test func `removed contracts are told unless they promised nothing`() {
        let report = checkContracts(
            [], against: [:],
            removed: [
                RemovedContract(name: "b", label: "main", mode: .none),
                RemovedContract(name: "a", label: "main", mode: .full, uses: Make.orderUses),
            ], today: Make.today)
        #expect(report.removed.map(\.name) == ["a"] && report.passes)
        #expect(report.diagnostics.map(\.code) == ["check/contract-removed"])
        #expect(report.diagnostics.first?.notes == ["it was read by billing, shipping"])
    }

    @Test func `counter-examples are asked for what breaks alone`() {
        var asked: [String] = []
        let report = checkContracts(
            [Make.contract("order", Make.avro(Make.id, Make.amount))],
            against: ["order": ContractHistory([Make.version("main", of: "order", Make.avro(Make.id))])], today: Make.today,
            counterExample: {
                asked.append($0.finding.rule + " " + $0.version.label + " " + $0.victim.rawValue)
                return CounterExample(payload: #"{"id":"x"}"#, isWrittenByOld: true, refusal: "there is no 'amount'")
            })
        #expect(asked == ["avro/field-added-without-default main new-readers"])
        #expect(report.diagnostics.first?.notes.contains(#"for example, old writers may write {"id":"x"}, which new readers refuse: there is no 'amount'"#) == true)
    }
}
