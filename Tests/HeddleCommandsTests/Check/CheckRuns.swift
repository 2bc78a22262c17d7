import ArgumentParser
import ContractChecking
import Determinism
import Foundation
import ManifestLoading

@testable import HeddleCommands
import MeshHosting

/// `heddle check` without the printing.
func check(_ repository: TemporaryRepository, in folder: String = "", against: String? = nil, environment: [String: String] = [:]) throws -> CheckReport {
    let folder = MeshFolder(root: folder.isEmpty ? repository.root : repository.root.appendingPathComponent(folder, isDirectory: true))
    let mesh = loadMesh(DiskManifestSource(root: folder.root)).mesh
    guard let mesh, !mesh.hasErrors else { throw CommandFailure(.no, "the manifests have errors") }
    let head = MeshContracts(mesh)
    let chosen =
        if let against {
            try revision(named: against, in: repository.repository)
        } else {
            try chooseRevision(in: repository.repository, environment: environment) {
                try CheckCommand.isClean(folder, head, in: repository.repository)
            }
        }
    let baseline = GitBaseline(repository: repository.repository, revision: chosen, folder: folder, options: try ManifestOptions.parse([]))
    let earlier = try baseline.earlier(than: head)
    var report = checkContracts(
        head.contracts, against: earlier.histories, removed: earlier.removed, today: CalendarDate(year: 2026, month: 11, day: 23)!)
    report.problems += earlier.problems
    report.against = earlier.description
    return report
}
