import ContractChecking
import Foundation
import Testing

@testable import HeddleCommands

@Suite struct `The history of a contract in git` {
    let repository: TemporaryRepository
    let fields = TemporaryRepository.fields

    init() throws { repository = try TemporaryRepository() }

    @Test func `a transitive mode looks at every version, through renames of schema and manifest`() throws {
        try repository.writeMesh(mode: "backward-transitive")
        try repository.writeSchema(fields.amount)
        try repository.commit("v1")
        try repository.write("README", "nothing of ours")
        try repository.commit("beside")
        try repository.writeSchema(fields.amount, fields.note)
        try repository.commit("v2")
        try repository.git("mv", "contracts/order.avsc", "contracts/renamed.avsc")
        try repository.writeMesh(mode: "backward-transitive", file: "renamed.avsc")
        try repository.commit("schema renamed")
        try repository.git("mv", "manifests/orders.yaml", "manifests/all.yaml")
        try repository.commit("manifest renamed")
        try repository.writeSchema(fields.amount, fields.note, fields.id.replacingOccurrences(of: "\"string\"", with: "\"string\",\"default\":\"\""), file: "renamed.avsc")
        try repository.commit("v3")
        // What v2 and v3 have, v1 has not.
        try repository.writeSchema(fields.amount, fields.note.replacingOccurrences(of: ",\"default\":\"\"", with: ""), file: "renamed.avsc")
        let report = try check(repository, against: "HEAD")
        let versions = report["order"]?.versions ?? []
        #expect(versions.map(\.state) == [.compatible, .compatible, .breaking])
        #expect(versions.first?.label == "HEAD" && versions.last?.label.hasPrefix("commit ") == true)
        #expect(report.findings.map(\.versions.count) == [1])
    }

    @Test func `each text counts once, and a merge is one step`() throws {
        try repository.writeMesh(mode: "full-transitive")
        try repository.writeSchema(fields.id)
        try repository.commit("v1")
        try repository.git("checkout", "--quiet", "-b", "side")
        try repository.writeSchema(fields.id, fields.amount)
        try repository.commit("never on main")
        try repository.writeSchema(fields.id, fields.note)
        try repository.commit("v2")
        try repository.git("checkout", "--quiet", "main")
        try repository.git("merge", "--quiet", "--no-ff", "-m", "merge", "side")
        try repository.writeSchema(fields.id)
        try repository.commit("back to v1")
        try repository.writeSchema(fields.id, fields.note.replacingOccurrences(of: "note", with: "remark"))
        #expect(try check(repository, against: "HEAD")["order"]?.versions.count == 2)
    }

    @Test func `a shallow clone says what to do`() throws {
        try repository.writeMesh(mode: "backward-transitive")
        try repository.writeSchema(fields.id)
        try repository.commit("v1")
        try repository.writeSchema(fields.id, fields.note)
        try repository.commit("v2")
        let clone = try repository.clone(depth: 1)
        let missing = #expect(throws: CommandFailure.self) { try check(clone) }
        #expect(missing?.status == .usage && missing?.remedy?.contains("fetch-depth: 0") == true)
        try clone.writeSchema(fields.id)
        let transitive = #expect(throws: CommandFailure.self) { try check(clone, against: "HEAD") }
        #expect(transitive?.status == .usage && transitive?.remedy?.contains("fetch-depth: 0") == true)
        try clone.writeMesh(mode: "backward")
        #expect(try check(clone, against: "HEAD")["order"]?.state == .compatible, "one version needs no history")
    }

    @Test func `a clone is compared with its origin's default branch`() throws {
        try repository.writeMesh()
        try repository.writeSchema(fields.id)
        try repository.commit("v1")
        let clone = try repository.clone()
        try clone.git("checkout", "--quiet", "-b", "change")
        try clone.git("branch", "--quiet", "-D", "main")
        try clone.writeSchema(fields.id, fields.amount)
        try clone.commit()
        let report = try check(clone)
        #expect(!report.passes && report.against.contains("origin/main"))
    }
}

@Suite struct `Steps of a branch` {
    @Test func `are read from what git log says`() {
        let text = "\u{1}aaaaaaaaaa 2026-10-01T00:00:00Z bbb ccc\0\na b.txt\0ä\0\u{1}bbbbbbbbbb 2026-09-01T00:00:00Z \0\nfirst\0second\0"
        #expect(
            GitStep.steps(in: Array(text.utf8)) == [
                GitStep(label: "commit aaaaaaa of 2026-10-01", parent: "bbb", files: ["a b.txt", "ä"]),
                GitStep(label: "commit bbbbbbb of 2026-09-01", parent: nil, files: ["first", "second"]),
            ])
        #expect(GitStep.steps(in: Array("garbage\0\u{1}\0\u{1}x\0".utf8)).isEmpty)
    }
}
