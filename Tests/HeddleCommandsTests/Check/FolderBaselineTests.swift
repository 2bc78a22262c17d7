import ArgumentParser
import ContractChecking
import Determinism
import Foundation
import ManifestLoading
import MeshHosting
import Testing

@testable import HeddleCommands

@Suite struct `A mesh against another folder` {
    let folders: TemporaryRepository
    let fields = TemporaryRepository.fields

    init() throws {
        folders = try TemporaryRepository()
        for folder in ["before/", "now/"] {
            try folders.writeMesh(in: folder)
            try folders.writeSchema(fields.id, in: folder)
        }
    }

    func command(_ arguments: String...) throws -> CheckCommand {
        try CheckCommand.parse(["-C", folders.root.appendingPathComponent("now").path] + arguments)
    }

    func contracts() throws -> (folder: MeshFolder, head: MeshContracts) {
        let folder = MeshFolder(root: folders.root.appendingPathComponent("now", isDirectory: true))
        return (folder, MeshContracts(try #require(loadMesh(DiskManifestSource(root: folder.root)).mesh)))
    }

    @Test func `what differs is told by the folder's name`() async throws {
        try folders.writeSchema(fields.id, fields.amount, in: "now/")
        let (folder, head) = try contracts()
        let baseline = try command("--against", "../before").baseline(for: folder, head)
        let earlier = try await baseline.earlier(than: head)
        let report = checkContracts(head.contracts, against: earlier.histories, today: CalendarDate(year: 2026, month: 1, day: 1)!)
        #expect(report.findings.map(\.rule) == ["avro/field-added-without-default"])
        #expect(report.findings.first?.oldRange?.file.path == "contracts/order.avsc@../before")
        #expect(earlier.description == "the folder ../before")
    }

    @Test func `a word is a revision where there is one, and a folder else`() throws {
        try folders.commit()
        try folders.writeMesh(in: "now/main/")
        try folders.writeMesh(in: "now/other/")
        let (folder, head) = try contracts()
        #expect(try command("--against", "main").baseline(for: folder, head) is GitBaseline)
        #expect(try command("--against", "./main").baseline(for: folder, head) is FolderBaseline)
        #expect(try command("--against", "other").baseline(for: folder, head) is FolderBaseline)
        #expect(throws: CommandFailure.self) { try command("--against", "./nowhere").baseline(for: folder, head) }
        #expect(throws: CommandFailure.self) { try command("--against", "nowhere").baseline(for: folder, head) }
    }
}
