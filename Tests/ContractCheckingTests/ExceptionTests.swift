import ContractCompatibility
import ContractModel
import Diagnostics
import Testing

@testable import ContractChecking

@Suite struct `Exceptions` {
    let old = Make.version("main", of: "order", Make.avro(Make.id))

    func check(_ exceptions: CheckException...) -> CheckReport {
        ContractCheckingTests.check(Make.contract("order", Make.avro(Make.id, Make.amount), exceptions: exceptions), old)
    }

    func exception(_ rule: String = "avro/field-added-without-default", path: String? = nil, until day: String = "2026-10-15") -> CheckException {
        CheckException(rule: rule, path: path, reason: "nobody reads it yet", expires: Make.date(day))
    }

    @Test func `one lets its rule's findings pass, up to its last day`() {
        let report = check(exception())
        #expect(report.passes && report.state == .excepted && report.problems.isEmpty)
        #expect(report.findings.map(\.standing) == [.excepted(exception())])
        #expect(report.contracts[0].rollout?.order == .producersFirst, "what is agreed upon breaks nevertheless")
        #expect(report.diagnostics.map(\.severity) == [.note])
    }

    @Test func `one that has expired covers nothing and says so`() {
        let report = check(exception(until: "2026-10-14"))
        #expect(!report.passes && report.state == .breaking && report.codes == ["check/exception-expired"])
        #expect(report.problems.first?.notes == ["there is a finding that it would have covered"])
    }

    @Test func `one for a path is for that path alone`() {
        let path = check().findings[0].path
        #expect(check(exception(path: path)).passes)
        let other = check(exception(path: path + "0"))
        #expect(!other.passes && other.codes == ["check/exception-unused"])
    }

    @Test func `one that covers nothing is pointed out, but not where nothing was compared`() {
        #expect(check(exception(), exception("avro/name-changed")).codes == ["check/exception-unused"])
        let same = Make.contract("order", Make.avro(Make.id), exceptions: [exception()])
        #expect(ContractCheckingTests.check(same, old).problems.isEmpty)
        let new = Make.contract("order", Make.avro(Make.id), exceptions: [exception()])
        #expect(ContractCheckingTests.check(new).problems.isEmpty)
    }

    @Test func `one that has expired is pointed out even where nothing changed`() {
        let same = Make.contract("order", Make.avro(Make.id), exceptions: [exception(until: "2020-01-01")])
        #expect(ContractCheckingTests.check(same, old).codes == ["check/exception-expired"])
    }

    @Test func `two for one finding are no mistake`() {
        #expect(check(exception(), exception(path: check().findings[0].path)).problems.isEmpty)
    }

    @Test func `an earlier text that cannot be read can be agreed upon`() {
        let contract = Make.contract(
            "order", Make.avro(Make.id), exceptions: [exception("check/earlier-version-unreadable")])
        let report = ContractCheckingTests.check(contract, Make.version("main", of: "order", "{"))
        #expect(report.passes && report.state == .excepted)
    }
}
