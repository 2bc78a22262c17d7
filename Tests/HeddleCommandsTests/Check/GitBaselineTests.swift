import ContractChecking
import Foundation
import Testing

@testable import HeddleCommands

@Suite struct `A mesh against a revision` {
    let repository: TemporaryRepository
    let fields = TemporaryRepository.fields

    /// `main` has a mesh; the branch `change` begins there.
    init() throws {
        repository = try TemporaryRepository()
        try repository.writeMesh()
        try repository.writeSchema(fields.id)
        try repository.commit("a mesh")
        try repository.git("checkout", "--quiet", "-b", "change")
    }

    @Test func `a breaking change in the work tree is found, with both places`() throws {
        try repository.writeSchema(fields.id, fields.amount)
        let report = try check(repository, against: "main")
        #expect(report.findings.map(\.rule) == ["avro/field-added-without-default"])
        #expect(report.findings.first?.newRange?.file.path == "contracts/order.avsc")
        #expect(report.findings.first?.oldRange?.file.path == "contracts/order.avsc@main")
        #expect(report.findings.first?.affected.map(\.application) == ["billing"])
        #expect(report.against.hasPrefix("main ("))
    }

    @Test func `by itself it compares with where the branch left main`() throws {
        try repository.writeSchema(fields.id, fields.note)
        try repository.commit()
        try repository.git("checkout", "--quiet", "main")
        try repository.writeSchema(fields.id, fields.amount, fields.note)
        try repository.commit("main goes on")
        try repository.git("checkout", "--quiet", "change")
        let report = try check(repository)
        #expect(report.passes && report["order"]?.state == .compatible)
        #expect(report.against.hasPrefix("the merge base of HEAD and main ("))
    }

    @Test func `what CI says a change is meant for goes before guesses`() throws {
        try repository.git("branch", "release")
        try repository.writeSchema(fields.id, fields.amount)
        try repository.commit()
        #expect(try check(repository, environment: ["GITHUB_BASE_REF": "release"]).against.contains("release"))
        #expect(try check(repository, environment: ["SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/release"]).against.contains("release"))
        #expect(throws: CommandFailure.self) { try check(repository, environment: ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "gone"]) }
    }

    @Test func `on main itself it is the work tree against HEAD, and HEAD against what was before`() throws {
        try repository.git("checkout", "--quiet", "main")
        #expect(try check(repository).against == "nothing: HEAD is the first commit")
        try repository.writeSchema(fields.id, fields.amount)
        #expect(try check(repository).against.hasPrefix("HEAD ("))
        #expect(try !check(repository).passes)
        try repository.commit()
        try repository.write("build/product.o", "x")
        let report = try check(repository)
        #expect(report.against.hasPrefix("HEAD~1 (") && !report.passes)
    }

    @Test func `a revision that is not there is a wrong command line, with close names`() throws {
        let failure = #expect(throws: CommandFailure.self) { try revision(named: "mian", in: repository.repository) }
        #expect(failure?.status == .usage && failure?.remedy == "did you mean 'main'?")
        #expect(throws: CommandFailure.self) { try revision(named: "--output=x", in: repository.repository) }
    }

    @Test func `where the mesh did not exist yet, everything is new`() throws {
        let other = try TemporaryRepository()
        try other.write("README", "x")
        try other.commit()
        try other.writeMesh()
        try other.writeSchema(fields.id)
        let report = try check(other, against: "HEAD")
        #expect(report["order"]?.state == .new && report.against.hasSuffix("where this mesh did not exist yet"))
    }

    @Test func `a mesh below the root, with schemas outside of it`() throws {
        try repository.writeMesh(in: "services/shop/", file: "../../shared/order.avsc")
        try repository.writeSchema(fields.id, in: "services/shared/", file: "../order.avsc")
        try repository.commit("a mesh below")
        #expect(try check(repository, in: "services/shop", against: "HEAD")["order"]?.state == .unchanged)
        try repository.writeSchema(fields.id, fields.amount, in: "services/shared/", file: "../order.avsc")
        #expect(try check(repository, in: "services/shop", against: "HEAD")["order"]?.state == .breaking)
    }

    @Test func `a schema that is renamed is the same contract, and so is a folder that moves`() throws {
        try repository.writeMesh(file: "order-created.avsc")
        try repository.git("mv", "contracts/order.avsc", "contracts/order-created.avsc")
        #expect(try check(repository, against: "main")["order"]?.state == .unchanged)
        try repository.writeSchema(fields.id, fields.amount, file: "order-created.avsc")
        #expect(try check(repository, against: "main")["order"]?.state == .breaking)
        try repository.commit()
        try repository.write("mesh/.keep", "")
        for name in ["heddle.yaml", "manifests", "contracts"] { try repository.git("mv", name, "mesh/\(name)") }
        #expect(try check(repository, in: "mesh", against: "main")["order"]?.state == .breaking)
    }

    @Test func `a contract that gets another name answers to the topic's readers`() throws {
        try repository.writeMesh(name: "order-v2")
        try repository.writeSchema(fields.id, fields.amount)
        let report = try check(repository, against: "main")
        #expect(report["order-v2"]?.state == .breaking && report.removed.isEmpty)
        #expect(report.findings.first?.versions == ["main, where the value of topic 'orders' has the contract 'order'"])
    }

    @Test func `a contract that is taken away is told`() throws {
        try repository.write("manifests/orders.yaml", "apiVersion: heddle.dev/v1\nkind: Topic\nmetadata: { name: orders, owner: a }\nspec: { value: { type: string } }\n")
        let report = try check(repository, against: "main")
        #expect(report.removed.map(\.name) == ["order"] && report.problems.map(\.code) == ["check/topic-without-contract"])
    }

    @Test func `an earlier manifest with errors does not make a contract new`() throws {
        try repository.write("manifests/orders.yaml", "apiVersion: heddle.dev/v1\nkind: Contract\nmetadata: { name: order\n")
        try repository.commit("broken")
        try repository.writeMesh()
        let report = try check(repository, against: "HEAD")
        #expect(!report.passes && report.problems.map(\.code) == ["check/earlier-version-unreadable"])
    }

    @Test func `links are followed as they were`() throws {
        try repository.write("contracts/real.avsc", #"{"type":"record","name":"Order","fields":[]}"#)
        try FileManager.default.removeItem(at: repository.root.appendingPathComponent("contracts/order.avsc"))
        try FileManager.default.createSymbolicLink(
            atPath: repository.root.appendingPathComponent("contracts/order.avsc").path, withDestinationPath: "real.avsc")
        try repository.commit()
        #expect(try check(repository, against: "HEAD")["order"]?.state == .unchanged)
    }

    @Test func `names of files may be odd`() throws {
        for name in ["a b.avsc", "ä€.avsc", "-x.avsc"] {
            try repository.writeMesh(file: "'\(name)'".replacingOccurrences(of: "'", with: ""))
            try repository.writeSchema(fields.id, file: name)
            try repository.commit()
            #expect(try check(repository, against: "HEAD")["order"]?.state == .unchanged)
        }
    }

    @Test func `large contents come whole`() throws {
        let doc = String(repeating: "x", count: 300_000)
        let text = #"{"type":"record","name":"Order","doc":"\#(doc)","fields":[]}"#
        try repository.write("contracts/order.avsc", text)
        try repository.commit()
        let objects = try GitObjects(repository.repository)
        #expect(try objects.file("contracts/order.avsc", in: "HEAD") == Array(text.utf8))
        #expect(try objects.file("contracts/gone", in: "HEAD") == nil)
        #expect(throws: GitObjectsFailure.self) { try objects.file("contracts", in: "HEAD") }
        #expect(try objects.file("heddle.yaml", in: "HEAD") != nil)
    }
}
