import ArgumentParser
import ContractChecking
import ContractCompatibility
import ContractModel
import ContractSampling
import Determinism
import Diagnostics
import Foundation
import ManifestLoading
import MeshHosting

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Whether the contracts keep what their earlier versions promise.",
        discussion: """
            EXAMPLE
              heddle check
              heddle check --against main
              heddle check --against v1.4.0 --format markdown > comment.md
              heddle check --against https://registry.example.com
              heddle check --against mesh                 # the registries of the running clusters

            Compares every contract of the mesh with what it was: in the merge base of HEAD and the default branch, or where
            --against says. Tells which rule stands against a change, whom it breaks, and in which order programs may be
            upgraded. Exits with 0 where nothing is broken, 1 where something is or cannot be judged, 64 where there is
            nothing to compare with.
            """)

    @Argument(help: ArgumentHelp("The mesh's folder, or a file below it; the present folder when left out.", valueName: "path"))
    var path: String?
    @Option(help: ArgumentHelp(
        "What to compare with: a git revision, a folder with the mesh as it was, a schema registry, or the running mesh.",
        valueName: "ref|dir|url|mesh"))
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
        let baseline: any ContractBaseline = try registryBaseline(for: folder, loaded) ?? baseline(for: folder, head)
        let earlier = try await baseline.earlier(than: head)
        let contracts = head.contracts.map { contract in
            var contract = contract
            if let level, loaded.contracts.first(where: { $0.name == contract.name })?.spec.level == nil { contract.level = level }
            return contract
        }
        var report = checkContracts(
            contracts, against: earlier.histories, removed: earlier.removed, today: try day(), counterExample: exampleThatShows)
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
        case .sarif: console.answer(all, as: .sarif)
        case .junit: console.answer(all, as: .junit)
        case .github: console.answer(all, as: .github)
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

/// A payload that one side writes and the other refuses, found by trying.
private func exampleThatShows(_ question: CounterExampleQuestion) -> ContractChecking.CounterExample? {
    let finding = question.finding
    let found = counterExample(
        question.contract.format, old: question.version.text, new: question.contract.text, victim: question.victim,
        difference: Difference(
            rule: finding.rule, path: finding.path, message: finding.message, oldRange: finding.oldRange, newRange: finding.newRange),
        level: question.contract.level)
    return found.map { example in
        ContractChecking.CounterExample(
            payload: example.payload, isWrittenByOld: question.victim == .newReaders, refusal: example.explanation, isSilent: example.isSilent)
    }
}
