import ArgumentParser
import ContractChecking
import ContractModel
import Determinism
import Diagnostics
import Foundation
import ManifestLoading

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Whether the contracts keep what their earlier versions promise.",
        discussion: """
            EXAMPLE
              heddle check
              heddle check --against main
              heddle check --against v1.4.0 --format markdown > comment.md

            Compares every contract of the mesh with what it was: in the merge base of HEAD and the default branch, or where
            --against says. Tells which rule stands against a change, whom it breaks, and in which order programs may be
            upgraded. Exits with 0 where nothing is broken, 1 where something is or cannot be judged, 64 where there is
            nothing to compare with.
            """)

    @Argument(help: ArgumentHelp("The mesh's folder, or a file below it; the present folder when left out.", valueName: "path"))
    var path: String?
    @Option(help: ArgumentHelp("What to compare with: a git revision, or a folder with the mesh as it was.", valueName: "ref|dir"))
    var against: String?
    @Option(help: "text, json, sarif, junit, github or markdown.") var format: CheckFormat = .text
    @Option(help: "For Protobuf contracts that do not say: wire, wire-json or source.") var level: ProtobufLevel?
    @Option(help: .hidden) var today: String?
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let start = path.map { URL(fileURLWithPath: $0, relativeTo: common.startingFolder) } ?? common.startingFolder
        let folder = try MeshFolder.containing(start)
        let console = common.console
        let (loaded, diagnostics) = loadMesh(
            DiskManifestSource(root: folder.root), root: MeshFolder.rootFile, environment: manifests.env,
            variables: try manifests.variables())
        guard let loaded, !loaded.hasErrors else {
            console.show(diagnostics.filter { $0.severity == .error })
            throw CommandFailure(.no, "the manifests have errors", remedy: "'heddle explain CODE' tells more of each")
        }
        let head = MeshContracts(loaded)
        let baseline = try baseline(for: folder, head)
        let earlier = try await baseline.earlier(than: head)
        let contracts = head.contracts.map { contract in
            var contract = contract
            if let level, loaded.contracts.first(where: { $0.name == contract.name })?.spec.level == nil { contract.level = level }
            return contract
        }
        var report = checkContracts(contracts, against: earlier.histories, removed: earlier.removed, today: try day())
        report.problems += earlier.problems
        report.against = earlier.description
        try show(report, files: loaded.files.map(\.path), console)
        if !report.passes { throw ExitStatus.no.code }
    }

    private func show(_ report: CheckReport, files: [String], _ console: Console) throws {
        let all = DiagnosticReport(report.diagnostics, files: files)
        switch format {
        case .text:
            console.show(common.quiet ? all.diagnostics.filter { $0.severity == .error } : all.diagnostics)
            console.write(renderCheckText(report), to: .output)
        case .json: console.print(try renderJSON(CheckJSON(report)))
        case .markdown: console.write(renderCheckMarkdown(report), to: .output)
        case .sarif: console.write(DiagnosticFormat.sarif.render(all, toolVersion: heddleVersion), to: .output)
        case .junit: console.write(DiagnosticFormat.junit.render(all, toolVersion: heddleVersion), to: .output)
        case .github: console.write(DiagnosticFormat.github.render(all, toolVersion: heddleVersion), to: .output)
        }
    }

    private func day() throws -> CalendarDate {
        guard let today else { return CalendarDate(Instant(millisecondsSinceEpoch: Int64(Date().timeIntervalSince1970 * 1000))) }
        guard let date = CalendarDate(parsing: today) else {
            throw CommandFailure(.usage, "'--today \(today)' is no day", remedy: "say it as 2026-11-23")
        }
        return date
    }
}
