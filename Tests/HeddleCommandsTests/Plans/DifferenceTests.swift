import ArgumentParser
import Foundation
import MeshModel
import MeshPlanning
import Testing

@testable import HeddleCommands

@Suite struct `Two states of the manifests` {
    let repository: TemporaryRepository

    init() throws {
        repository = try TemporaryRepository()
        try repository.write(
            "heddle.yaml", "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec:\n  manifests: [ manifests/**/*.yaml ]\n")
        try repository.writeSchema(TemporaryRepository.fields.id)
        try repository.write(
            "manifests/orders.yaml",
            """
            apiVersion: heddle.dev/v1
            kind: Contract
            metadata: { name: order, owner: a }
            spec: { format: avro, file: ../contracts/order.avsc, compatibility: backward }
            """)
        try repository.write(
            "manifests/more.yaml",
            """
            apiVersion: heddle.dev/v1
            kind: Cluster
            metadata: { name: eu }
            spec:
              engine: embedded
              listeners: [ { name: clients, address: "127.0.0.1:9392", security: plaintext } ]
              storage: { path: .heddle/eu, durability: fsync }
            ---
            apiVersion: heddle.dev/v1
            kind: Topic
            metadata: { name: stock, owner: team-stock, description: What is there. }
            spec: { clusters: [eu], partitions: 3, retention: { time: 7d } }
            """)
        try repository.commit()
    }

    func side(_ name: String) throws -> MeshSide {
        try MeshSide.read(name, try ManifestOptions.parse([]), try CommonOptions.parse(["-C", repository.root.path]))
    }

    func difference(_ old: String, _ new: String, prune: Bool = false) throws -> MeshDifference {
        try MeshDifference(
            try side(old), try side(new), environment: nil, options: PlanOptions(prunes: prune), console: Console(isQuiet: true))
    }

    func edit(_ old: String, _ new: String) throws {
        let file = repository.root.appendingPathComponent("manifests/more.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(old))
        try repository.write("manifests/more.yaml", text.replacingOccurrences(of: old, with: new))
    }

    @Test func `are the same where nothing was changed`() throws {
        #expect(try difference("main", "WORKTREE").isEmpty)
        #expect(try difference("HEAD", "main").isEmpty)
        #expect(try difference("main", ".").isEmpty)
    }

    @Test func `a shorter retention counts as destructive, since nobody can count records`() throws {
        try edit("time: 7d", "time: 1d")
        let change = try #require(try difference("main", "WORKTREE").plan.changes.first)
        #expect(change.address == .topic("stock", on: "eu") && change.risk == .destructive)
        #expect(change.fields == [FieldChange("config.retention.ms", from: "604800000", to: "86400000")])
    }

    @Test func `a shorter retention than the cluster's usual one counts so, too`() throws {
        try edit(", retention: { time: 7d }", "")
        try repository.commit()
        try edit("partitions: 3", "partitions: 3, retention: { time: 1d }")
        #expect(try difference("main", "WORKTREE").plan.changes.map(\.risk) == [.destructive])
    }

    @Test func `fewer partitions are refused`() throws {
        try edit("partitions: 3", "partitions: 2")
        #expect(try difference("main", "WORKTREE").plan.refusals.map(\.kind) == [.impossible])
        #expect(try difference("WORKTREE", "main").plan.changes.map(\.risk) == [.notable])
    }

    @Test func `what shows in no plan is listed by document`() throws {
        try edit("description: What is there.", "description: What is in stock.")
        try edit("127.0.0.1:9392", "127.0.0.1:9393")
        let found = try difference("main", "WORKTREE")
        #expect(found.plan.isEmpty)
        #expect(found.documents.map { "\($0.kind) \($0.name)" } == ["Cluster eu", "Topic stock"])
        #expect(found.documents.flatMap(\.fields).map(\.path) == ["listeners.clients", "description"])
    }

    @Test func `what is no longer declared is kept, or deleted where that is asked`() throws {
        try repository.write("manifests/more.yaml", String(decoding: Data(contentsOf: repository.root.appendingPathComponent("manifests/more.yaml")), as: UTF8.self).components(separatedBy: "---")[0])
        #expect(try difference("main", "WORKTREE").plan.clusters[0].notices.map(\.kind) == [.orphan])
        let pruned = try difference("main", "WORKTREE", prune: true)
        #expect(pruned.plan.changes.allSatisfy { $0.risk == .destructive } && !pruned.plan.changes.isEmpty)
        #expect(pruned.documents.contains { $0.kind == "Topic" && $0.name == "stock" && $0.action == .removed })
    }

    @Test func `a contract that breaks is told`() throws {
        try repository.writeSchema(TemporaryRepository.fields.id, TemporaryRepository.fields.amount)
        let found = try difference("main", "WORKTREE").contracts.findings.filter(\.isBreaking)
        #expect(found.map(\.rule) == ["avro/field-added-without-default"])
    }

    @Test func `a word that is no revision and no folder is told so`() throws {
        let failure = #expect(throws: CommandFailure.self) { try side("nowhere") }
        #expect(failure?.status == .usage)
        #expect(throws: CommandFailure.self) { try side("./nowhere") }
    }
}
