import ContractChecking
import Determinism
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import HeddleCommands

@Suite struct `The report of a check as JSON` {
    let repository: TemporaryRepository
    let schema: JSONTree

    init() throws {
        repository = try TemporaryRepository()
        try repository.writeMesh(mode: "full")
        try repository.writeSchema(TemporaryRepository.fields.id)
        try repository.commit()
        let url = packageRoot.appending(path: "Specs/check/v1/check.schema.json")
        schema = try JSONTree(parsing: String(contentsOf: url, encoding: .utf8))
    }

    func json(_ report: CheckReport) throws -> JSONTree { try JSONTree(parsing: try renderJSON(CheckJSON(report))) }

    @Test func `has the members that its schema names and no others`() throws {
        try repository.writeSchema(TemporaryRepository.fields.amount)
        var report = try check(repository, against: "HEAD")
        report.findings[0].counterExample = CounterExample(payload: "{}", isWrittenByOld: true, refusal: "no")
        report.findings[1].standing = .excepted(
            CheckException(rule: "a", reason: "b", expires: CalendarDate(year: 2026, month: 1, day: 1)!))
        report.problems = [Diagnostic(code: "a/b", "m", at: report.findings[0].newRange, suggestion: "s")]
        let tree = try json(report)
        #expect(tree.names == schema["properties"].names)
        func members(_ name: String) -> Set<String> { Set(schema["definitions"][name]["properties"].names) }
        let contract = tree["contracts"][0]
        #expect(Set(contract.names).union(["level", "owner"]) == members("contract"))
        #expect(Set(contract["rollout"].names) == members("rollout"))
        let findings = tree["findings"].elements
        #expect(Set(findings.flatMap(\.names)) == members("finding"))
        #expect(Set(findings[0]["new"].names) == members("place"))
        #expect(Set(tree["problems"][0].names) == members("problem"))
        #expect(Set(contract["uses"].elements.flatMap(\.names)) == members("use"))
        #expect(tree["passes"] == .boolean(false))
    }

    @Test func `tells a clean bill`() throws {
        let tree = try json(try check(repository, against: "HEAD"))
        #expect(tree["passes"] == .boolean(true))
        #expect(tree["summary"] == ["changed": 0, "unchanged": 1, "breaking": 0, "excepted": 0])
        #expect(tree["contracts"][0]["verdict"] == "unchanged")
    }
}
